import { expect, it } from 'vitest';
import { readProject } from './project';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}
const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(readProject('package.json'));
const lock: { lockfileVersion: number; packages: Record<string, Locked> } = JSON.parse(readProject('package-lock.json'));
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

/** Versions that carried malicious code: the npm phishing of September 2025 (GHSA-w62p-hx95-gf2c and its like), and older well-known cases. */
const KNOWN_BAD = new Set([
  '@duckdb/duckdb-wasm@1.29.2',
  '@duckdb/node-api@1.3.3',
  '@duckdb/node-bindings@1.3.3',
  'duckdb@1.3.3',
  'ansi-regex@6.2.1',
  'ansi-styles@6.2.2',
  'backslash@0.2.1',
  'chalk@5.6.1',
  'chalk-template@1.1.1',
  'color@5.0.1',
  'color-convert@3.1.1',
  'color-name@2.0.1',
  'color-string@2.1.1',
  'debug@4.4.2',
  'error-ex@1.3.3',
  'has-ansi@6.0.1',
  'is-arrayish@0.3.3',
  'simple-swizzle@0.2.3',
  'slice-ansi@7.1.1',
  'strip-ansi@7.1.1',
  'supports-color@10.2.1',
  'supports-hyperlinks@4.1.1',
  'wrap-ansi@9.0.1',
  'eslint-config-prettier@8.10.1',
  'eslint-config-prettier@9.1.1',
  'eslint-config-prettier@10.1.6',
  'eslint-config-prettier@10.1.7',
  'eslint-plugin-prettier@4.2.2',
  'eslint-plugin-prettier@4.2.3',
  'synckit@0.11.9',
  '@pkgr/core@0.2.8',
  'napi-postinstall@0.3.1',
  'is@3.3.1',
  'event-stream@3.3.6',
  'flatmap-stream@0.1.1',
  'ua-parser-js@0.7.29',
  'ua-parser-js@0.8.0',
  'ua-parser-js@1.0.0',
  'node-ipc@10.1.1',
  'node-ipc@10.1.2',
]);

it('package.json names exact versions', () => {
  const given = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(given.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

it('the lockfile holds the versions package.json names', () => {
  const given = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(given.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version)).toEqual([]);
});

it('every package has the hash of its content', () => {
  expect(lock.lockfileVersion).toBe(3);
  expect(locked.length).toBeGreaterThan(100);
  expect(locked.filter(([, entry]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(entry.integrity ?? '')).map(([path]) => path)).toEqual([]);
});

/** Whether a package finds another one: beside it or beside any package around it. */
function finds(path: string, name: string): boolean {
  for (let around = path; ; around = around.slice(0, Math.max(0, around.lastIndexOf('/node_modules/')))) {
    if (`${around}/node_modules/${name}` in lock.packages) return true;
    if (!around.includes('/node_modules/')) return `node_modules/${name}` in lock.packages;
  }
}

// `npm ci` refuses a lockfile that lacks the builds for other systems, and then nobody can start.
it('every package finds all it needs, the builds for other systems too', () => {
  const lost = locked.flatMap(([path, entry]) =>
    Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
      .filter((name) => !finds(path, name))
      .map((name) => `${path} needs ${name}`),
  );
  expect(lost).toEqual([]);
});

it('no package comes from elsewhere than the registry a person has set', () => {
  expect(
    locked.filter(([, entry]) => entry.link || (entry.resolved !== undefined && !entry.resolved.startsWith('https://registry.npmjs.org/'))),
  ).toEqual([]);
});

it('no known-bad version is among them', () => {
  const names = locked.map(([path, entry]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${entry.version}`);
  expect(names).toContain('@duckdb/duckdb-wasm@1.32.0');
  expect(names.filter((name) => KNOWN_BAD.has(name))).toEqual([]);
});

it('at most twelve packages reach the page, the parts of the editor counted as one', () => {
  const packages = new Set(Object.keys(manifest.dependencies).map((name) => name.replace(/^@(codemirror|lezer)\/.*/, 'codemirror')));
  expect(packages.size).toBeLessThanOrEqual(12);
});
