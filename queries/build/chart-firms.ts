import type { Dimension } from '../../scoring/board/format';
import type { Bars, Clause, Frame, MeasureId, Range } from '../../scoring/distribution/format';
import type { Scheme } from '../../scoring/scheme/format';
import { number } from './number';
import { quoteName, quoteText } from './quote';
import { earlierJoins, fieldSql, type ScoreGiven } from './score-statement';

/** What the statement of a chart needs and this room may not import: handed in by the caller. */
export interface ChartGiven extends Pick<ScoreGiven, 'expression' | 'panel' | 'typeOf'> {
  readonly scheme: Scheme;
  /** Years that have a board, ascending. */
  readonly years: readonly number[];
  /** The field a dimension is cut by; null where there is none. */
  readonly fieldOf: (dimension: Dimension) => string | null;
  /** Numerator and denominator of a formula that is a ratio; null of others. */
  readonly halves: (formula: string) => { readonly over: string; readonly under: string } | null;
  /** The bars an answer has: their width is found in the figures, not in a formula. null: nobody has a figure. */
  readonly bars: Pick<Bars, 'edges' | 'zeroApart'> | null;
}

/** What a chart asks of the firms of a frame. */
export interface FirmsAsk {
  /** Column of the step `firms` → measure. */
  readonly measures: Readonly<Record<string, MeasureId>>;
  /** Columns `over` and `under` of the measure `x`, where it is a ratio. */
  readonly withHalves?: boolean;
  /** The dimension in whose column `part` firms stand: a list where a firm can be in several. */
  readonly by?: Dimension | null;
  readonly years: readonly number[];
  readonly frame: Pick<Frame, 'segment' | 'clauses'>;
}
/** The steps `valued` and `firms` (firm, year, the measures, `part`, `selected`), and what is in them. */
export interface FirmsSql {
  readonly steps: readonly string[];
  readonly hasSelection: boolean;
  readonly hasHalves: boolean;
  /** `part` is a list. */
  readonly isSet: boolean;
}

/** A dimension as SQL: a text, or a list of them. */
interface Part {
  readonly sql: string;
  readonly isSet: boolean;
}

/** Cannot be said over tables `panel` and `score`: points, groups of a scheme, chosen groups, a dimension the data lack. */
class Unsaid extends Error {}

/** The firms of a frame; null where something of it cannot be said over the two tables. */
export function firmsSql(given: ChartGiven, ask: FirmsAsk): FirmsSql | null {
  try {
    return stepsOf(given, ask);
  } catch (error) {
    if (error instanceof Unsaid) return null;
    throw error;
  }
}

function stepsOf(given: ChartGiven, { measures, withHalves = false, by = null, years, frame }: FirmsAsk): FirmsSql {
  const columns = new Columns(given);
  const { segment, clauses } = frame;
  const ratio = withHalves ? formulaOf(given, measures['x']!) : null;
  const half = ratio === null ? null : given.halves(ratio);
  const figures = Object.entries(measures).map(([name, id]) => `${columns.measure(id)} as ${name}`);
  const halves = half ? [`${columns.formula(half.over)} as over`, `${columns.formula(half.under)} as under`] : [];
  const part = by === null ? null : columns.dimension(by);
  const inside = (Object.entries(segment) as [Dimension, string | undefined][]).flatMap(([dimension, value]) =>
    value === undefined ? [] : [heldBy(columns.dimension(dimension), [value])],
  );
  const selected = clauses.map((clause) => clauseSql(clause, columns));
  const select = [
    'firm',
    'year',
    ...figures,
    ...halves,
    ...(part ? [`${part.sql} as part`] : []),
    ...(selected.length > 0 ? [`coalesce(${selected.join('\n    and ')}, false) as selected`] : []),
  ];
  const where = inside.length > 0 ? `\nwhere ${inside.join('\n  and ')}` : '';
  return {
    steps: [columns.step(years), `firms as (\nselect\n  ${select.join(',\n  ')}\nfrom valued${where}\n)`],
    hasSelection: clauses.length > 0,
    hasHalves: half !== null,
    isSet: part?.isSet ?? false,
  };
}

/** Columns of the step `valued`, each made once under the name it is known by. */
class Columns {
  readonly #given: ChartGiven;
  readonly #made = new Map<string, string>();
  readonly #backs = new Set<number>();
  #readsScore = false;

  constructor(given: ChartGiven) {
    this.#given = given;
  }

