import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesSource } from '../../../src/ingest/byte-source';
import { trimmed } from '../../../src/ingest/fold';
import type { FieldKind } from '../../../src/model/source';
import { type MadeCell, styled, xlsxOf } from '../../fixtures/xlsx-maker';
import { valuesOf } from '../given';
import { loadedSheet, sheetRecipe } from './given';

/** What a column is declared to be, what its cells hold, and how a spreadsheet stores them. */
interface Typed {
  readonly kind: FieldKind;
  readonly values: fc.Arbitrary<number | string>;
  readonly store: (value: number | string) => MadeCell;
}
const WORD = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'<>&"\'_x0041_ \n\t示例企业；') }),
  )
  .filter((text) => trimmed(text) === text && text !== '' && !text.includes('\r'));
const FIGURE = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.integer(),
  fc.integer({ min: -999_999, max: 999_999 }).map((value) => value / 100),
);

const TYPES: readonly Typed[] = [
  { kind: 'text', values: WORD, store: (value) => value },
  { kind: 'number', values: FIGURE, store: (value) => value },
  { kind: 'ratio', values: FIGURE, store: (value) => styled(value as number, 1) },
  // Serial 25569 is 1970-01-01; before 1 March 1900 spreadsheets count otherwise.
  { kind: 'date', values: fc.integer({ min: -25_508, max: 2_932_896 }), store: (value) => styled((value as number) + 25_569, 2) },
  {
    kind: 'code',
    values: fc.integer({ min: 0, max: 999_999 }).map((code) => String(code).padStart(6, '0')),
    store: (value) => styled(Number(value), 3),
  },
  { kind: 'code', values: fc.stringMatching(/^[0-9A-Z]{18}$/), store: (value) => value },
  { kind: 'flag', values: fc.constantFrom(0, 1), store: (value) => value === 1 },
];

const TABLE = fc
  .array(fc.constantFrom(...TYPES), { minLength: 1, maxLength: 6 })
  .chain((types) =>
    fc
      .array(fc.tuple(...types.map(({ values }) => fc.option(values, { nil: null }))), { minLength: 1, maxLength: 12 })
      .map((rows) => ({ types, rows: rows as (number | string | null)[][] })),
  );

it('a table of any texts, figures, shares, days, codes and truths comes back as it was declared', async () => {
  await fc.assert(
    fc.asyncProperty(TABLE, fc.boolean(), async ({ types, rows }, isTerse) => {
      const head = ['编号', ...types.map((_, at) => `列${at}`)];
      const cells = rows.map((row, line) => [
        `r${line}`,
        ...row.map((value, at): MadeCell => (value === null ? null : types[at]!.store(value))),
      ]);
      const bytes = xlsxOf([{ name: '表', rows: [head, ...cells] }], { formats: ['0.0%', 'yyyy-mm-dd', '000000'], isTerse });
      const recipe = { ...sheetRecipe(['text', ...types.map(({ kind }) => kind)]), nulls: [] };
      const file = await loadedSheet(bytesSource('a.xlsx', bytes), recipe);
      expect(file.columns.map(({ column }) => valuesOf(column))).toEqual([
        rows.map((_, line) => `r${line}`),
        ...types.map((_, at) => rows.map((row) => row[at] ?? '(blank)')),
      ]);
      expect(file.account).toMatchObject({ read: rows.length, loaded: rows.length, rejected: 0, skipped: 0, rejectedCells: 0 });
    }),
    { numRuns: 250, seed: 3 },
  );
});
