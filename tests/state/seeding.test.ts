import { expect, it } from 'vitest';
import { Seeding } from '../../src/state/seeding';
import { ranked, settingWith } from '../scoring/seedlings/given';
import { askWith } from '../scoring/seedlings/back-test/given';

const ctx = ranked([
  { revenue: [10, 12, 15, 20], technology: 0.6, rd: 1 },
  { revenue: [10, 10, 10, 10], technology: 0.1, rd: 1 },
]);
const seeding = () => new Seeding({ ranked: () => ctx, yearOr: (year) => year ?? 2024 });
const ask = { year: null, segment: {}, setting: settingWith({ topShare: 0 }), rules: [], offset: 0, count: 10 };

it('answers of the year with a board where none is asked for', async () => {
  expect((await seeding().seedlings(ask)).year).toBe(2024);
});

it('has no reasons for a firm that is not there', async () => {
  expect(await seeding().reasonCard('nobody', ask)).toBeNull();
});

it('has the reasons of a firm in the year asked for', async () => {
  const { rows } = await seeding().seedlings(ask);
  expect(await seeding().reasonCard(rows[0]!.firm, ask)).toMatchObject({ firm: rows[0]!.firm, year: 2024 });
});

it('reports a back-test after each year', async () => {
  const told: number[] = [];
  const found = await seeding().backTest(askWith({ asOf: [2021, 2022], horizon: 1 }), ({ done }) => told.push(done));
  expect(told).toEqual([1, 2]);
  expect((found?.refused.length ?? 0) + (found?.years.length ?? 0)).toBe(2);
});

it('gives a back-test up between two years', async () => {
  const room = seeding();
  const told: number[] = [];
  const found = await room.backTest(askWith({ asOf: [2021, 2022], horizon: 1 }), ({ done }) => {
    told.push(done);
    void room.stopBackTest();
  });
  expect([told, found]).toEqual([[1], null]);
});
