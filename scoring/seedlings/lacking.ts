import type { Ranked } from '../board/context';
import { panelYears } from '../panel';
import type { Detections } from './detectors';
import { type Entry, lifeSigns } from './entry';
import { DETECTORS, SAYS, type DetectorId, type SeedlingAnswer, type SeedlingSetting, type StepId } from './format';

type Lack = SeedlingAnswer['lacking'][number];

/** Years a detector looks back; the others look back as far as the growth does. */
const BACK: Partial<Record<DetectorId | StepId, number>> = { momentum: 2, trajectory: 3 };
const NEEDS_GROUP: readonly (DetectorId | StepId)[] = ['quadrant', 'skyline', 'low_score'];
/** Fields beside the growth field without which nothing can be said. */
const NEEDS: Partial<Record<DetectorId | StepId, readonly string[]>> = {
  skyline: ['rd_expense', 'revenue'],
  outperformer: ['rd_expense', 'revenue', 'inv_applied', 'employees'],
};

/** What says nothing about any firm, and why; and what the data cannot ask at all. */
export function lackingOf(
  ctx: Ranked,
  { figures, verdicts }: Detections,
  entry: Entry,
  setting: SeedlingSetting,
  lostGates: readonly string[],
): SeedlingAnswer['lacking'] {
  const { rows, year } = figures;
  const lost: Lack[] = lostGates.map((given) => ({ what: 'eligible', why: 'no_rule', given }));
  if (rows.length === 0) return lost;
  const isSilent = (says: Uint8Array): boolean => says.every((verdict) => verdict === SAYS.unknown);
  const why = (what: DetectorId | StepId): Lack => ({
    what,
    ...reasonFor(ctx, what, year, setting, figures.technology.group !== null, rows.length),
  });
  const silent = DETECTORS.filter((_, at) => isSilent(verdicts[at]!));
  return [
    ...(isSilent(entry.alive) ? [aliveLack(ctx, setting, rows.length)] : []),
    ...(isSilent(entry.comparable) ? [why('comparable')] : []),
    ...(entry.asksResearch ? [] : [{ what: 'eligible', why: 'no_field', given: 'rd_expense' } as const]),
    ...lost,
    ...silent.map(why),
  ];
}

function aliveLack({ panel }: Ranked, { field }: SeedlingSetting, firms: number): Lack {
  const isThere = lifeSigns(field).some((id) => panel.fields.has(id));
  return isThere ? { what: 'alive', why: 'too_few', given: String(firms) } : { what: 'alive', why: 'no_field', given: field };
}

function reasonFor(
  { panel }: Ranked,
  what: DetectorId | StepId,
  year: number,
  setting: SeedlingSetting,
  hasGroup: boolean,
  firms: number,
): Pick<Lack, 'why' | 'given'> {
  const needed = what === 'outperformer' ? (NEEDS.outperformer ?? []) : [setting.field, ...(NEEDS[what] ?? [])];
  const missing = needed.find((id) => panel.fields.get(id)?.kind !== 'number');
  if (missing !== undefined) return { why: 'no_field', given: missing };
  if (NEEDS_GROUP.includes(what) && !hasGroup) return { why: 'no_group', given: setting.technology ?? '' };
  const years = panelYears(panel).filter((one) => one <= year);
  const back = BACK[what] ?? setting.years;
  if (what !== 'outperformer' && !years.includes(year - back))
    return years.length < 2 ? { why: 'one_year', given: String(year) } : { why: 'too_few_years', given: String(years.length) };
  return { why: 'too_few', given: String(firms) };
}
