import type { BackTest, Ranker, ReasonCard, SeedlingAnswer, SeedlingRow, SeedlingRule, Verdict } from '../../../scoring/seedlings/format';

const named = (zh: string, en = zh) => ({ zh, en });

export const RULES: readonly SeedlingRule[] = [
  {
    id: 'oecd-hge',
    kind: 'definition',
    name: named('高成长企业（OECD）', 'High-growth enterprise (OECD)'),
    short: named('高成长', 'HGE'),
    from: null,
    to: null,
    provenance: 'official',
    sources: ['OECD'],
    note: null,
    condition: { id: 'c', name: named('c'), ask: null, when: null, is: 'manual' },
  },
  {
    id: 'demo-loan',
    kind: 'loan',
    name: named('示例贷', 'Demo loan'),
    short: named('示例贷', 'Loan'),
    from: '2024-01-01',
    to: null,
    provenance: 'illustrative',
    sources: [],
    note: null,
    condition: { id: 'c', name: named('c'), ask: null, when: null, is: 'manual' },
  },
];

const DETECTED: readonly Verdict[] = ['met', 'met', 'unknown', 'unmet', 'not_applicable', 'review', 'unmet'];

export function row(at: number, part: Partial<SeedlingRow> = {}): SeedlingRow {
  return {
    firm: `F${at}`,
    name: `示例企业${at}`,
    industry: '集成电路',
    district: '高新区',
    place: at,
    growth: 0.413,
    technology: 0.71,
    score: 52.6,
    rank: 221,
    detectors: DETECTED,
    rules: ['met'],
    fired: 2,
    judged: 5,
    single: false,
    review: false,
    evidence: 'met',
    tied: false,
    ...part,
  };
}

/** 10 firms, of which 2 are on the list and one fell short of it by half a point. */
export const ANSWER: SeedlingAnswer = {
  year: 2024,
  growthCut: 0.2,
  technologyCut: 0.54,
  technology: { id: 'tech', name: named('技术创新', 'Technology') },
  lacking: [],
  funnel: [
    { id: 'universe', firms: 10, lost: 0, unknown: 0, review: 0, near: [] },
    { id: 'alive', firms: 9, lost: 1, unknown: 1, review: 0, near: [] },
    { id: 'comparable', firms: 7, lost: 2, unknown: 1, review: 0, near: [] },
    { id: 'not_top', firms: 5, lost: 2, unknown: 0, review: 0, near: [] },
    { id: 'eligible', firms: 4, lost: 1, unknown: 0, review: 0, near: [] },
    {
      id: 'detected',
      firms: 2,
      lost: 2,
      unknown: 0,
      review: 0,
      near: [{ firm: 'F3', name: '示例企业3', what: 'quadrant', figure: 'growth', value: 0.195, threshold: 0.2 }],
    },
    { id: 'evidence', firms: 1, lost: 1, unknown: 1, review: 0, near: [] },
  ],
  quadrants: { both: 3, growth: 2, technology: 1, neither: 3, unknown: 1 },
  restless: 4,
  points: [
    { firm: 'F1', name: '示例企业1', growth: 0.413, technology: 0.71, verdict: 'met', listed: true },
    { firm: 'F2', name: '示例企业2', growth: 0.3, technology: 0.6, verdict: 'met', listed: true },
    { firm: 'F3', name: '示例企业3', growth: 0.195, technology: 0.8, verdict: 'unmet', listed: false },
    { firm: 'F4', name: '示例企业4', growth: null, technology: 0.4, verdict: 'unknown', listed: false },
  ],
  undrawn: 0,
  listed: 2,
  rows: [row(1), row(2, { evidence: 'unknown', fired: 1, single: true }), row(3, { place: null, evidence: null, growth: 0.195 })],
  where: [
    { by: 'district', value: '高新区', listed: 2, universe: 8 },
    { by: 'district', value: '青羊区', listed: 0, universe: 2 },
    { by: 'industry', value: '集成电路', listed: 2, universe: 4 },
  ],
};

const figure = { measure: null, reason: null, peers: null } as const;

