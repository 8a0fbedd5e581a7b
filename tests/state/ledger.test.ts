import { expect, it } from 'vitest';
import { DataRoom } from '../../src/state/data-room';

const TEXT = `统一社会信用代码,年度,职工人数
91000000MA0000001A,2024,12
91000000MA0000002B,2024,很多
91000000MA0000003C,2024,"1,200"

91000000MA0000004D,2024,7,8,9
`;

it('the ledger can be asked for one action alone: its lines and their number, none of the others', async () => {
  const room = new DataRoom();
  const { recipe } = await room.look(1, new File([TEXT], 'a.csv'), {});
  await room.load([{ name: 'a.csv', from: { id: 1 }, recipe: recipe! }], { findings: [], conflicts: [] }, () => undefined);
  const lines = async (...asked: Parameters<DataRoom['ledger']>) => {
    const { total, lines: page } = await room.ledger(...asked);
    return [total, page.map(({ line, action }) => [line, action])];
  };
  expect(await lines('a.csv', 0, 9)).toEqual([
    4,
    [
      [3, 'rejected cell'],
      [4, 'changed cell'],
      [5, 'skipped row'],
      [6, 'rejected row'],
    ],
  ]);
  expect(await lines('a.csv', 0, 9, 'rejected cell')).toEqual([1, [[3, 'rejected cell']]]);
  expect(await lines(null, 0, 9, 'rejected row')).toEqual([1, [[6, 'rejected row']]]);
  expect(await lines(null, 1, 9, 'skipped row')).toEqual([1, []]);
});
