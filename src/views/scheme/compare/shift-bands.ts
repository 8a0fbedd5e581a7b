import type { CompareReport } from '../../../../scoring/compare/format';

/** Firms of a stretch of former ranks. */
export interface ShiftBand {
  readonly from: number;
  readonly to: number;
  readonly firms: number;
  readonly up: number;
  readonly down: number;
  readonly same: number;
}

/** The picture's points as a table of at most ten equal stretches of former ranks; a stretch without a point is left out. */
export function shiftBands({ rankA, shift }: CompareReport['points'], last: number): ShiftBand[] {
  const wide = Math.max(1, Math.ceil(last / 10));
  const bands = Array.from({ length: Math.ceil(last / wide) }, (_, at) => ({
    from: at * wide + 1,
    to: Math.min(last, (at + 1) * wide),
    firms: 0,
    up: 0,
    down: 0,
    same: 0,
  }));
  for (let i = 0; i < shift.length; i++) {
    const band = bands[Math.floor((rankA[i]! - 1) / wide)]!;
    band.firms++;
    if (shift[i]! > 0) band.up++;
    else if (shift[i]! < 0) band.down++;
    else band.same++;
  }
  return bands.filter(({ firms }) => firms > 0);
}
