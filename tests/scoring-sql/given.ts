import { type PanelType } from '../../queries/build/panel-table';
import { quoteText } from '../../queries/build/quote';
import { type ScoreGiven } from '../../queries/build/score-statement';
import { type Column, hasBit, unpackWords } from '../../scoring/column';
import { parseFormula } from '../../scoring/formula/parse';
import { ageSql, formulaToSql } from '../../scoring/formula/print-sql';
import { type ValueKind } from '../../scoring/formula/tree';
import { industryCode } from '../../scoring/industry-code';
import { type Panel } from '../../scoring/panel';
import { type Scheme } from '../../scoring/scheme/format';
import { unitFactor } from '../../scoring/scheme/units';
import { weightsOf } from '../../scoring/weights/given';
import { type EngineTable } from '../../src/engine/table';
import { arrowTable } from '../engine/arrow-table';

const TYPE_OF = { number: 'double', truth: 'boolean', text: 'varchar', set: 'varchar[]' } as const;
type Cell = number | string | boolean | null | readonly string[];

/** What `scoreStatement` needs of a scheme over a panel. */
export function givenOf(
  panel: Panel,
  scheme: Scheme,
  kindOf: (field: string) => ValueKind | null,
  segments: readonly string[],
): ScoreGiven {
  const kind = (field: string): ValueKind | null => panel.fields.get(field)?.kind ?? kindOf(field);
  return {
    expression(formula, column, year) {
      const parsed = parseFormula(formula);
      if (!parsed.ok) throw new Error(`formula ${formula} does not parse`);
      return formulaToSql(parsed.tree, column, ageSql(column('found_date', 0), year), kind);
    },
    industryCode(text) {
      const words = ['industry', 'industry_code'].flatMap((field) => {
        const found = panel.fields.get(field);
        return found?.kind === 'text' ? unpackWords(found.words) : [];
      });
      const cases = [...new Set(words)].flatMap((word) => {
        const code = industryCode(word);
        return code === null ? [] : [`when ${quoteText(word)} then '${code}'`];
      });
      return cases.length === 0 ? 'cast(null as varchar)' : `case ${text} ${cases.join(' ')} end`;
    },
    factor: unitFactor,
    panel: new Map<string, PanelType>(
      [...panel.fields]
        .filter(([, column]) => cellsOf(column).some((cell) => cell !== null))
        .map(([id, column]) => [id, TYPE_OF[column.kind]]),
    ),
    typeOf: (field) => TYPE_OF[kind(field) ?? 'number'],
    weights: weightsOf(scheme),
    segments,
    hits: true,
  };
}

/** The panel as table `panel`. A field without any value stays out: an untyped column of NULLs would be a text. */
export function panelTable(panel: Panel): EngineTable {
  const keys = unpackWords(panel.firmKeys);
  const fields = [...panel.fields]
    .map(([id, column]) => [id, cellsOf(column)] as const)
    .filter(([, cells]) => cells.some((cell) => cell !== null));
  return arrowTable('panel', { firm: Array.from(panel.firm, (firm) => keys[firm]!), year: [...panel.year], ...Object.fromEntries(fields) });
}

function cellsOf(column: Column): Cell[] {
  const words = column.kind === 'text' || column.kind === 'set' ? unpackWords(column.words) : [];
  return Array.from(column.reasons, (reason, row) => {
    if (reason !== 0) return null;
    if (column.kind === 'number') return column.values[row]!;
    if (column.kind === 'truth') return column.values[row] === 1;
    return column.kind === 'text' ? words[column.codes[row]!]! : words.filter((_, bit) => hasBit(column, row, bit));
  });
}
