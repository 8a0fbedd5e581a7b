import { describe, expect, it } from 'vitest';
import { cutFaults } from './cut-files';
import { roundTripFaults } from './round-trip';

/** The soak goes on from here. */
const SEEDS = 100;

async function faultsOf(run: (seed: number) => Promise<readonly string[]>): Promise<string[]> {
  const faults: string[] = [];
  for (let seed = 0; seed < SEEDS; seed++) faults.push(...(await run(seed)));
  return faults;
}

describe(`${SEEDS} seeds of`, () => {
  it('tables in four encodings, cut anywhere, are what was written', async () => {
    expect(await faultsOf(cutFaults)).toEqual([]);
  }, 120_000);
  it('tables of declared kinds come back from CSV, Parquet and Arrow', async () => {
    expect(await faultsOf(roundTripFaults)).toEqual([]);
  }, 120_000);
});
