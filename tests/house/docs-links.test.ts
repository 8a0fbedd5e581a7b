import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { projectFiles, readProject } from './project';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = projectFiles('.', /\.md$/);

/** The targets of links and pictures, code left out. */
function linksOf(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?```|`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g), ...prose.matchAll(/<(?:img|a)\s[^>]*(?:src|href)="([^"]+)"/g)].map(
    (match) => match[1]!,
  );
}

/** Names of the headings of a page, as its links spell them. */
function anchorsOf(text: string): string[] {
  return [...text.replace(/```[\s\S]*?```/g, '').matchAll(/^#{1,6}\s+(.+?)\s*$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  );
}

function isAlive(page: string, link: string): boolean {
  if (/^(https?:|mailto:)/.test(link)) return true;
  const [file = '', anchor] = decodeURIComponent(link).split('#');
  const target = file === '' ? page : posix.join(posix.dirname(page), file);
  if (!existsSync(posix.join(root, target))) return false;
  return anchor === undefined || !target.endsWith('.md') || anchorsOf(readProject(target)).includes(anchor);
}

describe('the test itself', () => {
  it('finds links and pictures, not code', () => {
    expect(linksOf('[a](b.md#c) ![d](e.png "f") `[g](h)` <img src="i.png" alt="">\n```\n[j](k)\n```')).toEqual([
      'b.md#c',
      'e.png',
      'i.png',
    ]);
  });
  it('spells headings as their links do', () => {
    expect(anchorsOf('# Add a query\n## 添加图表：步骤\n### `npm start`, twice')).toEqual([
      'add-a-query',
      '添加图表步骤',
      'npm-start-twice',
    ]);
  });
  it('knows a dead link', () => {
    expect([
      isAlive('README.md', 'nowhere.md'),
      isAlive('README.md', 'CONTRIBUTING.md#no-such-part'),
      isAlive('README.md', 'LICENSE'),
    ]).toEqual([false, false, true]);
  });
});

it('no link in the documents is dead', () => {
  expect(pages.length).toBeGreaterThan(4);
  expect(
    pages.flatMap((page) =>
      linksOf(readProject(page))
        .filter((link) => !isAlive(page, link))
        .map((link) => `${page}: ${link}`),
    ),
  ).toEqual([]);
});
