import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { install } from './steps/install.mjs';
import { isMain, runMain } from './steps/main.mjs';
import { ROOT } from './steps/root.mjs';
import { say } from './steps/say.mjs';

/** How many times every fault is met, each time with another seed. */
const TURNS = 5;
/** Seeds a worker takes before it is asked again, and how long one of them may take. */
const BATCH = 50;
const LONGEST_SEED = 10_000;
/** Not among the results of the browser's tests, whose folder is emptied whenever they begin. */
export const STATE = join(ROOT, 'soak-results', 'soak.json');

/** Processes that work now. Stopped by hand, the soak ends them, and takes nothing of what they leave for a fault. */
const working = new Set(/** @type {import('node:child_process').ChildProcess[]} */ ([]));
let isStopped = false;

function heedStop() {
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => {
      isStopped = true;
      for (const child of working) child.kill('SIGKILL');
    });
}

/** What was soaked so far. `next`: job → first seed not yet met; `turns`: suites of faults met, `node 1`. */
/** @typedef {{ next: Record<string, number>, turns: string[], faults: string[] }} State */

/** @returns {State} */
function readState() {
  return existsSync(STATE) ? JSON.parse(readFileSync(STATE, 'utf8')) : { next: {}, turns: [], faults: [] };
}

/** Whole or not at all: a soak may be stopped at any moment. @param {State} state */
function keepState(state) {
  mkdirSync(dirname(STATE), { recursive: true });
  writeFileSync(`${STATE}.part`, JSON.stringify(state, null, 2));
  renameSync(`${STATE}.part`, STATE);
}

/** A module of the tests, which are TypeScript. @template T @param {string} path @param {(module: any) => Promise<T>} use @returns {Promise<T>} */
async function withModule(path, use) {
  const { createServer } = await import('vite');
  const server = await createServer({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    appType: 'custom',
    optimizeDeps: { noDiscovery: true, include: [] },
    server: { middlewareMode: true, watch: null, ws: false },
  });
  try {
    return await use(await server.ssrLoadModule(path));
  } finally {
    await server.close();
  }
}

/** Work of a child: some seeds of one job, a line of JSON each. @param {string} name @param {number} from @param {number} to */
async function soakSeeds(name, from, to) {
  // Whoever asked is gone: there is nobody to answer.
  process.stdout.on('error', () => process.exit(1));
  await withModule('/tests/soak/jobs.ts', async ({ JOBS }) => {
    const job = /** @type {{ name: string, run: (seed: number) => Promise<readonly string[]>, end?: () => Promise<void> }[]} */ (JOBS).find(
      (one) => one.name === name,
    );
    if (!job) throw new Error(`no job ${name}`);
    for (let seed = from; seed < to; seed++) process.stdout.write(`${JSON.stringify({ seed, faults: await job.run(seed) })}\n`);
    await job.end?.();
  });
  return 0;
}

/**
 * Some seeds of a job in a process of their own, which is ended when one of them hangs. Answers the first seed not met and what went wrong.
 * @param {string} name @param {number} from @param {number} to
 * @returns {Promise<{ next: number, faults: string[] }>}
 */
function batch(name, from, to) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--job', name, String(from), String(to)], {
      cwd: ROOT,
      env: { ...process.env, TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    working.add(child);
    /** @type {string[]} */
    const faults = [];
    let next = from;
    let left = '';
    let isHung = false;
    const watch = () =>
      setTimeout(() => {
        isHung = true;
        child.kill('SIGKILL');
      }, LONGEST_SEED);
    // The first seed waits for the tests to be read.
    let timer = setTimeout(() => child.kill('SIGKILL'), 120_000);
    child.stdout.on('data', (piece) => {
      const lines = (left + piece).split('\n');
      left = lines.pop() ?? '';
      for (const line of lines) {
        const met = /** @type {{ seed: number, faults: string[] }} */ (JSON.parse(line));
        faults.push(...met.faults);
        next = met.seed + 1;
        clearTimeout(timer);
        timer = watch();
      }
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      working.delete(child);
      if (isStopped) return resolve({ next, faults });
      if (next < to) faults.push(`${name} seed ${next}: ${isHung ? `no answer in ${LONGEST_SEED / 1000} s` : `ended with ${code}`}`);
      resolve({ next: Math.min(to, next < to ? next + 1 : next), faults });
    });
  });
}

/** @param {readonly string[]} args @param {Record<string, string>} env @returns {Promise<number>} */
function run(args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, TZ: 'UTC', ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    working.add(child);
    child.on('close', (code) => {
      working.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Suites of the table of faults, once a seed: those of Node and those of the browser. @param {State} state @param {() => boolean} isOver */
async function soakFaults(state, isOver) {
  const faults = await withModule('/tests/soak/faults.ts', async ({ FAULTS }) => /** @type {{ test: [string, string] }[]} */ (FAULTS));
  const files = [...new Set(faults.map(({ test: [file] }) => `tests/${file}`))];
  const suites = [
    { name: 'node', args: ['node_modules/vitest/vitest.mjs', 'run', ...files.filter((file) => file.endsWith('.test.ts'))] },
    { name: 'browser', args: ['node_modules/@playwright/test/cli.js', 'test', ...files.filter((file) => file.endsWith('.spec.ts'))] },
  ];
  for (let seed = 1; seed <= TURNS; seed++) {
    for (const { name, args } of suites) {
      const turn = `${name} ${seed}`;
      if (isOver() || state.turns.includes(turn)) continue;
      if (name === 'browser') await build();
      const code = await run(args, { MIAOPU_SEED: String(seed) });
      // Half a turn is none: it is met again.
      if (isStopped) return;
      say(`faults, ${turn}: ${code === 0 ? 'survived' : `failed (${code})`}`);
      if (code !== 0) state.faults.push(`faults, ${turn}: MIAOPU_SEED=${seed} node ${args.join(' ')}`);
      state.turns.push(turn);
      keepState(state);
    }
  }
}

/** Soaks until everything was met or the time is over. @param {number} minutes @returns {Promise<number>} */
async function soak(minutes) {
  const end = Date.now() + minutes * 60_000;
  const isOver = () => isStopped || Date.now() >= end;
  heedStop();
  const state = readState();
  const jobs = await withModule('/tests/soak/jobs.ts', async ({ JOBS }) => /** @type {{ name: string, seeds: number }[]} */ (JOBS));
  for (let isDone = false; !isDone && !isOver();) {
    isDone = true;
    for (const { name, seeds } of jobs) {
      const from = state.next[name] ?? 0;
      if (from >= seeds || isOver()) continue;
      isDone = false;
      const { next, faults } = await batch(name, from, Math.min(seeds, from + BATCH));
      state.next[name] = next;
      state.faults.push(...faults);
      keepState(state);
      say(`${name}: seeds ${from}–${next - 1} of ${seeds}, ${faults.length} faults`);
      for (const fault of faults) say(`  ${fault}`);
    }
  }
  await soakFaults(state, isOver);
  say(`${state.faults.length} faults so far; ${STATE} goes on where this stopped, remove it to begin again`);
  return state.faults.length === 0 && !isStopped ? 0 : 1;
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    if (!(await install())) return 1;
    const [what, ...rest] = process.argv.slice(2);
    if (what === '--job') return soakSeeds(rest[0] ?? '', Number(rest[1]), Number(rest[2]));
    const minutes = what === undefined ? Infinity : what === '--minutes' ? Number(rest[0]) : NaN;
    if (!(minutes > 0)) throw new Error('npm run soak -- [--minutes 3]');
    return soak(minutes);
  });
}
