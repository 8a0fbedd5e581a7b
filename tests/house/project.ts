import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GENERATED = ['data/sample', 'data/sample-departments'];

/** Files under a folder of the project, as paths from its root with `/`, sorted; `.` is the whole project without what is built or installed. */
export function projectFiles(folder: string, matches: RegExp): string[] {
  const found: string[] = [];
  const walk = (path: string): void => {
    for (const entry of readdirSync(join(ROOT, path), { withFileTypes: true })) {
      const inner = path === '.' ? entry.name : `${path}/${entry.name}`;
      if (['node_modules', 'dist', '.git', 'test-results', 'playwright-report'].includes(entry.name) || GENERATED.includes(inner)) continue;
      if (entry.isDirectory()) walk(inner);
      else if (matches.test(inner)) found.push(inner);
    }
  };
  walk(folder);
  return found.sort();
}

export function readProject(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Names of the folders directly in a folder. */
export function foldersIn(path: string): string[] {
  return readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
