import { firmKey, firmName } from '../board/cell';
import type { Ranked } from '../board/context';
import type { Contenders } from './contenders';
import type { FirmName } from './format';

/** A contender as the page names it. */
export function nameOfFirm({ panel }: Ranked, { rows, ranks, scores }: Contenders, i: number): FirmName {
  const row = rows[i]!;
  return { row, firm: firmKey(panel, row), name: firmName(panel, row), rank: ranks[i]!, score: scores[i]! };
}
