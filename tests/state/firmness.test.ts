import { describe, expect, it } from 'vitest';
import type { BoardSlice } from '../../scoring/board/format';
import type { FirmnessAnswer, FirmnessAsk } from '../../scoring/robustness/format';
import { CHUNK, drawHere, type DrawRunner } from '../../src/state/draw-here';
import type { DrawResult, DrawTask } from '../../src/state/draw-worker';
import { drawInWorkers } from '../../src/state/draw-workers';
import { draftKey } from '../../src/state/draft-key';
import { FirmnessRoom } from '../../src/state/firmness';
import { Firmness, type FirmnessOutside } from '../../src/state/firmness.svelte';
import { ScoreRoom } from '../../src/state/score-room';
import { DEFAULTS, type Spec } from '../../src/state/spec';
import { Drawer, drawableOf } from '../../scoring/robustness/draws';
import { panelOf } from '../scoring/panel-of';
import { boardOf, made } from '../scoring/robustness/board';
import { schemeWith } from '../scoring/schemes';
import { ANSWER } from '../fixtures/fake-firmness.svelte';

const shares = Array.from({ length: 12 }, (_, i) => [((i * 5) % 12) / 12, ((i * 7) % 12) / 12, i % 3 === 0 ? null : ((i * 11) % 12) / 12]);
const board = () => boardOf({ shares, weights: [40, 30, 30], groups: ['a', 'b', 'b'] });
const ASK: FirmnessAsk & { readonly year: number } = { how: 'around', share: 0.25, draws: 120, seed: 5, k: 4, year: 2024, segment: {} };
const silent = (): void => undefined;

