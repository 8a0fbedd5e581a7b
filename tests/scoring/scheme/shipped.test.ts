import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkSchemeText } from '../../../scoring/scheme/check';
import { kindOf, unitOf } from './dictionary';

const ROOT = new URL('../../../', import.meta.url);
const files = ['data/schemes/'].flatMap((folder) => readdirSync(new URL(folder, ROOT)).map((name) => `${folder}${name}`));

it.each(files)('%s passes the check without a warning', (file) => {
  const { scheme, problems } = checkSchemeText(readFileSync(new URL(file, ROOT), 'utf8'), kindOf, unitOf);
  expect(problems).toEqual([]);
  expect(scheme).not.toBeNull();
});
