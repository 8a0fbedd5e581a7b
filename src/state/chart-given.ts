import type { ChartGiven } from '../../queries/build/chart-firms';
import { panelColumns } from '../../queries/build/panel-table';
import type { Ranked } from '../../scoring/board/context';
import { kindsOf, unitOf } from '../../scoring/dictionary';
import { treeOf } from '../../scoring/evaluate';
import { formulaToText } from '../../scoring/formula/print-text';
import { ageSql, formulaToSql } from '../../scoring/formula/print-sql';
import { dimensionOf } from '../../scoring/scheme/dimension';
import { DIMENSION_FIELD } from '../../scoring/segment';

const TYPE_OF = { number: 'double', truth: 'boolean', text: 'varchar', set: 'varchar[]' } as const;

/** What the SQL of a chart needs to know of the data and the scheme in force. `bars`: those of the answer, of a spread. */
export function chartGiven({ panel, scheme, years }: Pick<Ranked, 'panel' | 'scheme' | 'years'>, bars: ChartGiven['bars']): ChartGiven {
  const kindOf = kindsOf(panel);
  const fields = [...panel.fields].filter(([id]) => id !== 'year' && id !== 'firm' && id !== 'name');
  return {
    scheme,
    years,
    bars,
    panel: new Map(panelColumns(fields.map(([id, { kind }]) => [id, kind] as const)).map(({ name, type }) => [name, type])),
    typeOf: (field) => TYPE_OF[kindOf(field) ?? 'number'],
    expression: (formula, column, year) => formulaToSql(treeOf(formula), column, ageSql(column('found_date', 0), year), kindOf),
    fieldOf: (dimension) => (dimension === 'chosen' ? null : DIMENSION_FIELD[dimension]),
    halves: (formula) => {
      const tree = treeOf(formula);
      if (tree.is !== 'binary' || tree.operator !== '/' || dimensionOf(tree, unitOf) !== 'ratio') return null;
      return { over: formulaToText(tree.left), under: formulaToText(tree.right) };
    },
  };
}
