import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bytesSource } from '../../src/ingest/byte-source';
import { readFromBytes } from '../../src/ingest/byte-reader';
import { readWithPapa, type ReadTable } from '../../src/ingest/papa-reader';
import type { FieldKind } from '../../src/model/source';
import { gb18030, recipeOf } from './given';

function shown(table: ReadTable) {
  const { columns, lines, width, ledger } = table;
  return { columns, lines, width, account: ledger.account(), ledger: ledger.store('a.csv') };
}

async function tableOf(reading: Promise<ReadTable | { readonly code: string } | null>): Promise<ReadTable> {
  const table = await reading;
  if (!table || 'code' in table) throw new Error(`not read: ${JSON.stringify(table)}`);
  return table;
}

const KINDS: readonly FieldKind[] = ['text', 'number', 'money', 'code', 'flag', 'date', 'set', 'year', 'ratio', 'count'];
const CELLS = [
  '',
  ' ',
  '1',
  '-1',
  '0',
  '-0',
  '12.50',
  '.5',
  '5.',
  '1,234',
  '１２３',
  '12万',
  '3.4亿',
  '50%',
  '(1,234)',
  '−7',
  '1e5',
  '1e400',
  '1e-400',
  '123456789012345678',
  '9007199254740993',
  '0.1234567890123456789',
  '-',
  '—',
  'N/A',
  'ｎ／ａ',
  '无',
  '暂无',
  '#DIV/0!',
  '是',
  '否',
  '2001-03-05',
  '2001年3月',
  '05/01/2024',
  '2023年',
  '2023',
  '合计',
  '合　计：',
  'Total',
  'sum',
  'subtle',
  '总部',
  '甲',
  ' 甲',
  '甲\u3000',
  '甲；乙',
  '乙、甲',
  '示例科技有限公司一二三四五六七',
  ' 示例科技有限公司一二三四五六七',
  '91510000000000001X',
  '９１５１',
  '9.15E+17',
  'a"b',
  '5"',
  '元',
  '12元',
  '12人',
  '$5',
  '¥5',
  'a\u200b',
  '\ufeffb',
  '𠮷野家',
  "it's",
];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...CELLS).map((text) => (/^"|,/.test(text) ? quoted(text) : text)) },
  { weight: 2, arbitrary: fc.constantFrom(...CELLS, 'a,b', 'a\nb', 'a\r\nb', '"', 'x""y', '\r').map(quoted) },
  { weight: 2, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map(String) },
  { weight: 1, arbitrary: fc.integer().map(String) },
);
const end = fc.constantFrom('\n', '\n', '\r\n', '\r');
const table = fc.record({
  kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 5 }),
  rows: fc.array(fc.tuple(fc.array(cell, { minLength: 5, maxLength: 5 }), fc.integer({ min: 0, max: 20 }), end), { maxLength: 12 }),
  closed: fc.boolean(),
  unit: fc.constantFrom(null, '万元', '?'),
});

/** Ragged now and then: most rows have as many cells as the header. */
function textOf({
  kinds,
  rows,
  closed,
}: {
  kinds: readonly FieldKind[];
  rows: readonly (readonly [readonly string[], number, string])[];
  closed: boolean;
}): string {
  const lines = rows.map(([cells, extra, stop]) => {
    const count = extra === 0 ? kinds.length - 1 : extra === 1 ? kinds.length + 1 : extra === 2 ? 0 : kinds.length;
    return cells.concat(cells).slice(0, count).join(',') + stop;
  });
  const text = kinds.map((_, at) => `h${at}`).join(',') + '\n' + lines.join('');
  return closed ? text : text.replace(/[\r\n]+$/, '');
}

const TURNS = 2000;

it('both readers give the same columns, ledger and account, wherever the pieces are cut', async () => {
  let both = 0;
  let rows = 0;
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (given, size) => {
      const source = bytesSource('a.csv', new TextEncoder().encode(textOf(given)));
      const recipe = recipeOf(given.kinds, {}, { unit: given.unit });
      const slow = await tableOf(readWithPapa(source, recipe));
      const fast = await readFromBytes(source, recipe, {}, size);
      // What the fast reader gives up on is the slow one's alone.
      if (fast === null) return;
      both++;
      rows += slow.lines.length;
      expect(shown(await tableOf(Promise.resolve(fast)))).toEqual(shown(slow));
    }),
    { numRuns: TURNS },
  );
  expect([both > TURNS / 2, rows > TURNS]).toEqual([true, true]);
}, 120_000);

const NASTY = 'h0,h1,h2\r\n甲,"1,234",高企;瞪羚\n\n"乙 ""x""\r\ny",12万,\r"丙",-5.25,瞪羚\n丁,3\n总计,,\n戊,9007199254740993,无\n';

it('a cut at every byte changes nothing', async () => {
  const source = bytesSource('a.csv', new TextEncoder().encode(NASTY));
  const recipe = recipeOf(['text', 'number', 'set']);
  const slow = shown(await tableOf(readWithPapa(source, recipe)));
  expect(slow.account).toEqual({ read: 7, loaded: 5, rejected: 0, skipped: 2, changedCells: 4, rejectedCells: 0 });
  for (let size = 1; size <= source.size; size++) expect(shown(await tableOf(readFromBytes(source, recipe, {}, size)))).toEqual(slow);
});

it('a file in another encoding gives what its UTF-8 twin gives', async () => {
  const recipe = recipeOf(['text', 'number', 'set']);
  const twin = await tableOf(readWithPapa(bytesSource('a.csv', new TextEncoder().encode(NASTY)), recipe));
  const other = bytesSource('a.csv', gb18030(NASTY));
  const chosen = recipeOf(['text', 'number', 'set'], { encoding: 'gb18030' });
  expect(shown(await tableOf(readFromBytes(other, chosen)))).toEqual(shown(twin));
  expect(shown(await tableOf(readWithPapa(other, chosen)))).toEqual(shown(twin));
});

it('the fast reader gives up on quotes that are not clean, and on no others', async () => {
  const read = (text: string) => readFromBytes(bytesSource('a.csv', new TextEncoder().encode(text)), recipeOf(['text', 'text']));
  for (const text of ['a,b\n"x"y,1\n', 'a,b\n"x,1\n', 'a,b\n"x" ,1\n', `a,b\n"${'x\n'.repeat(52)}",1\n`])
    expect(await read(text)).toBeNull();
  for (const text of ['a,b\nx"y,1\n', 'a,b\n"x","1"', 'a,b\n"","1"\r\n', `a,b\n"${'x\n'.repeat(40)}",1\n`])
    expect(await read(text)).not.toBeNull();
});

it('a decimal is the double nearest to it, as Number gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(999_999_999), fc.nat(9_999_999), fc.nat(7)), { minLength: 1, maxLength: 50 }),
      async (parts) => {
        const texts = parts.map(([whole, digits, places]) => `${whole}.${String(digits).padStart(7, '0').slice(0, places)}`);
        const recipe = recipeOf(['money'], {}, { unit: '万元' });
        const { columns } = await tableOf(
          readFromBytes(bytesSource('a.csv', new TextEncoder().encode(`h0\n${texts.join('\n')}\n`)), recipe),
        );
        const [column] = columns;
        expect(column?.kind === 'number' && [...column.values]).toEqual(texts.map((text) => Number(`${text.replace(/\.$/, '')}e4`)));
      },
    ),
    { numRuns: 300 },
  );
});
