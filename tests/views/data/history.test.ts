import { beforeAll, describe, expect, it } from 'vitest';
import { localeOf } from '../../../src/i18n';
import { loadWords } from '../../fixtures/words';
import type { Step } from '../../../src/model/project';
import { nextOf, pastOf } from '../../../src/views/data/history';
import { pastWords, stepWords } from '../../../src/views/data/step-words';

beforeAll(loadWords);
const step = (
  n: number,
  kind: Step['kind'],
  given: readonly string[],
  undoes: number | null = null,
  after: Step['after'] = { name: String(n) },
): Step => ({
  n,
  at: '2025-07-28T06:00:00Z',
  kind,
  given,
  before: {},
  after,
  undoes,
});
const BEGAN = step(1, 'began', ['甲'], null, {});
const A = step(2, 'renamed', ['甲', '乙']);
const B = step(3, 'deadline_changed', ['06-30', '07-15']);
const known = { own: [], firm: (firm: string) => firm, scheme: (id: string) => id };
const inForce = (steps: readonly Step[]): number[] =>
  pastOf(steps)
    .filter((one) => one.inForce)
    .map((one) => one.step.n);

describe('what counts', () => {
  it('the newest stands first, all are in force', () => {
    expect(pastOf([BEGAN, A, B]).map(({ step: { n } }) => n)).toEqual([3, 2, 1]);
    expect(inForce([BEGAN, A, B])).toEqual([3, 2, 1]);
  });
  it('an undone step stays in the list and is no longer in force', () => {
    expect(inForce([BEGAN, A, B, step(4, 'undone', [], 3)])).toEqual([4, 2, 1]);
  });
  it('a step brought back is in force again, the undoing between is not', () => {
    expect(inForce([BEGAN, A, B, step(4, 'undone', [], 3), step(5, 'undone', [], 4)])).toEqual([5, 3, 2, 1]);
  });
});
describe('what comes next', () => {
  it('undo reverses the last step in force, never the beginning', () => {
    expect(nextOf(pastOf([BEGAN, A, B])).undo).toBe(B);
    expect(nextOf(pastOf([BEGAN, A, B, step(4, 'undone', [], 3)])).undo).toBe(A);
    expect(nextOf(pastOf([BEGAN]))).toEqual({ undo: null, redo: null });
  });
  it('redo brings back the last undone, in the reverse order', () => {
    const undone = [BEGAN, A, B, step(4, 'undone', [], 3), step(5, 'undone', [], 2)];
    expect(nextOf(pastOf(undone)).redo).toBe(A);
    expect(nextOf(pastOf([...undone, step(6, 'undone', [], 5)])).redo).toBe(B);
  });
  it('a step that changed nothing is not in the way', () => {
    expect(nextOf(pastOf([BEGAN, A, step(3, 'opened_file', ['甲.miaopu'], null, {})])).undo).toBe(A);
  });
});
describe('in words', () => {
  const zh = () => localeOf('zh');
  it.each([
    [step(2, 'sources_loaded', ['税务.csv', '统计.xlsx']), '载入 税务.csv、统计.xlsx'],
    [step(2, 'source_removed', ['税务.csv']), '移除来源 税务.csv'],
    [step(2, 'recipe_changed', ['税务.csv']), '改 税务.csv 的合并方式'],
    [step(2, 'recipe_changed', ['税务.csv', '统计.csv']), '调整来源的优先顺序：税务.csv、统计.csv'],
    [step(2, 'canvas_saved', ['研发强度', 'R&D intensity']), '保存画布“研发强度”'],
    [step(2, 'canvas_dropped', ['', 'R&D intensity']), '删除画布“R&D intensity”'],
    [step(2, 'selection_saved', ['大户']), '保存自选组“大户”'],
    [step(2, 'undone', ['selection_dropped', '大户'], 1), '删除自选组“大户”'],
    [step(2, 'match_decided', ['人社.xlsx', '示例甲厂', '']), '人社.xlsx 里的“示例甲厂”不是任何一家已知企业'],
    [step(2, 'deadline_changed', ['06-30', '07-15']), '区县交付截止日由 6 月 30 日 改为 7 月 15 日'],
    [
      step(2, 'finding_decided', ['unit_jump:revenue', 'convert', '税务按元填报']),
      '换算“单位疑似差 10 的几次方 · 营业收入”。理由：税务按元填报',
    ],
    [step(2, 'finding_decided', ['total_row', '', '']), '收回对“合计行混入”的处置'],
  ])('%#', (one, words) => {
    expect(stepWords(one, known, zh())).toBe(words);
  });
  it('a value made missing and a decision taken back are told apart', () => {
    const given = ['91000000X', '2023', 'revenue', '', '两家都没有佐证'];
    const missing = { firm: '91000000X', year: 2023, field: 'revenue', take: null, reason: '两家都没有佐证' };
    expect(stepWords(step(2, 'conflict_decided', given, null, { conflicts: [missing] }), known, zh())).toBe(
      '91000000X 2023 年的营业收入记为缺失。理由：两家都没有佐证',
    );
    expect(stepWords(step(2, 'conflict_decided', given, null, { conflicts: [] }), known, zh())).toBe(
      '收回对 91000000X 2023 年营业收入的决定',
    );
  });
  it('an undoing names the step it reverses, a redoing the one it brings back', () => {
    const [redone, undone] = pastOf([
      BEGAN,
      A,
      step(3, 'undone', ['renamed', '甲', '乙'], 2),
      step(4, 'undone', ['renamed', '甲', '乙'], 3),
    ]);
    expect(pastWords(undone!, known, zh())).toBe('撤销第 2 步：工作区由“甲”改名为“乙”');
    expect(pastWords(redone!, known, localeOf('en'))).toBe('Restored step 2: Renamed the workspace from “甲” to “乙”');
  });
});
