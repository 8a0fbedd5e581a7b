import { DataRoom } from '../../../src/state/data-room';
import type { Decisions, LoadAnswer, WantedSource } from '../../../src/state/rooms';

const NOBODY: Decisions = { findings: [], conflicts: [] };

/** The data room with files as a person would leave them: found, mapped as proposed, money without a unit in 元. */
async function opened(files: readonly File[]): Promise<{ readonly room: DataRoom; readonly wanted: readonly WantedSource[] }> {
  const room = new DataRoom();
  const wanted: WantedSource[] = [];
  for (const [at, file] of files.entries()) {
    const { recipe } = await room.look(at, file, {});
    if (!recipe) throw new Error(`${file.name} is not read`);
    const columns = recipe.columns.map((one) => (one.unit === '?' ? { ...one, unit: '元' } : one));
    wanted.push({ name: file.name, from: { id: at }, recipe: { ...recipe, columns, duplicates: 'first' } });
  }
  return { room, wanted };
}

function rowsOf(answer: LoadAnswer): number {
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems.slice(0, 3)));
  return answer.panel.rows;
}

/** Milliseconds of looking at one file and loading it to a panel, each time from the bytes. */
async function measureLoad(files: readonly File[], rounds: number): Promise<{ readonly times: number[]; readonly rows: number }> {
  const times: number[] = [];
  let rows = 0;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const { room, wanted } = await opened(files);
    rows = rowsOf(await room.load(wanted, NOBODY, () => undefined));
    times.push(performance.now() - start);
    await room.close();
  }
  return { times, rows };
}

/** Milliseconds of joining alone: all files are read, then joined again in another order of strength. */
async function measureJoin(files: readonly File[], rounds: number): Promise<{ readonly times: number[]; readonly rows: number }> {
  const { room, wanted } = await opened(files);
  const first = await room.load(wanted, NOBODY, () => undefined);
  let rows = rowsOf(first);
  let held: readonly WantedSource[] = first.ok ? first.sources.map(({ name, sha256, recipe }) => ({ name, from: { sha256 }, recipe })) : [];
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    held = [...held.slice(1), ...held.slice(0, 1)];
    const start = performance.now();
    rows = rowsOf(await room.load(held, NOBODY, () => undefined));
    times.push(performance.now() - start);
  }
  return { times, rows };
}

const chosen = () => [...document.querySelector<HTMLInputElement>('#file')!.files!];
Object.assign(globalThis, {
  measureLoad: (rounds: number) => measureLoad(chosen(), rounds),
  measureJoin: (rounds: number) => measureJoin(chosen(), rounds),
});
