import { describe, expect, it } from 'vitest';
import { type Life, seriesPanel, told } from './series-panel';

const jumps = (...lives: readonly Life[]) => told(seriesPanel(lives), 'jump');

describe('without enough firms to know what is usual, a factor five', () => {
  it.each<[string, (number | null)[], string[]]>([
    ['a level that stays eight times higher', [10e4, 11e4, 12e4, 100e4, 100e4, 101e4], ['2021 8.3']],
    ['a fall to a tenth that stays', [100e4, 110e4, 100e4, 10e4, 11e4, 10e4], ['2021 0.1']],
    ['five times and a little', [10e4, 11e4, 12e4, 61e4, 60e4, 62e4], ['2021 5.1']],
    ['not quite five times', [10e4, 11e4, 12e4, 59e4, 60e4, 62e4], []],
    ['there and back is told once', [10e4, 10e4, 300e4, 10e4], ['2020 30']],
    ['a slip is no jump', [10e4, 10e4, 10e8, 10e4], []],
    ['after a missing year there is no growth', [10e4, null, 300e4], []],
    ['from zero there is no growth', [0, 300e4], []],
  ])('%s', (_, revenue, wanted) => {
    expect(jumps({ revenue })).toEqual(wanted.map((one) => `revenue F0 ${one}`));
  });
});

it('a slip in the year before is taken out of the ratio', () => {
  expect(jumps({ revenue: [10e4, 10e4, 10e4, 10e4, 10e8, 80e4, 80e4] })).toEqual(['revenue F0 2023 8']);
});

it('what everybody does in a year is no jump', () => {
  const all = Array.from({ length: 12 }, (_, at): Life => ({ revenue: [10e4 + at, 10e4 + at, 100e4 + at, 100e4 + at] }));
  expect(jumps(...all)).toEqual([]);
});

it('one patent and eight are chance, a hundred and eight hundred are not', () => {
  expect(jumps({ inv_valid: [1, 1, 8, 8] })).toEqual([]);
  expect(jumps({ inv_valid: [100, 100, 800, 800] })).toEqual(['inv_valid F0 2020 8']);
});

it('a figure that changes sign has no growth', () => {
  expect(jumps({ net_profit: [10e4, -300e4, 20e4, 400e4] })).toEqual([]);
});
