import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { bytesSource } from '../../src/ingest/byte-source';
import { readZipDirectory } from '../../src/ingest/zip/directory';
import { inflateEntry } from '../../src/ingest/zip/inflate-entry';
import type { Project } from '../../src/model/project';
import type { ZipMeans } from '../../src/workspace/bundle-format';
import { openBundle } from '../../src/workspace/open-bundle';
import { act, begin } from '../../src/workspace/project';
import type { Pour } from '../../src/workspace/proof';
import { type BundleContent, writeBundle } from '../../src/workspace/write-bundle';
import { canvas, checks, firmList, nodeSha256, NOW, rule, sha256Of, source } from './given';

const zip: ZipMeans = { directory: readZipDirectory, inflate: inflateEntry };
const project = (...names: string[]): Project =>
  act(begin('示例区', 'workspace-0001', NOW), 'sources_loaded', names, { sources: names.map((name) => source(name)) }, NOW);
const panel = { name: 'panel.arrow', bytes: new TextEncoder().encode('ARROW1') } as const;
const content = (of: Project, without: string[] = []): BundleContent => ({
  project: of,
  file: async (sha256) => {
    const found = of.state.sources.find((one) => one.sha256 === sha256);
    return found && !without.includes(found.name) ? new Blob([found.name]) : null;
  },
  panel,
  sha256: nodeSha256,
});
async function written(given: BundleContent): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Blob([...(await writeBundle(given)).chunks]).arrayBuffer());
}
const opened = (bytes: Uint8Array) => openBundle(bytesSource('别人的.miaopu', bytes), zip, checks);
async function poured(pour: Pour): Promise<string> {
  const pieces: Uint8Array[] = [];
  await pour.pour((bytes) => pieces.push(bytes.slice()));
  return Buffer.concat(pieces).toString();
}
/** The members of a bundle changed, the manifest left as it was or made right for all of them. */
async function tampered(change: (members: Record<string, Uint8Array>) => void, isManifestMadeRight = false): Promise<Uint8Array> {
  const members = unzipSync(await written(content(project('税务.csv', 'b.csv'))));
  change(members);
  if (isManifestMadeRight) {
    const listed = Object.entries(members).filter(([name]) => name !== 'manifest.json');
    const lines = listed.map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256Of(bytes) }));
    members['manifest.json'] = new TextEncoder().encode(JSON.stringify({ is: 'miaopu', format: 1, members: lines }));
  }
  return zipSync(members);
}
const tax = `files/${source('税务.csv').sha256}-税务.csv`;

it('is a zip any tool opens, with every member in the manifest', async () => {
  const members = unzipSync(await written(content(project('税务.csv'))));
  expect(Object.keys(members)).toEqual(['README.txt', 'project.json', 'panel.arrow', tax, 'manifest.json']);
  expect(Buffer.from(members[tax]!).toString()).toBe('税务.csv');
  const manifest = JSON.parse(Buffer.from(members['manifest.json']!).toString()) as {
    members: { name: string; bytes: number; sha256: string }[];
  };
  expect(manifest.members).toEqual(
    Object.entries(members)
      .filter(([name]) => name !== 'manifest.json')
      .map(([name, bytes]) => ({ bytes: bytes.length, name, sha256: sha256Of(bytes) })),
  );
});

it('equal workspaces give equal bytes, and another clock changes nothing', async () => {
  const once = await written(content(project('税务.csv', 'b.csv')));
  const again = await written(content(JSON.parse(JSON.stringify(project('税务.csv', 'b.csv'))) as Project));
  expect(sha256Of(again)).toBe(sha256Of(once));
});

it('comes back: the project with its canvases and selections, and each file to the byte', async () => {
  const saved = { canvases: [canvas('c1')], selections: [rule('s1'), firmList('s2')] };
  const mine = act(project('税务.csv', 'b.csv'), 'canvas_saved', [], saved, NOW);
  const answer = await opened(await written(content(mine)));
  expect(answer).toMatchObject({ project: mine, missing: [], problems: [] });
  if (!answer.project) return;
  expect(await Promise.all([...answer.files.values()].map(poured))).toEqual(expect.arrayContaining(['税务.csv', 'b.csv']));
});

it('a name a file system would refuse is written so that it does not', async () => {
  const odd = '..\\年/报:*?.csv';
  const bytes = await written(content(project(odd)));
  expect(Object.keys(unzipSync(bytes))).toContain(`files/${source(odd).sha256}-.._年_报___.csv`);
  expect(await opened(bytes)).toMatchObject({ missing: [] });
});

it('files of earlier steps go along, for undo', async () => {
  const before = project('税务.csv');
  const now = act(before, 'source_removed', ['税务.csv'], { sources: [] }, NOW);
  const bytes = await written({ ...content(now), file: async () => new Blob(['税务.csv']) });
  expect(Object.keys(unzipSync(bytes))).toContain(tax);
});

it('without a file says which, when written and when opened; the rest is there', async () => {
  const mine = project('税务.csv', 'b.csv');
  const given = content(mine, ['税务.csv']);
  expect((await writeBundle(given)).missing.map(({ name }) => name)).toEqual(['税务.csv']);
  const answer = await opened(await written(given));
  expect(answer).toMatchObject({ project: mine, missing: [{ name: '税务.csv' }] });
  expect(answer.problems).toMatchObject([
    { code: 'bundle_member_missing', where: tax, given: '税务.csv', severity: 'warning', source: '别人的.miaopu' },
  ]);
});

it('is not written with a file that is not the one that was read', async () => {
  await expect(writeBundle({ ...content(project('税务.csv')), file: async () => new Blob(['税务.csw']) })).rejects.toMatchObject({
    code: 'file_changed',
    given: tax,
  });
});

