import { expect, it } from 'vitest';
import { damagedTable } from '../fixtures/damaged-tables';
import { readBack } from '../fixtures/read-back';

const SEEDS = 300;

// Every class of damage of a text file, about equally often; `readBack` throws where a header, a row or the account is not as a person reads it.
it(`${SEEDS} damaged tables are read as a person reads them, or the row is in the ledger`, async () => {
  const faults: string[] = [];
  for (let seed = 0; seed < SEEDS; seed++) faults.push(...(await readBack(damagedTable(seed))));
  expect(faults).toEqual([]);
}, 300_000);
