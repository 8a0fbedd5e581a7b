import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SAMPLE_FILES, writeSample } from './make-sample.mjs';
import { install } from './steps/install.mjs';
import { isMain, runMain } from './steps/main.mjs';
import { ROOT } from './steps/root.mjs';
import { run, runTool } from './steps/run.mjs';
import { say } from './steps/say.mjs';
import { filesUnder, whenChanged } from './steps/stamp.mjs';

/** What both builds read. `data/sample` is an input of its own, where it is one. */
const SHARED = [
  ...readdirSync(join(ROOT, 'data'))
    .filter((name) => name !== 'sample')
    .map((name) => `data/${name}`),
  ...['package-lock.json', 'tsconfig.json', 'queries', 'scoring', 'src'],
];
const SAMPLE = SAMPLE_FILES.map((name) => `data/sample/${name}`);
const RECIPES = filesUnder(ROOT, ['data/sample-recipes']);
const CLI = 'dist/cli/miaopu.mjs';
const FIRST_BOARD = 'dist/web/first-board.json';

/** The recipe made for a file of the sample, null where the file speaks for itself.
 * @param {string} file */
function recipeOf(file) {
  const path = RECIPES.find((one) => JSON.parse(readFileSync(join(ROOT, one), 'utf8')).source === file);
  return path === undefined ? null : basename(path);
}

/** Says what it does when it does it, and how long it took.
 * @param {string} words
 * @param {Omit<Parameters<typeof whenChanged>[0], 'root'>} step */
async function doStep(words, step) {
  const start = performance.now();
  const done = await whenChanged({ root: ROOT, ...step });
  say(done ? `${words}: done in ${((performance.now() - start) / 1000).toFixed(1)} s` : `${words}: unchanged`);
}

/** @param {string} what @param {Promise<{ code: number, output: string }>} running */
async function orThrow(what, running) {
  const { code, output } = await running;
  if (code !== 0) throw new Error(`${what} failed\n${output.trim()}`);
}

/** Writes the synthetic sample files. */
export function makeSample() {
  return doStep('sample', {
    name: 'sample',
    inputs: ['scripts/make-sample.mjs', 'scripts/sample'],
    outputs: ['data/sample'],
    work: async () => void writeSample(join(ROOT, 'data', 'sample')),
  });
}

/** Builds the command line. */
export function buildCli() {
  return doStep('command line', {
    name: 'cli',
    inputs: [...SHARED, 'vite.cli.config.ts'],
    outputs: ['dist/cli'],
    work: () =>
      orThrow('the build of the command line', runTool('vite', ['build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn'])),
  });
}

/** Puts the sample beside the page: its files, their recipes, and a list of both. The hidden seedlings are not among them. */
function copySample() {
  const folder = join(ROOT, 'dist', 'web', 'sample');
  mkdirSync(folder, { recursive: true });
  for (const path of [...SAMPLE, ...RECIPES]) copyFileSync(join(ROOT, path), join(folder, basename(path)));
  const list = SAMPLE_FILES.map((file) => ({ file, recipe: recipeOf(file) }));
  writeFileSync(join(folder, 'index.json'), JSON.stringify(list));
}

/** Builds the page, with the sample beside it. */
function buildPage() {
  return doStep('page', {
    name: 'page',
    inputs: [...SHARED, ...SAMPLE, 'vite.config.ts', 'index.html', 'public', 'scripts/build.mjs'],
    outputs: ['dist/web'],
    isOutput: (path) => path !== FIRST_BOARD,
    work: async () => {
      await orThrow('the build of the page', runTool('vite', ['build', '--logLevel', 'warn']));
      copySample();
    },
  });
}

/** Makes the board shown before the engine is loaded, with the command line, from the sample files. */
function makeFirstBoard() {
  return doStep('first board', {
    name: 'first-board',
    inputs: ['dist/cli', ...SAMPLE, ...RECIPES],
    outputs: [FIRST_BOARD],
    work: async () => {
      rmSync(join(ROOT, FIRST_BOARD), { force: true });
      const given = [...SAMPLE.flatMap((path) => ['--data', path]), ...RECIPES.flatMap((path) => ['--map', path])];
      await orThrow('making the first board', run(process.execPath, [CLI, 'first-board', ...given, '--out', FIRST_BOARD]));
    },
  });
}

/** Everything `npm start` serves, each part only where something it is made from changed. */
export async function build() {
  await makeSample();
  await buildCli();
  await buildPage();
  await makeFirstBoard();
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    if (!(await install())) return 1;
    await build();
    return 0;
  });
}
