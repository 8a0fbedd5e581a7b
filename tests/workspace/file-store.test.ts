import { afterEach, expect, it, vi } from 'vitest';
import { sayFileFault } from '../../src/i18n/problems';
import { faultOf, projectProblem } from '../../src/workspace/fault';
import { FileStore } from '../../src/workspace/file-store';

afterEach(() => vi.unstubAllGlobals());

/** A private file system whose files take no more than this of any write. */
function withRoom(takes: (length: number) => number): void {
  const access = { write: (bytes: Uint8Array) => takes(bytes.length), close: () => undefined, flush: () => undefined, getSize: () => 0 };
  const folder = {
    getFileHandle: async () => ({ createSyncAccessHandle: async () => access }),
    removeEntry: async () => undefined,
  };
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => ({ getDirectoryHandle: async () => folder }) } });
}

it.each([
  ['an error that is read as a huge number', () => 4294967288],
  ['a part of the bytes', (length: number) => length - 1],
])('a disk that takes %s is full, and no number of bytes is made up', async (_, takes) => {
  withRoom(takes);
  const writing = await new FileStore().write('a');
  let fault: unknown = null;
  try {
    await writing.push(new Uint8Array(5));
  } catch (error) {
    fault = error;
  }
  const { code, given } = faultOf(fault);
  expect(code).toBe('storage_full');
  for (const language of ['zh', 'en'] as const) expect(sayFileFault(projectProblem(code, '', given), language)).not.toMatch(/\d{3}|bytes/);
});
