import { expect, it } from 'vitest';
import { DataRoom } from '../../src/state/data-room';
import { Intake } from '../../src/state/intake.svelte';
import type { DataRoomFace } from '../../src/state/rooms';

const LAST = '统一社会信用代码,年度,园区载体评价得分,职工人数\n91000000MA0000001A,2023,81,12\n91000000MA0000002B,2023,64,30\n';
const NEXT = '统一社会信用代码,年度,载体评价得分（园区）,职工人数\n91000000MA0000001A,2024,85,13\n91000000MA0000002B,2024,70,33\n';

/** Next year's file with last year's recipe laid on it. */
async function fitted() {
  const intake = new Intake(new DataRoom() as DataRoomFace, 1);
  await intake.open([new File([LAST], 'a.csv')]);
  const json = JSON.stringify(intake.incoming[0]!.recipe);
  intake.remove(1);
  await intake.open([new File([NEXT], 'b.csv')]);
  await intake.applyRecipe(2, json);
  return intake;
}
const questions = (intake: Intake) =>
  intake.incoming[0]!.problems.filter(({ severity }) => severity === 'question').map(({ code, where }) => [code, where]);

it('a column under a new header is a question with what it may be, how alike and what stands in it', async () => {
  const intake = await fitted();
  expect(questions(intake)).toEqual([['column_lost', '园区载体评价得分']]);
  const [{ as, likeness, samples }] = intake.incoming[0]!.lost![0]!.suggestions as never as [
    { as: { header: string; at: number; field: string }; likeness: number; samples: string[] },
  ];
  expect([as.header, as.at, samples]).toEqual(['载体评价得分（园区）', 2, ['85', '70']]);
  expect(likeness).toBeGreaterThan(0.4);
  expect(likeness).toBeLessThan(0.9);
});

it('an edit elsewhere does not answer it', async () => {
  const intake = await fitted();
  await intake.edit(2, { ...intake.incoming[0]!.recipe!, currency: 'CNY' });
  expect(questions(intake)).toEqual([['column_lost', '园区载体评价得分']]);
  expect(intake.ready).toBeNull();
});

it('the suggestion taken is the same field as last year', async () => {
  const intake = await fitted();
  const { recipe, lost } = intake.incoming[0]!;
  const { column, suggestions } = lost![0]!;
  const { as } = suggestions[0]!;
  await intake.edit(2, { ...recipe!, columns: recipe!.columns.map((one) => (one.at === as.at ? as : one)) });
  expect(questions(intake)).toEqual([]);
  expect(intake.ready![0]!.recipe.columns[2]!.field).toBe(column.field);
});

it('let go, it is not taken and nothing is asked', async () => {
  const intake = await fitted();
  intake.letGo(2, '园区载体评价得分');
  expect(questions(intake)).toEqual([]);
  await intake.edit(2, intake.incoming[0]!.recipe!);
  expect(questions(intake)).toEqual([]);
  expect(intake.ready![0]!.recipe.columns[2]!.field).toBeNull();
});
