import type { Ranked } from '../../board/context';
import { detectorsOf } from '../detectors';
import type { BackTest, BackTestAsk, SeedlingSetting } from '../format';
import { backTest } from './back-test';
import type { Choose } from './rankers';

/** How many detectors have fired, then Borda's share, which is always below 1. A firm of which nothing can be judged is not judged. */
export function detectorScores(setting: SeedlingSetting): Choose {
  return (asOf, year, rows) => {
    const { fired, judged, figures } = detectorsOf(asOf, year, rows, setting);
    return figures.merit.map((merit, i) => (judged[i] === 0 ? NaN : fired[i]! + merit));
  };
}

/** The back-test of the detectors. Gates, the cut of the board's top and the least number of detectors are no part of the order: see docs/method/back-test.md. */
export function backTestDetectors(ctx: Ranked, ask: BackTestAsk, report?: (done: number, of: number) => void): BackTest {
  return backTest(ctx, ask, detectorScores(ask.setting), report);
}
