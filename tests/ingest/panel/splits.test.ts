import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildPanel, type PanelPart } from '../../../src/ingest/panel';
import { dictionary } from '../dictionary';
import { code } from './codes';
import { cells, keys, part } from './part';

const FIELDS = ['employees', 'patents', 'talents', 'awards'] as const;
const FIRMS = 6;
const YEARS = [2021, 2022, 2023];
const ROWS = Array.from({ length: FIRMS * YEARS.length }, (_, at) => ({ firm: code(Math.floor(at / 3)), year: YEARS[at % 3]! }));
const valueOf = (row: number, field: number): number => row * 10 + field;

/** A file of some rows and fields of the one panel; `bent` cells are 1000 more. */
function file(at: number, rows: readonly number[], fields: readonly number[], bent: ReadonlySet<string> = new Set()): PanelPart {
  return part(
    [
      ['uscc', 'code', rows.map((row) => ROWS[row]!.firm)],
      ['year', 'year', rows.map((row) => ROWS[row]!.year)],
      ...fields.map(
        (field) => [FIELDS[field]!, 'count', rows.map((row) => valueOf(row, field) + (bent.has(`${row} ${field}`) ? 1000 : 0))] as const,
      ),
    ],
    {},
    `${at}.csv`,
  );
}

/** `firm year field` → value. */
function table(built: ReturnType<typeof buildPanel>): Map<string, unknown> {
  const rows = keys(built.panel);
  return new Map(
    FIELDS.flatMap((field) => cells(built.panel!.fields.get(field)).map((value, row) => [`${rows[row]!} ${field}`, value] as const)),
  );
}
const wanted = new Map(
  ROWS.flatMap(({ firm, year }, row) => FIELDS.map((field, at) => [`${firm} ${year} ${field}`, valueOf(row, at)] as const)),
);

it('any split of a panel by rows and columns, in any order, joins to the panel, without a conflict', () => {
  const cellOwner = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: ROWS.length, maxLength: ROWS.length });
  const fieldOwner = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: FIELDS.length, maxLength: FIELDS.length });
  fc.assert(
    fc.property(cellOwner, fieldOwner, fc.infiniteStream(fc.nat()), (owners, columns, order) => {
      const parts = [0, 1, 2, 3].flatMap((owner) =>
        [0, 1].flatMap((side): PanelPart[] => {
          const rows = ROWS.flatMap((_, row) => (owners[row] === owner ? [row] : []));
          const fields = FIELDS.flatMap((_, field) => (columns[field] === side ? [field] : []));
          return rows.length > 0 && fields.length > 0 ? [file(owner * 2 + side, rows, fields)] : [];
        }),
      );
      const shuffled = parts.map((one) => ({ one, at: order.next().value as number })).sort((a, b) => a.at - b.at);
      const built = buildPanel(
        shuffled.map(({ one }) => one),
        dictionary,
      );
      expect(new Map([...table(built)].sort())).toEqual(new Map([...wanted].sort()));
      expect([built.conflicts.total, built.ledger.length]).toEqual([0, 0]);
    }),
    { seed: 7, numRuns: 60 },
  );
});

it('conflicts stand exactly at the planted cells', () => {
  const planted = fc.uniqueArray(fc.tuple(fc.nat(ROWS.length - 1), fc.nat(FIELDS.length - 1)), { selector: String, maxLength: 20 });
  const all = ROWS.map((_, row) => row);
  const every = FIELDS.map((_, field) => field);
  fc.assert(
    fc.property(planted, (spots) => {
      const bent = new Set(spots.map(([row, field]) => `${row} ${field}`));
      const built = buildPanel([file(0, all, every), file(1, [...all].reverse(), every, bent)], dictionary);
      const found = built.conflicts.page(0, 100).map(({ firm, year, field }) => `${firm} ${year} ${field}`);
      const places = spots.map(([row, field]) => `${ROWS[row]!.firm} ${ROWS[row]!.year} ${FIELDS[field]!}`);
      expect(found.sort()).toEqual(places.sort());
      expect(new Map([...table(built)].sort())).toEqual(new Map([...wanted].sort()));
    }),
    { seed: 7, numRuns: 60 },
  );
});
