import { expect, it } from 'vitest';
import { folderFiles } from '../../../src/views/data/folder-files';

const file = (name: string, path = ''): File => Object.assign(new File(['a,b'], name), { webkitRelativePath: path });
const entry = (name: string): FileSystemEntry =>
  ({ name, isFile: true, isDirectory: false, file: (done: (one: File) => void) => done(file(name)) }) as unknown as FileSystemEntry;
/** A folder a browser hands over two entries at a time. */
function folder(name: string, inside: readonly FileSystemEntry[]): FileSystemEntry {
  const createReader = () => {
    let at = 0;
    return { readEntries: (done: (some: readonly FileSystemEntry[]) => void) => done(inside.slice(at, (at += 2))) };
  };
  return { name, isFile: false, isDirectory: true, createReader } as unknown as FileSystemEntry;
}
const names = (files: readonly File[]): string[] => files.map(({ name }) => name);

it('files that came alone stay as they are', async () => {
  const files = [file('税务.csv'), file('.隐藏.csv')];
  expect(await folderFiles(files)).toEqual(files);
});
it('takes every file of a dropped folder, of folders in it, and what was dropped beside it', async () => {
  const dropped = folder('区县', [entry('锦江.csv'), folder('补报', [entry('新津.csv')]), entry('青羊.xlsx')]);
  expect(names(await folderFiles([file('区县')], [dropped, entry('统计.csv')]))).toEqual(['锦江.csv', '新津.csv', '青羊.xlsx', '统计.csv']);
});
it('two files of one name keep their folders in their names', async () => {
  const dropped = folder('全市', [folder('锦江', [entry('年报.csv')]), folder('青羊', [entry('年报.csv')]), entry('说明.csv')]);
  expect(names(await folderFiles([], [dropped]))).toEqual(['全市/锦江/年报.csv', '全市/青羊/年报.csv', '说明.csv']);
});
it('leaves out what the system and Excel leave in a folder', async () => {
  const chosen = ['.DS_Store', '~$年报.xlsx', 'Thumbs.db', '年报.xlsx'].map((name) => file(name, `全市/${name}`));
  expect(names(await folderFiles(chosen))).toEqual(['年报.xlsx']);
});
it('a folder that cannot be read is an error, not an empty one', async () => {
  const broken = {
    name: '坏',
    isDirectory: true,
    isFile: false,
    createReader: () => ({ readEntries: (_: unknown, fail: (error: Error) => void) => fail(new Error('not allowed')) }),
  } as unknown as FileSystemEntry;
  await expect(folderFiles([], [broken])).rejects.toThrow('not allowed');
});