  /** A measure: finite or NULL. Scores count where they rank. */
  measure(id: MeasureId): string {
    if (id === 'score') {
      this.#readsScore = true;
      return this.#column(id, () => `case when s.status = 'ranked' then s.score end`);
    }
    const formula = formulaOf(this.#given, id);
    if (formula === null) throw new Unsaid();
    return this.#column(id, () => {
      const sql = this.#expression(formula);
      return id.startsWith('field:') ? `case when isfinite(${sql}) then ${sql} end` : sql;
    });
  }

  formula(text: string): string {
    return this.#column(`formula:${text}`, () => this.#expression(text));
  }

  /** Missing is a segment `?` of its own, a known none ''. */
  dimension(dimension: Dimension): Part {
    const { scheme, panel, fieldOf } = this.#given;
    if (dimension === 'stage' && scheme.stages.length > 0) return { sql: this.#column(dimension, () => this.#stage()), isSet: false };
    const field = fieldOf(dimension);
    const type = field === null ? undefined : panel.get(field);
    if (field === null || (type !== 'varchar' && type !== 'varchar[]')) throw new Unsaid();
    const sql = `p.${quoteName(field)}`;
    const isSet = type === 'varchar[]';
    return {
      isSet,
      sql: this.#column(dimension, () =>
        isSet ? `case when ${sql} is null then ['?'] when len(${sql}) = 0 then [''] else ${sql} end` : `coalesce(${sql}, '?')`,
      ),
    };
  }

  step(years: readonly number[]): string {
    const columns = ['p.firm', 'p.year', ...[...this.#made].map(([name, sql]) => `${sql} as ${quoteName(name)}`)];
    const score = this.#readsScore ? ['left join score as s on s.firm = p.firm and s.year = p.year'] : [];
    const from = ['from panel as p', ...earlierJoins(this.#backs), ...score].join('\n');
    return `valued as (\nselect\n  ${columns.join(',\n  ')}\n${from}\nwhere p.year in (${years.join(', ')})\n)`;
  }

  #column(name: string, make: () => string): string {
    if (!this.#made.has(name)) this.#made.set(name, make());
    return quoteName(name);
  }
  #expression(formula: string): string {
    return this.#given.expression(formula, (field, back) => fieldSql(this.#given, field, back, this.#backs), 'p.year');
  }
  /** The first true stage, unless an earlier one is undecided; else the default one, or none. */
  #stage(): string {
    const { stages, defaultStage } = this.#given.scheme;
    const fallback = quoteText(defaultStage ?? '?');
    const cases = stages.map(({ id, when }) => {
      const sql = this.#expression(when);
      return `when ${sql} is null then ${fallback} when ${sql} = 1 then ${quoteText(id)}`;
    });
    return `case ${cases.join(' ')} else ${fallback} end`;
  }
}

/** The formula behind a measure; null of points and groups, which are in neither table. */
function formulaOf({ scheme }: ChartGiven, id: MeasureId): string | null {
  const rest = id.slice(id.indexOf(':') + 1);
  if (id.startsWith('field:') || id.startsWith('formula:')) return rest;
  return id.startsWith('figure:') ? (scheme.indicators.find((one) => one.id === rest)?.formula ?? null) : null;
}

function clauseSql(clause: Clause, columns: Columns): string {
  switch (clause.is) {
    case 'ranges': {
      const figure = columns.measure(clause.measure);
      const tests = [...(clause.missing ? [`${figure} is null`] : []), ...clause.ranges.map((range) => rangeSql(figure, range))];
      return tests.length > 0 ? `(${tests.join(' or ')})` : 'false';
    }
    case 'segments':
      return heldBy(columns.dimension(clause.dimension), clause.values);
    case 'firms':
      return clause.firms.length > 0 ? `firm in (${clause.firms.map(quoteText).join(', ')})` : 'false';
  }
}

function rangeSql(figure: string, { from, to }: Range): string {
  if (from !== null && from === to) return `${figure} = ${number(from)}`;
  const ends = [...(from === null ? [] : [`${figure} >= ${number(from)}`]), ...(to === null ? [] : [`${figure} < ${number(to)}`])];
  return ends.length > 0 ? `(${ends.join(' and ')})` : `${figure} is not null`;
}

function heldBy({ sql, isSet }: Part, values: readonly string[]): string {
  if (values.length === 0) return 'false';
  const list = values.map(quoteText).join(', ');
  return isSet ? `list_has_any(${sql}, [${list}])` : `${sql} in (${list})`;
}
