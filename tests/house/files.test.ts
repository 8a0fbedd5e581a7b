import { describe, expect, it } from 'vitest';
import { foldersIn, projectFiles, readProject } from './project';

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.(svelte|test|spec|config|d))*\.(ts|js|mjs|sql|css|html)$/;
const COMPONENT = /^[A-Z][A-Za-z0-9]*\.svelte$/;
const code = ['scoring', 'queries', 'src', 'scripts', 'tests'].flatMap((folder) =>
  projectFiles(folder, /\.(ts|js|mjs|sql|css|svelte)$/).filter((path) => !path.startsWith('tests/fixtures/')),
);
const product = code.filter((path) => /^(scoring|queries|src)\//.test(path));
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

it('file names are kebab-case, components PascalCase', () => {
  expect(code.filter((path) => !(path.endsWith('.svelte') ? COMPONENT : NAME).test(nameOf(path)))).toEqual([]);
});

it('no file is called by what files are for', () => {
  expect(code.filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.|$)/.test(path))).toEqual([]);
});

it('the top-level folders are the rooms of the map', () => {
  const known = ['data', 'docs', 'public', 'queries', 'scoring', 'scripts', 'src', 'tests'];
  const made = ['node_modules', 'dist', 'test-results', 'soak-results', 'playwright-report', 'bench-data'];
  expect(foldersIn('.').filter((name) => !name.startsWith('.') && !known.includes(name) && !made.includes(name))).toEqual([]);
});

it('data holds no code', () => {
  expect(projectFiles('data', /./).filter((path) => !/\.(json|csv|md)$/.test(path))).toEqual([]);
});

/** Comments may name what code may not do. */
const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->|(^|\s)\/\/.*$/gm, '$1');

describe.each([
  [
    'HTML from text',
    /\{@html|\.(inner|outer)HTML|insertAdjacentHTML|srcdoc|document\.write/,
    ['{@html x}', 'a.innerHTML = x', "a.insertAdjacentHTML('x')"],
  ],
  ['code from text', /\beval\(|new Function\(/, ['eval(x)', 'new Function(x)']],
  ['words to the console', /\bconsole\s*\./, ['console.log(x)', 'console .warn(x)']],
  ['marks of unfinished work', /\b(TODO|FIXME|XXX|HACK)\b/, ['TODO later']],
])('there is no %s in the product', (_, pattern, examples) => {
  it.each(examples)('the pattern finds %s', (example) => {
    expect(withoutComments(example)).toMatch(pattern);
  });
  it('and the product has none', () => {
    expect(product.filter((path) => pattern.test(withoutComments(readProject(path))))).toEqual([]);
  });
});

it('a TypeScript file of the product longer than 200 lines says why at the top', () => {
  const long = product.filter((path) => path.endsWith('.ts') && readProject(path).trimEnd().split('\n').length > 200);
  expect(long.filter((path) => !/^\s*(\/\*\*?|\/\/)/.test(readProject(path)))).toEqual([]);
});
