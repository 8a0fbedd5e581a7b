import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/chromium.mjs';
import { closingLine, oneCount, playwrightCounts, vitestCounts } from '../../scripts/steps/counts.mjs';
import { missingPackages } from '../../scripts/steps/install.mjs';
import { nodeComplaint, OLDEST_NODE } from '../../scripts/steps/node-version.mjs';
import { contentHash, filesUnder, whenChanged } from '../../scripts/steps/stamp.mjs';

const root = mkdtempSync(join(tmpdir(), '苗圃 steps '));
afterAll(() => rmSync(root, { recursive: true }));

describe('node version', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s is new enough', (version) => {
    expect(nodeComplaint(version)).toBeNull();
  });
  it.each(['20.18.3', '18.20.0', '16.0.0'])('%s is too old, and is told so', (version) => {
    expect(nodeComplaint(version)).toContain(`needs Node 20.19 or newer; this is Node ${version}`);
  });
  it('is the one package.json asks for', () => {
    const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(engines.node).toBe(`>=${OLDEST_NODE.join('.')}`);
  });
});

describe('missingPackages', () => {
  const wanted = { packages: { '': {}, a: { version: '1.0.0', integrity: 'x' }, b: { version: '2.0.0', integrity: 'y', optional: true } } };
  it.each([
    ['no record of an install', null, ['a']],
    ['everything there, the optional one left out', { packages: { a: { version: '1.0.0', integrity: 'x' } } }, []],
    ['another version', { packages: { a: { version: '1.0.1', integrity: 'x' } } }, ['a']],
    ['another content under the same version', { packages: { a: { version: '1.0.0', integrity: 'z' } } }, ['a']],
    [
      'an optional one of another version',
      { packages: { a: { version: '1.0.0', integrity: 'x' }, b: { version: '1.9.0', integrity: 'y' } } },
      ['b'],
    ],
  ])('%s', (_, installed, missing) => {
    expect(missingPackages(wanted, installed)).toEqual(missing);
  });
});

describe('whenChanged', () => {
  mkdirSync(join(root, 'in'));
  writeFileSync(join(root, 'in', 'a.txt'), '1');
  let runs = 0;
  const step = () =>
    whenChanged({
      root,
      name: 'try',
      inputs: ['in'],
      outputs: ['out'],
      isOutput: (path) => path !== 'out/later.txt',
      work: async () => {
        runs++;
        mkdirSync(join(root, 'out'), { recursive: true });
        writeFileSync(join(root, 'out', 'b.txt'), 'made');
      },
    });

  it('works the first time, then not until an input or an output changes', async () => {
    expect([await step(), await step(), runs]).toEqual([true, false, 1]);
    writeFileSync(join(root, 'in', 'a.txt'), '2');
    expect([await step(), await step(), runs]).toEqual([true, false, 2]);
    writeFileSync(join(root, 'out', 'b.txt'), 'touched by hand');
    expect([await step(), await step(), runs]).toEqual([true, false, 3]);
    rmSync(join(root, 'out', 'b.txt'));
    expect([await step(), runs]).toEqual([true, 4]);
    writeFileSync(join(root, 'out', 'later.txt'), 'of another step');
    expect([await step(), runs]).toEqual([false, 4]);
  });

  it('is done again after work that failed', async () => {
    const failing = whenChanged({ root, name: 'try', inputs: [], outputs: ['out'], work: () => Promise.reject(new Error('no')) });
    await expect(failing).rejects.toThrow('no');
    expect(await step()).toBe(true);
  });

  it('refuses work that makes nothing', async () => {
    const empty = whenChanged({ root, name: 'empty', inputs: ['in'], outputs: ['nothing'], work: async () => undefined });
    await expect(empty).rejects.toThrow('empty made none of nothing');
  });

  it('tells renamed files apart', () => {
    expect(filesUnder(root, ['in', 'absent'])).toEqual(['in/a.txt']);
    const before = contentHash(root, ['in']);
    rmSync(join(root, 'in', 'a.txt'));
    writeFileSync(join(root, 'in', 'c.txt'), '2');
    expect(contentHash(root, ['in'])).not.toBe(before);
  });
});

describe('counts', () => {
  const file = (status: string, ...tests: string[]) => ({
    name: 'x.test.ts',
    status,
    assertionResults: tests.map((each, at) => ({ status: each, fullName: `test ${at}` })),
  });

  it('a file that could not be loaded is a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed'), file('failed')],
    };
    expect(vitestCounts(report)).toEqual({ passed: 3, failed: 2, skipped: 0, skips: [] });
  });

  it('skipped tests are named', () => {
    const report = { numPassedTests: 1, numFailedTests: 0, numPendingTests: 1, testResults: [file('passed', 'passed', 'skipped')] };
    expect(vitestCounts(report)).toEqual({ passed: 1, failed: 0, skipped: 1, skips: ['test 1'] });
  });

  it('a browser test that passed on a second try is a failure, and so is an error outside any test', () => {
    const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };
    expect(playwrightCounts({ stats, errors: [{}] })).toEqual({ passed: 4, failed: 3, skipped: 2, skips: [] });
  });

  it('the closing line adds up', () => {
    expect(closingLine([oneCount(true), oneCount(false), { passed: 12, failed: 3, skipped: 1, skips: [] }])).toBe('13 passed, 4 failed');
  });
});

describe('findChromium', () => {
  it('takes no other browser than the one CHROMIUM_PATH names', () => {
    expect(() => findChromium({ ...process.env, CHROMIUM_PATH: '/nowhere/chromium' })).toThrow('CHROMIUM_PATH is /nowhere/chromium');
  });

  it.skipIf(process.platform === 'win32')('passes over a script of that name that is no browser, and takes one that is', () => {
    for (const [folder, words] of [
      ['fake', 'install me from the shop'],
      ['real', 'Chromium 150.0'],
    ] as const) {
      mkdirSync(join(root, folder));
      writeFileSync(join(root, folder, 'chromium'), `#!/bin/sh\necho "${words}"\n`, { mode: 0o755 });
    }
    expect(findChromium({ PATH: `${join(root, 'fake')}:${join(root, 'real')}` })).toBe(join(root, 'real', 'chromium'));
  });
});
