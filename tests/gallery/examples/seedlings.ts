import type { QuadrantPoint, Verdict } from '../../../scoring/seedlings/format';
import { liftWhiskers, type LiftLine } from '../../../src/charts/lift-whiskers';
import { seedlingQuadrant, type QuadrantWords } from '../../../src/charts/seedling-quadrant';
import type { QuadrantShown } from '../../../src/charts/seedling-quadrant-plan';
import type { Example } from './example';
import { normals } from './synthetic';

const WORDS: QuadrantWords = {
  corners: {
    both: { name: '领先且在爆发', firms: '27' },
    growth: { name: '增长快、技术待证', firms: '29' },
    technology: { name: '技术强、增长未起', firms: '1,455' },
    neither: { name: '两项都低', firms: '117' },
  },
  growthUnknown: '增速未知 28 家，不判',
  technologyUnknown: '技术得分率未知',
  xName: '技术得分率',
  yName: '营收三年年均增速',
  percent: (ratio) => `${Math.round(ratio * 100)}%`,
  short: ({ name }) => name,
  told: ({ name }) => name,
};

const NAMES = ['砚池存算', '苔光微系统', '竹窗射频', '榫芯互连', '蕨叶传感', '稻屿光子', '芦汀时钟', '槐序安全芯片'];
const growths = normals(31, 240, 0.08, 0.24);
const shares = normals(32, 240, 0.5, 0.16);
const firms: readonly QuadrantPoint[] = growths.map((growth, at) => {
  const technology = Math.min(1, Math.max(0, shares[at]!));
  const isMet = growth >= 0.2 && technology >= 0.54;
  const verdict: Verdict = at % 23 === 5 ? 'unknown' : isMet ? 'met' : 'unmet';
  return {
    firm: String(at),
    name: NAMES[at % NAMES.length]!,
    growth: at % 23 === 5 ? null : growth,
    technology,
    verdict,
    listed: isMet && at % 3 !== 0,
  };
});

const drawn = (part: Partial<QuadrantShown>): Example => ({
  width: 680,
  draw: (document, width) =>
    seedlingQuadrant(
      document,
      { points: firms, growthCut: 0.2, technologyCut: 0.54, picked: null, ...part },
      { width, height: 300 },
      WORDS,
    ),
});
const five = (verdict: Verdict, at: number, listed: boolean): QuadrantPoint => ({
  firm: `${verdict}${listed}`,
  name: NAMES[at]!,
  growth: 0.1 + 0.08 * at,
  technology: listed ? 0.7 : 0.3,
  verdict,
  listed,
});
const VERDICTS_SHOWN = ['unmet', 'met', 'unknown', 'review', 'not_applicable'] as const;

export const quadrant = drawn({ picked: firms.find(({ listed }) => listed)!.firm });
export const quadrantVerdicts = drawn({
  points: VERDICTS_SHOWN.flatMap((verdict, at) => [five(verdict, at, true), five(verdict, at, false)]),
});
export const quadrantUnknown = drawn({
  points: [
    { firm: 'a', name: '砚池存算', growth: null, technology: 0.4, verdict: 'unknown', listed: false },
    { firm: 'b', name: '苔光微系统', growth: 0.3, technology: null, verdict: 'unknown', listed: true },
    { firm: 'c', name: '竹窗射频', growth: null, technology: null, verdict: 'unknown', listed: false },
  ],
});
export const quadrantBeyond = drawn({
  points: [...firms.slice(0, 90), { firm: 'far', name: '榫芯互连', growth: 9, technology: 0.8, verdict: 'review', listed: true }],
});
export const quadrantNarrow: Example = { ...drawn({}), width: 300 };
export const quadrantNoCuts = drawn({ growthCut: null, technologyCut: null });
export const quadrantNobody = drawn({ points: [] });

const lines: readonly LiftLine[] = [
  { lift: 2.28, low: 1.45, high: 3.3, words: '本规则 2.28', strong: true },
  { lift: 1.61, low: 0.93, high: 2.5, words: '去年增速 1.61', strong: false },
  { lift: 1.48, low: 0.8, high: 2.4, words: '研发强度 1.48', strong: false },
  { lift: null, low: null, high: null, words: '', strong: false },
  { lift: 1, low: null, high: null, words: '随机 1.00', strong: false },
];
const liftOf = (some: readonly LiftLine[]): Example => ({
  width: 190,
  draw: (document, width) =>
    liftWhiskers(document, some, { width, head: 28, row: 26, alarm: 5 }, { tick: (lift) => String(lift), none: '算不出' }),
});
export const lift = liftOf(lines);
export const liftAlarm = liftOf([{ lift: 6.4, low: 5.2, high: 7.1, words: '本规则 6.4', strong: true }, ...lines.slice(1)]);
