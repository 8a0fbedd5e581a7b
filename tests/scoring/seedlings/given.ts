import type { Ranked } from '../../../scoring/board/context';
import { scorePanel } from '../../../scoring/board/score-panel';
import { detectorsOf, type Detections } from '../../../scoring/seedlings/detectors';
import { DETECTORS, VERDICTS, type DetectorId, type SeedlingSetting, type Verdict } from '../../../scoring/seedlings/format';
import { DEFAULT_SETTING } from '../../../scoring/seedlings/setting';
import type { Panel } from '../../../scoring/panel';
import type { Scheme } from '../../../scoring/scheme/format';
import { keyedRowsOf } from '../../../scoring/year-rows';
import { SETTING } from '../board/literal-board';
import { panelOf, truthColumn } from '../panel-of';
import { schemeWith } from '../schemes';

type Cell = number | null;

/** A firm over some years that end in 2024; single figures are those of 2024. Money in million 元, `technology` is the share of its full mark, `other` that of the other group. */
export interface Firm {
  readonly revenue: readonly Cell[];
  readonly industry?: string | null | readonly (string | null)[];
  readonly district?: string | null;
  readonly technology?: Cell;
  readonly other?: Cell;
  readonly rd?: Cell;
  readonly inv?: Cell;
  readonly staff?: Cell | readonly Cell[];
  readonly dishonest?: boolean | null;
}

const TWO_GROUPS = schemeWith({
  groups: [{ id: 'tech' }, { id: 'other' }],
  indicators: [
    { id: 't', group: 'tech', formula: 'x_tech', rule: { is: 'linear', from: 0, to: 1 }, of: 100 },
    { id: 'o', group: 'other', formula: 'x_other', rule: { is: 'linear', from: 0, to: 1 }, of: 100 },
  ],
  vetoes: [{ id: 'v', formula: 'dishonest', provenance: 'illustrative' }],
});

/** Scored the ordinary way under a scheme of two groups of 100 points. Firms are F0, F1 … in the order given; `without` leaves fields out of the data. */
export function ranked(firms: readonly Firm[], without: readonly string[] = [], scheme: Scheme = TWO_GROUPS): Ranked {
  const rows = firms.flatMap((firm, number) =>
    firm.revenue.map((revenue, at) => ({
      firm,
      number,
      revenue,
      year: 2024 - firm.revenue.length + 1 + at,
      isLast: at === firm.revenue.length - 1,
      at,
    })),
  );
  const million = (value: Cell | undefined): Cell => (typeof value === 'number' ? value * 1e6 : null);
  const last = (read: (firm: Firm) => Cell | undefined): Cell[] => rows.map(({ firm, isLast }) => (isLast ? (read(firm) ?? null) : null));
  const fields = {
    revenue: rows.map(({ revenue }) => million(revenue)),
    industry: rows.map(({ firm: { industry }, at }) =>
      Array.isArray(industry) ? (industry[at] as string | null) : ((industry ?? null) as string | null),
    ),
    district: rows.map(({ firm }) => firm.district ?? null),
    x_tech: last(({ technology }) => technology),
    x_other: last(({ other }) => (other === undefined ? 0.5 : other)),
    rd_expense: last(({ rd }) => million(rd)),
    inv_applied: last(({ inv }) => inv),
    employees: rows.map(({ firm: { staff }, at, isLast }) =>
      Array.isArray(staff) ? (staff[at] as Cell) : isLast ? ((staff ?? null) as Cell) : null,
    ),
  };
  const kept = Object.fromEntries(Object.entries(fields).filter(([id]) => !without.includes(id)));
  const panel = panelOf(kept, { firm: rows.map(({ number }) => number), year: rows.map(({ year }) => year) });
  const dishonest = truthColumn(rows.map(({ firm }) => (firm.dishonest === undefined ? false : firm.dishonest)));
  return scored({ ...panel, fields: new Map([...panel.fields, ['dishonest', dishonest]]) }, scheme);
}

export function scored(panel: Panel, scheme: Scheme = TWO_GROUPS): Ranked {
  return scorePanel(panel, scheme, { ...SETTING, schemeHash: 'seedlings' });
}

export const settingWith = (more: Partial<SeedlingSetting>): SeedlingSetting => ({ ...DEFAULT_SETTING, ...more });

export function detect(firms: readonly Firm[], more: Partial<SeedlingSetting> = {}, without: readonly string[] = []): Detections {
  const ctx = ranked(firms, without);
  return detectorsOf(ctx, 2024, keyedRowsOf(ctx.panel, 2024), settingWith(more));
}

/** What one detector says of the firms, in the order given; at most ten firms, so that keys stand in that order. */
export function says(found: Detections, id: DetectorId): Verdict[] {
  return Array.from(found.verdicts[DETECTORS.indexOf(id)]!, (verdict) => VERDICTS[verdict]!);
}