it('can be cancelled, and says how far it is', async () => {
  const stop = new AbortController();
  const seen: [number, number][] = [];
  const report = (done: number, of: number): void => {
    seen.push([done, of]);
    stop.abort(new DOMException('cancelled', 'AbortError'));
  };
  await expect(writeBundle(content(project('税务.csv')), { signal: stop.signal, report })).rejects.toMatchObject({ name: 'AbortError' });
  expect(seen).toHaveLength(1);
  expect(seen[0]![0]).toBeLessThan(seen[0]![1]);
});

it('a file that packs like a bomb is stored, so that it can be read back', async () => {
  const zeros = new Uint8Array(65 << 20);
  const one = { ...source('零.csv'), sha256: sha256Of(zeros), bytes: zeros.length };
  const mine = act(begin('示例区', 'workspace-0001', NOW), 'sources_loaded', [], { sources: [one] }, NOW);
  const bytes = await written({ project: mine, file: async () => new Blob([zeros]), panel: null, sha256: nodeSha256 });
  expect(bytes.length).toBeGreaterThan(zeros.length);
  expect(await opened(bytes)).toMatchObject({ missing: [], problems: [] });
});

describe('is refused, naming the member', () => {
  it.each<[string, (members: Record<string, Uint8Array>) => void, boolean, string, string]>([
    [
      'with a changed project',
      (all) => (all['project.json'] = new TextEncoder().encode('{}')),
      false,
      'bundle_member_differs',
      'project.json',
    ],
    [
      'with a project that does not hold',
      (all) => (all['project.json'] = new TextEncoder().encode('{"format":1}')),
      true,
      'project_missing_key',
      '',
    ],
    ['of a newer project', (all) => (all['project.json'] = new TextEncoder().encode('{"format":2}')), true, 'project_newer', '/format'],
    ['without a project', (all) => delete all['project.json'], false, 'bundle_member_missing', 'project.json'],
    ['without a manifest', (all) => delete all['manifest.json'], false, 'bundle_not_one', 'manifest.json'],
    [
      'of a newer format',
      (all) => (all['manifest.json'] = new TextEncoder().encode('{"is":"miaopu","format":2}')),
      false,
      'bundle_newer',
      'manifest.json',
    ],
    [
      'with a manifest of something else',
      (all) => (all['manifest.json'] = new TextEncoder().encode('{"name":"app"}')),
      false,
      'bundle_not_one',
      'manifest.json',
    ],
    [
      'with a manifest that is no JSON',
      (all) => (all['manifest.json'] = new TextEncoder().encode('{')),
      false,
      'bundle_not_one',
      'manifest.json',
    ],
    [
      'with bytes that are no text',
      (all) => (all['project.json'] = Uint8Array.of(0xff, 0xfe, 0xfd)),
      true,
      'bundle_member_differs',
      'project.json',
    ],
  ])('%s', async (_, change, isRight, code, where) => {
    const answer = await opened(await tampered(change, isRight));
    expect([answer.project, answer.problems[0]]).toMatchObject([null, { code, where, source: '别人的.miaopu' }]);
  });

  it('with a changed file: when it is poured, and at once where the manifest was changed with it', async () => {
    const swap = (all: Record<string, Uint8Array>): void => void (all[tax] = new TextEncoder().encode('税务.csw'));
    const quiet = await opened(await tampered(swap));
    const pour = quiet.project && quiet.files.get(source('税务.csv').sha256)!;
    await expect(poured(pour!)).rejects.toMatchObject({ code: 'bundle_member_differs', given: tax });
    const loud = await opened(await tampered(swap, true));
    expect(loud.problems).toMatchObject([{ code: 'bundle_member_differs', where: tax, severity: 'warning' }]);
    expect(loud.project && loud.missing.map(({ name }) => name)).toEqual(['税务.csv']);
  });

  it('as a bomb, before anything is unpacked', async () => {
    const bomb = zipSync({ 'project.json': new Uint8Array(70 << 20) }, { level: 1 });
    const inflate = vi.fn(inflateEntry);
    const answer = await openBundle(bytesSource('bomb.miaopu', bomb), { ...zip, inflate }, checks);
    expect([answer.project, answer.problems[0]!.code, inflate.mock.calls.length]).toEqual([null, 'zip_ratio', 0]);
  });

  it.each([
    ['something else', new TextEncoder().encode('企业名称,年度\n甲,2024\n')],
    ['nothing', new Uint8Array()],
  ])('%s', async (_, bytes) => {
    expect(await opened(bytes)).toMatchObject({ project: null, problems: [{ code: 'zip_unreadable' }] });
  });
});

it('a member nobody knows is named and not read', async () => {
  const answer = await opened(await tampered((all) => (all['更新.exe'] = Uint8Array.of(1))));
  expect(answer.problems).toMatchObject([{ code: 'bundle_member_unknown', where: '更新.exe', severity: 'warning' }]);
  expect(answer.project).not.toBeNull();
});

it('cut anywhere or with a byte changed it is never opened as something else', async () => {
  const mine = project('税务.csv');
  const whole = await written(content(mine));
  for (let at = 0; at < whole.length; at += 31) {
    const damaged = whole.slice();
    damaged[at]! ^= 0x55;
    for (const bytes of [whole.slice(0, at), damaged]) {
      const answer = await opened(bytes);
      if (!answer.project) continue;
      expect(answer.project).toEqual(mine);
      for (const [sha256, pour] of answer.files)
        expect(
          await poured(pour).then(
            (text) => sha256Of(text) === sha256,
            () => true,
          ),
        ).toBe(true);
    }
  }
});
