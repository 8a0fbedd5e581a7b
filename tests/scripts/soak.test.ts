import { relative, sep } from 'node:path';
import { expect, it } from 'vitest';
import { readProject } from '../house/project';
import { STATE } from '../../scripts/soak.mjs';

it('what was soaked is kept where no other run empties the folder', () => {
  const [folder] = relative(process.cwd(), STATE).split(sep);
  const emptied = /outputDir: '([^']+)'/.exec(readProject('playwright.config.ts'))![1];
  expect(folder).not.toBe(emptied);
  expect(readProject('.gitignore').split('\n')).toContain(`${folder}/`);
});