export const CARD: ReasonCard = {
  firm: 'F1',
  name: '示例企业1',
  year: 2024,
  readings: [
    {
      detector: 'quadrant',
      verdict: 'met',
      type: null,
      figures: [
        { ...figure, what: 'growth', value: 0.413, operator: '>=', threshold: 0.2 },
        { ...figure, what: 'technology', value: 0.71, operator: '>=', threshold: 0.54 },
      ],
    },
    {
      detector: 'outperformer',
      verdict: 'unknown',
      type: null,
      figures: [
        {
          ...figure,
          what: 'percentile',
          measure: 'formula:rd_expense / revenue',
          value: null,
          reason: 'blank',
          operator: '>=',
          threshold: 0.9,
          peers: 0,
        },
      ],
    },
    {
      detector: 'anomaly',
      verdict: 'review',
      type: null,
      figures: [{ ...figure, what: 'z', value: 3.82, operator: '>', threshold: 3.5, peers: 38 }],
    },
  ],
  path: [
    { year: 2021, value: 8_600_000 },
    { year: 2022, value: null },
    { year: 2023, value: 17_000_000 },
    { year: 2024, value: 24_260_000 },
  ],
  unknowns: [
    {
      rule: 'oecd-hge',
      condition: 'a',
      name: named('PCT 申请件数', 'PCT applications'),
      ask: named('近三年 PCT 申请', 'PCT of three years'),
    },
    {
      rule: 'demo-loan',
      condition: 'b',
      name: named('PCT 申请件数', 'PCT applications'),
      ask: named('近三年 PCT 申请', 'PCT of three years'),
    },
  ],
  nearly: [
    {
      rule: 'oecd-hge',
      name: named('高成长'),
      condition: named('基年营收', 'Base revenue'),
      measure: 'field:revenue',
      value: 8_600_000,
      threshold: 10_000_000,
    },
  ],
  rules: [{ rule: 'oecd-hge', verdict: 'unmet', leaves: [] }],
  peers: [{ firm: 'F9', name: '示例企业9', distance: 0.41, growth: 0.379, technology: null, score: 55.1 }],
};

export function ranker(id: Ranker['id'], part: Partial<Ranker> = {}): Ranker {
  return {
    id,
    lacking: null,
    judged: 342,
    hits: 17,
    precision: 0.34,
    recall: 0.333,
    lift: 2.28,
    low: 0.22,
    high: 0.48,
    liftLow: 1.5,
    liftHigh: 3.2,
    averagePrecision: 0.3,
    auc: 0.7,
    chance: 0.0003,
    ...part,
  };
}

/** 3 chosen of 20, a tie at the cut shared by two: 1.5 hits. */
export const BACK_TEST: BackTest = {
  years: [
    {
      asOf: 2021,
      decision: '2022-06-30',
      firms: 25,
      universe: 20,
      positives: 4,
      exits: 1,
      review: 0,
      unknown: 3,
      barred: 2,
      rankers: [
        ranker('rule', { hits: 1.5, precision: 0.5, lift: 2.5 }),
        ranker('growth', { lift: 1.6, liftLow: 0.9, liftHigh: 2.6 }),
        ranker('rd_intensity', {
          lacking: 'no_field',
          hits: null,
          precision: null,
          recall: null,
          lift: null,
          liftLow: null,
          liftHigh: null,
        }),
        ranker('score', { lift: 1.2 }),
        ranker('random', { lift: 1, liftLow: null, liftHigh: null }),
      ],
      survivors: ranker('rule'),
      otherWay: null,
      hits: [
        { firm: 'F1', name: '示例企业1', share: 1 },
        { firm: 'F2', name: '示例企业2', share: 0.5 },
      ],
      misses: [
        { firm: 'F5', name: '示例企业5', share: 1, why: 'left' },
        { firm: 'F6', name: '示例企业6', share: 0.5, why: 'grew_less' },
      ],
    },
  ],
  pooled: [],
  overlapping: false,
  alarm: false,
  checks: [
    { id: 'exits_counted', ok: true, given: '1560' },
    { id: 'base_year', ok: false, given: '2.50 1.94' },
    { id: 'nothing_later', ok: true, given: '2021' },
  ],
  refused: [{ asOf: 2020, why: 'no_base' }],
};
