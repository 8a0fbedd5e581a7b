import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { expandArchive } from '../../src/ingest/archive';
import { gb18030 } from './given';
import { type Given, zipOf } from './zip/zip-bytes';

const text = (words: string) => new TextEncoder().encode(words);
const named = (name: string, bytes: Uint8Array) => new File([bytes as Uint8Array<ArrayBuffer>], name);

async function opened(bytes: Uint8Array, name = '部门.zip') {
  const { files, problems } = await expandArchive(named(name, bytes));
  return {
    files: await Promise.all(files.map(async (file) => [file.name, await file.text()])),
    problems: problems.map(({ code, where, given, severity, source }) => {
      expect(source).toBe(name);
      return [code, where, given, severity];
    }),
  };
}

const csv = (name: Given['name']): Given => ({ name, bytes: text('a,b\n1,2\n') });

it('the files of a zip come out with their paths, packed or stored, names of Chinese Windows too', async () => {
  const bytes = text('x\n1\n');
  const zip = zipOf([
    csv([...gb18030('税务局/2023年.csv')]),
    { name: 'b.txt', bytes, packed: deflateRawSync(bytes), method: 8 },
    { name: '税务局/', bytes: new Uint8Array(0) },
  ]);
  expect(await opened(zip)).toEqual({
    files: [
      ['税务局/2023年.csv', 'a,b\n1,2\n'],
      ['b.txt', 'x\n1\n'],
    ],
    problems: [],
  });
});

it('files of the system are left out with one line; what is no table, a zip again or out of the folder each with its own', async () => {
  const zip = zipOf([
    csv('a.csv'),
    csv('__MACOSX/._a.csv'),
    csv('x/.DS_Store'),
    csv('Thumbs.db'),
    csv('~$a.xlsx'),
    { name: '说明.pdf', bytes: text('%PDF') },
    { name: 'inner.zip', bytes: zipOf([csv('a.csv')]) },
    { name: 'hidden.csv', bytes: zipOf([csv('a.csv')]) },
    csv('../../etc/a.csv'),
    { ...csv('b.csv'), crc: 5 },
    { ...csv('c.csv'), flags: 1 },
  ]);
  expect(await opened(zip)).toEqual({
    files: [['a.csv', 'a,b\n1,2\n']],
    problems: [
      ['zip_no_table', '说明.pdf', '', 'warning'],
      ['zip_nested', 'inner.zip', '', 'error'],
      ['zip_nested', 'hidden.csv', '', 'error'],
      ['zip_path', '../../etc/a.csv', '', 'error'],
      ['zip_damaged', 'b.csv', 'checksum', 'error'],
      ['zip_encrypted', 'c.csv', '', 'error'],
      ['zip_system_files', '', '__MACOSX/._a.csv, x/.DS_Store, Thumbs.db, ~$a.xlsx', 'warning'],
    ],
  });
});

it('two members of one path stay apart', async () => {
  expect((await opened(zipOf([csv('a.csv'), csv('/a.csv'), csv('x\\a.csv')]))).files.map(([name]) => name)).toEqual([
    'a.csv',
    'a (2).csv',
    'x/a.csv',
  ]);
});

describe('comes back as it is', () => {
  const workbook = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') });
  const letter = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') });
  it.each([
    ['a text', text('a,b\n1,2\n')],
    ['a workbook', workbook],
    ['another office file', letter],
    ['nothing', new Uint8Array(0)],
  ])('%s', async (_, bytes) => {
    const file = named('a.bin', bytes);
    expect(await expandArchive(file)).toEqual({ files: [file], problems: [] });
  });
});

it('a workbook inside a zip is a file like any other', async () => {
  const workbook = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') });
  const { files, problems } = await expandArchive(named('a.zip', zipOf([{ name: 'b.xlsx', bytes: workbook }])));
  expect([files.map(({ name, size }) => [name, size]), problems]).toEqual([[['b.xlsx', workbook.length]], []]);
});

describe('refused whole', () => {
  it.each([
    ['nothing in it', zipOf([]), 'zip_nothing'],
    ['nothing but files of the system', zipOf([csv('.DS_Store')]), 'zip_system_files'],
    ['2,001 entries', zipOf(Array.from({ length: 2001 }, (_, at) => csv(`${at}.csv`))), 'zip_too_many'],
    ['2 GB declared', zipOf([{ ...csv('a.csv'), size: 2 ** 31 }]), 'zip_too_large'],
    ['60 MB from nothing', zipOf([{ ...csv('a.csv'), size: 60 << 20 }]), 'zip_ratio'],
    ['a cut zip', zipOf([csv('a.csv')]).subarray(0, 60), 'zip_unreadable'],
  ])('%s', async (_, bytes, code) => {
    const { files, problems } = await opened(bytes);
    expect([files, problems[0]?.[0]]).toEqual([[], code]);
  });

  it('a bomb of 1,000 members is refused by what it declares', async () => {
    const bomb = deflateRawSync(new Uint8Array(2 << 20), { level: 9 });
    const members = Array.from({ length: 1000 }, (_, at) => ({ name: `${at}.csv`, packed: bomb, method: 8, size: 2 << 20 }));
    const zip = zipOf(members);
    expect((await opened(zip)).problems[0]?.[0]).toBe('zip_too_large');
  });
});