/** A worker as the runner sees one, that answers after the turn of whoever asks. */
class FakeWorker extends EventTarget {
  ended = false;
  #drawer: Drawer | null = null;
  constructor(readonly fault: string | null = null) {
    super();
  }
  postMessage(task: DrawTask): void {
    setTimeout(() => {
      if (this.ended) return;
      if (this.fault !== null) {
        this.dispatchEvent(Object.assign(new Event('error'), { message: this.fault }));
        return;
      }
      if (task.is === 'board') this.#drawer = new Drawer(task.drawable, task.plan);
      else {
        const data: DrawResult = { from: task.from, ranks: this.#drawer!.run(task.from, task.to) };
        this.dispatchEvent(Object.assign(new Event('message'), { data }));
      }
    }, 0);
  }
  terminate(): void {
    this.ended = true;
  }
}
function workers(fault: string | null = null) {
  const started: FakeWorker[] = [];
  const start = () => {
    const worker = new FakeWorker(fault);
    started.push(worker);
    return worker as unknown as Worker;
  };
  return { started, start };
}

describe('draws in workers', () => {
  const { contenders } = made({ shares, weights: [40, 30, 30] });
  const drawable = drawableOf(contenders);
  const flat = async (run: DrawRunner) => (await run(drawable, ASK, silent, new AbortController().signal))!.flatMap((chunk) => [...chunk]);

  it.each([1, 2, 3, 8])('are the same in %i workers as without any', async (cores) => {
    expect(await flat(drawInWorkers(workers().start, cores))).toEqual(await flat(drawHere));
  });
  it('start no more workers than there are chunks, and end them all', async () => {
    const { started, start } = workers();
    await flat(drawInWorkers(start, 64));
    expect(started).toHaveLength(Math.ceil(ASK.draws / CHUNK));
    expect(started.every(({ ended }) => ended)).toBe(true);
  });
  it('are reported up to the last', async () => {
    const seen: number[] = [];
    await drawInWorkers(workers().start, 2)(drawable, ASK, (done) => seen.push(done), new AbortController().signal);
    expect(seen.at(-1)).toBe(ASK.draws);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
  it('end at once when given up', async () => {
    const { started, start } = workers();
    const stop = new AbortController();
    const result = drawInWorkers(start, 2)(drawable, ASK, () => stop.abort(), stop.signal);
    expect(await result).toBeNull();
    expect(started.every(({ ended }) => ended)).toBe(true);
  });
  it('fail with the reason when a worker breaks, and end the others', async () => {
    const { started, start } = workers('out of memory');
    await expect(flat(drawInWorkers(start, 2))).rejects.toThrow('draw worker stopped: out of memory');
    expect(started.every(({ ended }) => ended)).toBe(true);
  });
});

describe('the room of firmness', () => {
  it('answers about the board it was asked for, every part of it', async () => {
    const answer = (await new FirmnessRoom().run(board(), null, ASK, silent))!;
    expect(answer.of).toEqual({ hash: 'test', draft: null, year: 2024, segment: {} });
    expect(answer.n).toBe(12);
    expect(answer.least.length).toBeGreaterThan(0);
    expect(answer.pairs).toHaveLength(9);
    expect(answer.cut.k).toBe(4);
    expect(answer.removed.map(({ is }) => is)).toEqual(['indicator', 'indicator', 'indicator', 'group', 'group']);
    expect(answer.factorial.runs).toHaveLength(14);
    expect(answer.missing.firms).toBe(4);
    for (const one of answer.least) {
      expect(one.bound!.best).toBeLessThanOrEqual(one.best);
      expect(one.bound!.worst).toBeGreaterThanOrEqual(one.worst);
      expect(one.low).toBeLessThanOrEqual(one.middle);
    }
  });
  it('gives the same answer twice', async () => {
    const [once, again] = [
      await new FirmnessRoom().run(board(), null, ASK, silent),
      await new FirmnessRoom().run(board(), null, ASK, silent),
    ];
    expect(again).toEqual(once);
  });
  it('gives another with another seed', async () => {
    const shifts = async (seed: number) => [...(await new FirmnessRoom().run(board(), null, { ...ASK, seed }, silent))!.ranges.shift];
    expect(await shifts(6)).not.toEqual(await shifts(5));
  });
  it('reports the draws, then the other ways', async () => {
    const doing = new Set<string>();
    await new FirmnessRoom().run(board(), null, ASK, (progress) => doing.add(progress.doing));
    expect([...doing]).toEqual(['drawing', 'comparing']);
  });
  it('stops at a word, and is overtaken by the next run', async () => {
    const room = new FirmnessRoom();
    const stopped = room.run(board(), null, ASK, silent);
    room.stop();
    expect(await stopped).toBeNull();
    const overtaken = room.run(board(), null, ASK, silent);
    const last = room.run(board(), null, ASK, silent);
    expect(await overtaken).toBeNull();
    expect(await last).not.toBeNull();
  });
  it('does not mind that a draft writes over the totals meanwhile', async () => {
    const ranked = board();
    const wanted = await new FirmnessRoom().run(board(), null, ASK, silent);
    const running = new FirmnessRoom().run(ranked, null, ASK, silent);
    ranked.totals.score.fill(1);
    ranked.totals.status.fill(2);
    ranked.totals.unchecked.fill(1);
    expect(await running).toEqual(wanted);
  });
  it('says nothing of scores that are no weighted sum, rather than something wrong', async () => {
    const ranked = board();
    const row = ranked.totals.score.indexOf(Math.max(...ranked.totals.score));
    ranked.totals.score[row]! += 0.5;
    expect(await new FirmnessRoom().run(ranked, null, ASK, silent)).toMatchObject({ refused: 'not_additive', n: 0, least: [], pairs: [] });
    expect(new FirmnessRoom().standing(ranked, null, { row, segment: {}, year: 2024, share: 0.25 })).toBeNull();
  });
  it('makes no more draws than there is memory for, and says so', async () => {
    const plans: number[] = [];
    const room = new FirmnessRoom(async (_, plan) => {
      plans.push(plan.draws);
      return [];
    });
    // 12 firms, 2 bytes a rank, 240 million bytes: 10 million draws.
    const answer = await room.run(board(), null, { ...ASK, draws: 2e7 }, silent);
    expect(plans).toEqual([1e7]);
    expect(answer).toMatchObject({ isLimited: true, ask: { draws: 1e7 } });
  });
  it('says nothing of an empty board', async () => {
    const answer = await new FirmnessRoom().run(board(), null, { ...ASK, segment: { industry: 'none such' } }, silent);
    expect(answer).toMatchObject({ n: 0, least: [], pairs: [], cut: { isNone: true } });
  });
  it('stands a firm between its neighbours, and knows no firm that is not ranked', () => {
    const ranked = board();
    const { contenders } = made({ shares, weights: [40, 30, 30], groups: ['a', 'b', 'b'] });
    const ask = { segment: {}, year: 2024, share: 0.25 };
    const standing = new FirmnessRoom().standing(ranked, null, { ...ask, row: contenders.rows[3]! })!;
    expect([standing.above!.upper.row, standing.below!.lower.row]).toEqual([contenders.rows[2], contenders.rows[4]]);
    expect(new FirmnessRoom().standing(ranked, null, { ...ask, row: contenders.rows[0]! })!.above).toBeNull();
    expect(new FirmnessRoom().standing(ranked, null, { ...ask, row: 99 })).toBeNull();
  });
});

describe('firmness on the workbench', () => {
  const slice = { year: 2024, segment: {}, draft: null, scheme: { hash: 'abc' } } as BoardSlice;
  function desk(
    part: { answer?: FirmnessAnswer | null; spec?: Partial<Spec>; firmness?: ReturnType<FirmnessOutside['room']>['firmness'] } = {},
  ) {
    let spec: Spec = { ...DEFAULTS, ...part.spec };
    let data = 'data-1';
    const asked: FirmnessAsk[] = [];
    const firmness = new Firmness({
      room: () => ({
        firmness:
          part.firmness ??
          (async (ask) => {
            asked.push(ask);
            return part.answer === undefined ? ANSWER : part.answer;
          }),
        stopFirmness: async () => undefined,
        standing: async () => null,
      }),
      ready: async () => undefined,
      spec: () => spec,
      change: async (to) => void (spec = { ...spec, ...to }),
      draft: () => draftKey(spec.draft, null),
      data: () => data,
    });
    return { firmness, asked, turn: (to: Partial<Spec>) => (spec = { ...spec, ...to }), load: (to: string) => (data = to) };
  }

  it('asks for the board on screen with the settings, and shows the answer beside it', async () => {
    const { firmness, asked } = desk({ spec: { year: 2023, segment: { industry: 'x' } } });
    firmness.set({ k: 50, seed: 9 });
    expect(firmness.answerFor(slice)).toBeNull();
    await firmness.run();
    expect(asked).toEqual([{ how: 'around', share: 0.25, draws: 1000, seed: 9, k: 50, year: 2023, segment: { industry: 'x' } }]);
    expect(firmness.answerFor(slice)).toBe(ANSWER);
  });
  it.each([
    ['another year', { ...slice, year: 2023 }],
    ['another segment', { ...slice, segment: { industry: 'x' } }],
    ['another scheme', { ...slice, scheme: { ...slice.scheme, hash: 'def' } }],
    ['a draft', { ...slice, draft: '' }],
  ])('shows it beside no board of %s', async (_, other) => {
    const { firmness } = desk();
    await firmness.run();
    expect(firmness.answerFor(other)).toBeNull();
  });
  it('shows it beside no other draft, and no other data', async () => {
    const draft = { name: '', weights: { C02: 5 }, points: {} };
    const { firmness, turn, load } = desk({
      spec: { draft },
      answer: { ...ANSWER, of: { ...ANSWER.of, draft: JSON.stringify(draft) } },
    });
    await firmness.run();
    const drafted = { ...slice, draft: '' };
    expect(firmness.answerFor(drafted)).not.toBeNull();
    turn({ draft: { ...draft, weights: { C02: 6 } } });
    expect(firmness.answerFor(drafted)).toBeNull();
    turn({ draft });
    load('data-2');
    expect(firmness.answerFor(drafted)).toBeNull();
  });
  it('keeps what stood there when a run is given up', async () => {
    let answers: (FirmnessAnswer | null)[] = [ANSWER, null];
    const { firmness } = desk({
      firmness: async () => {
        const [next = null, ...rest] = answers;
        answers = rest;
        return next;
      },
    });
    await firmness.run();
    await firmness.run();
    expect(firmness.answerFor(slice)).toBe(ANSWER);
    expect(firmness.progress).toBeNull();
  });
  it('passes progress on while it runs and clears it, also after a failure', async () => {
    const seen: unknown[] = [];
    const { firmness } = desk({
      firmness: async (_ask, report) => {
        report({ doing: 'drawing', done: 25, of: 1000 });
        seen.push(firmness.progress);
        throw new Error('worker stopped');
      },
    });
    await firmness.run();
    expect(seen).toEqual([{ doing: 'drawing', done: 25, of: 1000 }]);
    expect(firmness.progress).toBeNull();
    expect(firmness.outcome.status).toBe('failed');
  });
  it('finds the range of a row, and none of a row without rank', () => {
    const { firmness } = desk();
    expect(firmness.rangeOf(ANSWER.ranges, 1)).toEqual({ low: 1, middle: 2, high: 3 });
    expect(firmness.rangeOf(ANSWER.ranges, 77)).toBeNull();
  });
});

describe('the scoring room', () => {
  const panel = panelOf({ revenue: [5, 4, 3, 2, 1].map((n) => n * 1e7), rd_expense: [1, 2, 3, 4, 5].map((n) => n * 1e6) });
  const indicator = (id: string, field: string) => ({ id, formula: field, rule: { is: 'percentile' }, of: 50, weight: 50 });
  const scheme = schemeWith({ indicators: [indicator('A', 'revenue'), indicator('B', 'rd_expense')] });
  const ask = { how: 'around', share: 0.25, draws: 50, seed: 1, k: 2, year: null, segment: {} } as const;
  const show = {
    board: { segment: {}, search: '', sort: { key: 'rank', down: false }, fields: [], offset: 0, count: 9, year: null },
    tree: null,
    firm: null,
    trial: null,
  } as const;
  async function room() {
    const made = new ScoreRoom();
    await made.adopt(panel, [], 'five.csv', false, 'abc', null);
    await made.choose(scheme);
    return made;
  }

  it('tests the latest year under the scheme, and under a draft where one is in force', async () => {
    const score = await room();
    const plain = (await score.firmness(ask, silent))!;
    expect(plain.of).toMatchObject({ draft: null, year: 2024 });
    // All five have the same sum: 50 · (p + 1 − p).
    expect([...plain.ranges.ranks]).toEqual([1, 1, 1, 1, 1]);
    const draft = { name: '', weights: { A: 60, B: 40 }, points: {} };
    await score.show({ ...show, draft });
    const drafted = (await score.firmness(ask, silent))!;
    expect(drafted.of.draft).toBe(JSON.stringify(draft));
    expect([...drafted.ranges.ranks]).toEqual([1, 2, 3, 4, 5]);
    // 60 · 0.2 up against 40 · 0.2 down: 4 ÷ 20.
    const { above } = (await score.standing({ row: 1, segment: {}, year: 2024, share: 0.25 }))!;
    expect(above!.stability.is === 'exact' && above!.stability.delta).toBeCloseTo(0.2, 9);
    expect(drafted.of.hash).toBe(plain.of.hash);
  });

  it('an answer about a tried scheme is not one about the scheme in force', async () => {
    const score = await room();
    const tried = { ...scheme, indicators: scheme.indicators.map((one) => ({ ...one, weight: one.id === 'A' ? 60 : 40 })) };
    await score.show({ ...show, draft: null, trial: { scheme: tried, name: '试' } });
    const answer = (await score.firmness(ask, silent))!;
    expect(answer.of.draft).toBe(draftKey(null, { scheme: tried, name: '试' }));
    expect([...answer.ranges.ranks]).toEqual([1, 2, 3, 4, 5]);
    await score.show({ ...show, draft: null });
    expect((await score.firmness(ask, silent))!.of.draft).toBeNull();
  });
});
