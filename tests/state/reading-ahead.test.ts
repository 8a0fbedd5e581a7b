import { expect, it } from 'vitest';
import dictionary from '../../data/fields.json';
import { blobSource } from '../../src/ingest/byte-source';
import { proposeRecipe } from '../../src/ingest/propose';
import type { FieldEntry, Recipe } from '../../src/model/recipe';
import type { FoundFile } from '../../src/model/source';
import type { Aside, StartAside } from '../../src/state/aside';
import { readingOf } from '../../src/state/data-room';
import { type Following, ReadingAhead } from '../../src/state/reading-ahead';

const HEAD = '统一社会信用代码,年度,职工人数,备注\n';
/** Long lines, so that a large file has few. */
const LINE = `91510000000000001X,2024,12,${'企业另有说明'.repeat(100)}\n`;
const LINE_BYTES = new TextEncoder().encode(LINE).length;
/** The smallest size at which a file is read ahead, and as many lines as it takes. */
const LARGE = 32 << 20;
const LINES = Math.ceil(LARGE / LINE_BYTES);
const LARGE_BYTES = new TextEncoder().encode(HEAD + LINE.repeat(LINES));
const DIGEST = 'found aside';

function counted(bytes: Uint8Array<ArrayBuffer>) {
  const file = new File([bytes], '甲.csv');
  const slice = file.slice.bind(file);
  const count = { bytes: 0 };
  file.slice = (...asked) => {
    const piece = slice(...asked);
    count.bytes += piece.size;
    return piece;
  };
  return { named: { source: blobSource(file.name, file), file }, count };
}

/** An aside that finds every byte in order, or cannot be asked at all. */
function asides(how: 'well' | 'broken' = 'well') {
  const started: string[] = [];
  const ended: string[] = [];
  const start: StartAside = ({ wants }): Aside => {
    started.push(wants);
    const answer = async <T>(value: T): Promise<T> => {
      if (how === 'broken') throw new Error('no worker');
      return value;
    };
    return {
      encoding: () => answer({ encoding: 'utf-8', certain: true, problem: null } as const),
      digest: () => answer(DIGEST),
      end: () => ended.push(wants),
    };
  };
  return { start, started, ended };
}

const proposed = (found: FoundFile): Recipe => proposeRecipe(found, dictionary as readonly FieldEntry[]).recipe!;
const following = (more: Partial<Following> = {}): Following => ({
  report: () => undefined,
  signal: new AbortController().signal,
  ...more,
});
/** Until what was begun has had time to end. */
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

it('a large file is read once: what was read ahead is what is loaded, with its digest', async () => {
  const { start, started } = asides();
  const { named, count } = counted(LARGE_BYTES);
  const ahead = new ReadingAhead(start, readingOf);
  const recipe = proposed(await ahead.look(1, named, {}, proposed));
  const reports: [number, number][] = [];
  const answer = await ahead.read(1, named, recipe, following({ report: (done, of) => reports.push([done, of]) }));
  expect(answer).toMatchObject({ ok: true, file: { source: '甲.csv', sha256: DIGEST, rows: LINES } });
  expect(started).toEqual(['both']);
  expect(reports.at(-1)).toEqual([LARGE_BYTES.length, LARGE_BYTES.length]);
  // The sample and the heads that tell formats apart come on top.
  expect(count.bytes / LARGE_BYTES.length).toBeLessThan(1.2);
  const plain = await new ReadingAhead(null, readingOf).read(1, counted(LARGE_BYTES).named, recipe, following());
  expect(answer).toEqual(plain.ok && { ...plain, file: { ...plain.file, sha256: DIGEST } });
});

