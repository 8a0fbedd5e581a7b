import type { HeatAnswer, MatrixAnswer } from '../../../scoring/distribution/format';
import type { Answer } from '../../../scoring/statistics/answer';
import { correlationGrid, type CorrelationWords } from '../../../src/charts/correlation-grid';
import { heatTable, type HeatWords } from '../../../src/charts/heat-table';
import { randomOf } from '../../fixtures/random';
import type { Example } from './example';
import { found, measure, refused } from './synthetic';
import { figure } from './words';

const CORRELATION: CorrelationWords = {
  name: ({ name }) => name.zh,
  value: (value) => value.toFixed(2).replace('-', '−'),
  cell: (row, column, answer) => `${row.name.zh} 与 ${column.name.zh}：${answer.value ?? answer.reason}，n ${answer.n}`,
  pale: 'n < 30',
  refused: '不能计算',
};
const NAMES = ['研发强度', '科技人员占比', '发明专利', 'PCT 申请', '技术合同额', '营收三年复合增长', '净资产利润率', '应届毕业生'];

function matrix(count: number): Pick<MatrixAnswer, 'measures' | 'order' | 'cells'> {
  const next = randomOf(count);
  const cells = Array.from({ length: count }, () => Array.from({ length: count }, (): Answer => refused('constant', 400)));
  for (let row = 0; row < count; row++) {
    cells[row]![row] = found(1, 5000);
    for (let column = 0; column < row; column++) {
      const value = Math.round((0.9 - Math.abs(row - column) * (2.2 / count) + (next() - 0.5) * 0.5) * 100) / 100;
      const answer = row === 6 && column < 3 ? refused('constant', 412) : found(Math.max(-1, Math.min(1, value)), row === 7 ? 21 : 4100);
      cells[row]![column] = answer;
      cells[column]![row] = answer;
    }
  }
  const measures = cells.map((_, at) => measure(`m${at}`, NAMES[at] ?? `指标"<b>${at}</b>`));
  return { measures, order: measures.map((_, at) => at), cells };
}
const correlations = (count: number, width = 560): Example => ({
  width,
  draw: (document, given) => correlationGrid(document, matrix(count), given, CORRELATION),
});
export const correlationEight = correlations(8);
export const correlationTwenty = correlations(20, 640);
export const correlationNone = correlations(0);

const HEAT: HeatWords = {
  name: ({ value }) => value,
  year: (year) => `${year}`,
  value: figure,
  atMost: (value) => `≤ ${figure(value)}`,
  atLeast: (value) => `≥ ${figure(value)}`,
  cell: (row, year, { value, n }) => `${row.value} ${year}：${value.value ?? value.reason}，n ${n}`,
  pale: 'n < 10',
  refused: '没有数值',
};
const heat = (names: readonly string[], years: readonly number[], width: number): Example => {
  const next = randomOf(names.length);
  const rows: HeatAnswer['rows'] = names.map((value, row) => ({
    value,
    name: null,
    cells: years.map((_, at) => {
      const n = row === 5 ? at + 6 : 200;
      const shown = Math.round((8 - row + at * 0.3 + next()) * 10) / 10;
      return { value: row === 6 && at < 2 ? refused('too_few', 0) : found(row === 0 && at === 4 ? 60 : shown, n), n, firms: n };
    }),
  }));
  return { width, draw: (document, given) => heatTable(document, { years, rows }, given, HEAT) };
};
export const heatIndustries = heat(
  ['集成电路', '生物医药', '航空航天', '软件与信息服务', '智能终端', '新型显示', '高端装备', '<其他> 与一个很长很长很长很长很长的名字'],
  [2020, 2021, 2022, 2023, 2024],
  520,
);
export const heatManyYears = heat(
  ['集成电路', '生物医药'],
  Array.from({ length: 24 }, (_, at) => 2001 + at),
  520,
);
export const heatNone = heat([], [2024], 520);
