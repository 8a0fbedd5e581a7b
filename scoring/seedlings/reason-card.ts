import type { Ranked } from '../board/context';
import { firmKey, firmName } from '../board/cell';
import { frameRows } from '../distribution/frame';
import { panelYears } from '../panel';
import { rowOfYear } from '../year-rows';
import { detectorsOf } from './detectors';
import type { ReasonCard, SeedlingAsk } from './format';
import { nearestPeers } from './nearest-peers';
import { readingsOf } from './readings';
import { ruleCard } from './rule-card';

/** Everything that speaks for and against the firm of a row in its year, among the asked segment; a firm outside it is read among all firms of the year. */
export function reasonCard(
  ctx: Ranked,
  row: number,
  { segment, setting, rules }: Pick<SeedlingAsk, 'segment' | 'setting' | 'rules'>,
): ReasonCard {
  const { panel } = ctx;
  const year = panel.year[row]!;
  const inSegment = frameRows(ctx, { year, segment });
  const rows = inSegment.includes(row) ? inSegment : frameRows(ctx, { year, segment: {} });
  return {
    firm: firmKey(panel, row),
    name: firmName(panel, row),
    year,
    readings: readingsOf(detectorsOf(ctx, year, rows, setting), rows.indexOf(row), setting),
    path: pathOf(ctx, row, setting.field),
    ...ruleCard(ctx, rules, row),
    peers: nearestPeers(ctx, row, setting),
  };
}

function pathOf({ panel }: Ranked, row: number, field: string): ReasonCard['path'] {
  const column = panel.fields.get(field);
  return panelYears(panel).map((year) => {
    const at = rowOfYear(panel, panel.firm[row]!, year);
    const value = at >= 0 && column?.kind === 'number' ? column.values[at]! : NaN;
    return { year, value: Number.isNaN(value) ? null : value };
  });
}