it('a file mapped otherwise than proposed is read as it was mapped', async () => {
  const { start, started, ended } = asides();
  const { named } = counted(LARGE_BYTES);
  const ahead = new ReadingAhead(start, readingOf);
  const recipe = proposed(await ahead.look(1, named, {}, proposed));
  const others = recipe.columns.map((one) => (one.header === '职工人数' ? { ...one, kind: 'text' as const, field: 'x_staff' } : one));
  const answer = await ahead.read(1, named, { ...recipe, columns: others }, following());
  expect(answer.ok && answer.file.columns[2]?.column.kind).toBe('text');
  expect([started, ended]).toEqual([
    ['both', 'digest'],
    ['both', 'digest'],
  ]);
});

it('without another worker, or where it breaks, the answers are the same', async () => {
  const broken = new ReadingAhead(asides('broken').start, readingOf);
  const without = new ReadingAhead(null, readingOf);
  const [first, second] = [counted(LARGE_BYTES).named, counted(LARGE_BYTES).named];
  const [found, plain] = [await broken.look(1, first, {}, proposed), await without.look(1, second, {}, proposed)];
  expect(found).toEqual(plain);
  const recipe = proposed(plain);
  expect(await broken.read(1, first, recipe, following())).toEqual(await without.read(1, second, recipe, following()));
});

it('a byte that is no UTF-8 far behind the sample is told by the look, whatever was begun', async () => {
  const bytes = LARGE_BYTES.slice();
  bytes[1_200_000] = 0xff;
  const ended = asides('broken');
  const ahead = new ReadingAhead(ended.start, readingOf);
  const found = await ahead.look(1, counted(bytes).named, {}, proposed);
  expect(found).toEqual(await new ReadingAhead(null, readingOf).look(1, counted(bytes).named, {}, proposed));
  expect(found.problems.map(({ code, severity }) => [code, severity])).toEqual([['damaged_character', 'error']]);
  expect(ended.ended).toContain('both');
});

it('nothing is read ahead while something is left to be answered, or where the file is soon read', async () => {
  const { start, started, ended } = asides();
  const ahead = new ReadingAhead(start, readingOf);
  const { named, count } = counted(LARGE_BYTES);
  await ahead.look(1, named, {}, () => null);
  await soon();
  expect([count.bytes < LARGE_BYTES.length / 2, started, ended]).toEqual([true, ['both'], ['both']]);
  await ahead.look(2, counted(LARGE_BYTES.slice(0, LARGE - 1)).named, {}, proposed);
  expect(started).toEqual(['both']);
});

it('a file given up is read no further', async () => {
  const { start, ended } = asides();
  const ahead = new ReadingAhead(start, readingOf);
  const { named, count } = counted(LARGE_BYTES);
  await ahead.look(1, named, {}, proposed);
  ahead.drop(2);
  expect(ended).toEqual([]);
  ahead.drop(1);
  await soon();
  expect([count.bytes < LARGE_BYTES.length, ended]).toEqual([true, ['both']]);
});

it('a load that is cancelled says so with its reason, whoever began the reading', async () => {
  const ahead = new ReadingAhead(asides().start, readingOf);
  const { named } = counted(LARGE_BYTES);
  const recipe = proposed(await ahead.look(1, named, {}, proposed));
  const stop = new AbortController();
  const answer = ahead.read(1, named, recipe, following({ signal: stop.signal }));
  stop.abort(new DOMException('cancelled', 'AbortError'));
  await expect(answer).rejects.toThrow('cancelled');
});

it('one file at a time: the second is looked at, and read when it is loaded', async () => {
  const { start, started } = asides();
  const ahead = new ReadingAhead(start, readingOf);
  const [first, second] = [counted(LARGE_BYTES), counted(LARGE_BYTES)];
  const recipe = proposed(await ahead.look(1, first.named, {}, proposed));
  await ahead.look(2, second.named, {}, proposed);
  expect(started).toEqual(['both']);
  expect(await ahead.read(2, second.named, recipe, following())).toMatchObject({ ok: true });
  expect(await ahead.read(1, first.named, recipe, following())).toMatchObject({ ok: true });
  expect(started).toEqual(['both', 'digest']);
});
