import { expect, it } from 'vitest';
import { DataRoom } from '../../src/state/data-room';
import { Intake } from '../../src/state/intake.svelte';
import type { DataRoomFace } from '../../src/state/rooms';

const TEXT = `统一社会信用代码,年度,职工人数
91000000MA0000001A,2024,12
91000000MA0000002B,2024,30

统一社会信用代码,年度,发明专利数,软件著作权数
91000000MA0000001A,2024,3,1
91000000MA0000002B,2024,5,0
`;

async function opened(names: readonly string[]) {
  const room = new DataRoom();
  const intake = new Intake(room as DataRoomFace, 1);
  await intake.open(names.map((name) => new File([TEXT], name)));
  return { room, intake };
}
const ready = (intake: Intake, at: number) => {
  const { found } = intake.incoming[at]!;
  if (found.status !== 'ready') throw new Error(found.status);
  return found.value;
};

it('a second file of one name is refused until it has a name of its own', async () => {
  const { intake } = await opened(['a.csv', 'a.csv']);
  expect(intake.incoming.map(({ problems }) => problems.some(({ code }) => code === 'same_name'))).toEqual([false, true]);
  expect(intake.ready).toBeNull();
  await intake.rename(intake.incoming[1]!.id, []);
  expect(intake.incoming.map(({ name }) => name)).toEqual(['a.csv', 'a (2).csv']);
  expect(intake.incoming.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))).toEqual([]);
  expect([intake.incoming[1]!.recipe!.source, ready(intake, 1).source]).toEqual(['a (2).csv', 'a (2).csv']);
});

it('a name that a loaded source bears is not given again', async () => {
  const { intake } = await opened(['a.csv']);
  await intake.rename(1, ['a.csv', 'a (2).csv']);
  expect(intake.incoming[0]!.name).toBe('a (3).csv');
});

it('two tables of one file become two sources of one panel, every row of the file in the account of both', async () => {
  const { room, intake } = await opened(['a.csv']);
  const [, second] = ready(intake, 0).tables!;
  const id = await intake.alsoRead(1, { header: second!.header }, []);
  expect(id).toBe(2);
  expect(ready(intake, 1).columns.map(({ header }) => header)).toEqual(['统一社会信用代码', '年度', '发明专利数', '软件著作权数']);
  const wanted = intake.ready!.map(({ id: from, recipe }, at) => ({ name: intake.incoming[at]!.name, from: { id: from }, recipe }));
  const answer = await room.load(wanted, { findings: [], conflicts: [] }, () => undefined);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  expect(answer.panel.rows).toBe(2);
  expect(answer.sources.map(({ name, account: { read, loaded, rejected, skipped } }) => [name, read, loaded, rejected, skipped])).toEqual([
    // Seven lines without the table's own header: two loaded, a blank one and three of the other table left out.
    ['a.csv', 6, 2, 0, 4],
    ['a (2).csv', 6, 2, 0, 4],
  ]);
  const why = async (source: string) => (await room.ledger(source, 0, 20)).lines.map(({ line, reason }) => [line, reason]);
  const other = (lines: readonly number[]) => lines.map((line) => [line, 'other_table']);
  expect((await why('a.csv')).filter(([, reason]) => reason === 'other_table')).toEqual(other([5, 6, 7]));
  expect((await why('a (2).csv')).filter(([, reason]) => reason === 'other_table')).toEqual(other([1, 2, 3]));
  // Both are of the same bytes, and each keeps its own columns and its own way back.
  const parts = room.partsOf(answer.sources[0]!.sha256);
  expect(parts.map(({ name, file }) => [name, file.columns.map(({ header }) => header)])).toEqual([
    ['a.csv', ['统一社会信用代码', '年度', '职工人数']],
    ['a (2).csv', ['统一社会信用代码', '年度', '发明专利数', '软件著作权数']],
  ]);
  const fields = [...answer.panel.fields.keys()];
  const traced = await Promise.all(
    fields.map(async (field) => (await room.trace(0, field, 0)).map((one) => [one.source, one.line, one.column])),
  );
  expect(traced.flat()).toContainEqual(['a.csv', 2, '职工人数']);
  expect(traced.flat()).toContainEqual(['a (2).csv', 6, '发明专利数']);
});

it('a recipe made on the second table finds it in another file of the same make', async () => {
  const { room, intake } = await opened(['a.csv']);
  const [, second] = ready(intake, 0).tables!;
  await intake.reread(1, { header: second!.header });
  const json = JSON.stringify(intake.incoming[0]!.recipe);
  const longer = TEXT.replace('91000000MA0000002B,2024,30\n', '91000000MA0000002B,2024,30\n91000000MA0000003C,2024,7\n');
  await room.look(9, new File([longer], 'b.csv'), {});
  const { found, recipe } = await room.parseRecipe(9, json);
  expect(found!.dialect.header).toEqual({ line: 5, lines: 1, others: 4 });
  expect(recipe!.dialect.header).toEqual({ line: 5, lines: 1, others: 4 });
  expect(recipe!.columns.map(({ header, field }) => [header, field !== null])).toEqual([
    ['统一社会信用代码', true],
    ['年度', true],
    ['发明专利数', true],
    ['软件著作权数', true],
  ]);
});
