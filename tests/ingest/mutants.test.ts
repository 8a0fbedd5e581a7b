import { expect, it } from 'vitest';
import { lookAny } from '../../src/ingest/any-file';
import { wholeFile } from '../fixtures/mutants';
import { spoiltFileFaults } from '../fixtures/soak-ingest';

const SEEDS = 200;

it.each(['text', 'GB18030', 'JSON lines', 'JSON list', 'Parquet', 'Arrow'])('%s is read while it is whole', async (name) => {
  const found = await lookAny(wholeFile(name));
  expect(found.problems).toEqual([]);
  expect(found.sampled).toBe(200);
});

it(`${SEEDS} spoilt files are answered with rows or with problems, never with an exception, and the account adds up`, async () => {
  expect(await spoiltFileFaults(0, SEEDS)).toEqual([]);
}, 300_000);
