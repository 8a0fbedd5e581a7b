import { expect, it } from 'vitest';
import { damagedTableFaults } from '../fixtures/soak-ingest';

const SEEDS = 300;

// Every class of damage of a text file, about equally often.
it(`${SEEDS} damaged tables are read as a person reads them, or the row is in the ledger`, async () => {
  expect(await damagedTableFaults(0, SEEDS)).toEqual([]);
}, 300_000);
