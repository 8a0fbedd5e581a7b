import { textColumn } from '../../../scoring/column';
import type { Panel } from '../../../scoring/panel';
import { NO_JOINS, qualityContext, type JoinFacts, type QualityContext } from '../../../scoring/quality/context';
import { findAll } from '../../../scoring/quality/find-all';
import type { Finding, FindingRule } from '../../../scoring/quality/format';
import { panelOf } from '../panel-of';

/** Fields of one firm, a figure a year from the first year on; null is blank, a year in which all are null has no row. */
export type Life = Readonly<Record<string, readonly (number | string | null)[]>>;

/** A panel of firms written as series. Firm number is the place in the list; rows stand firm by firm. */
export function seriesPanel(lives: readonly Life[], first = 2018, names: readonly string[] = []): Panel {
  const fields = [...new Set(lives.flatMap((life) => Object.keys(life)))];
  const rows = lives.flatMap((life, firm) =>
    Array.from({ length: Math.max(...Object.values(life).map((list) => list.length)) }, (_, at) => ({ firm, at, life })).filter(({ at }) =>
      Object.values(life).some((list) => (list[at] ?? null) !== null),
    ),
  );
  const cells = fields.map((field) => [field, rows.map(({ life, at }) => life[field]?.[at] ?? null)] as const);
  const panel = panelOf(Object.fromEntries(cells) as Parameters<typeof panelOf>[0], {
    firm: rows.map(({ firm }) => firm),
    year: rows.map(({ at }) => first + at),
  });
  return { ...panel, name: textColumn(rows.map(({ firm }) => names[firm] ?? `示例${firm}`)) };
}

/** All findings of a rule: `field or variant: year → measure` to two digits, with the factor where there is one. */
export function told(
  panel: Panel,
  rule: FindingRule,
  joins: JoinFacts = NO_JOINS,
  context: QualityContext = qualityContext([], joins),
): string[] {
  return findAll(panel, context)
    .filter((one) => one.rule === rule)
    .flatMap((one) => rowsTold(panel, one));
}

export function rowsTold(panel: Panel, { id, rows, measure, factor }: Finding): string[] {
  const about = id.includes(':') ? `${id.slice(id.indexOf(':') + 1)} ` : '';
  return Array.from(rows, (row, at) => {
    const number = Number.isNaN(measure[at]!) ? '' : ` ${Number(measure[at]!.toPrecision(2))}`;
    const undone = Number.isNaN(factor[at]!) ? '' : ` × ${factor[at]}`;
    return `${about}F${panel.firm[row]} ${panel.year[row]}${number}${undone}`;
  });
}

/** Numbers from 0 to 1 that are the same on every machine. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** A draw around 0 with standard deviation 1, from twelve even ones. */
export function normal(next: () => number): number {
  return Array.from({ length: 12 }, next).reduce((sum, one) => sum + one, -6);
}
