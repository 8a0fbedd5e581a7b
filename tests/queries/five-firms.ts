import { arrowTable } from '../engine/arrow-table';

/** Five firms in 2024, three of them in 2023. A missing value, a tie, a known empty list, a quote in a name, a firm without industry. */
export const fivePanel = arrowTable('panel', {
  firm: ['A', 'B', 'C', 'D', 'E', 'A', 'B', 'C'],
  year: [2024, 2024, 2024, 2024, 2024, 2023, 2023, 2023],
  name: ['甲示例', `O'Neil "乙" 示例`, '丙示例', '丁示例', null, '甲示例', '乙示例', '丙示例'],
  industry: ['机械', '机械', '医药', "it's", null, '机械', '机械', '医药'],
  titles: [['高企'], [], ['高企', '专精特新'], null, ['专精特新'], [], [], ['高企']],
  rd_expense: [10, 30, null, 0, 20, 8, null, 4],
  on_list: [true, false, null, true, false, true, true, true],
});

/** B and C tie beyond the ninth digit; D is vetoed with a score, E has none. */
export const fiveScores = arrowTable('score', {
  firm: ['A', 'B', 'C', 'D', 'E', 'A', 'B', 'C'],
  year: [2024, 2024, 2024, 2024, 2024, 2023, 2023, 2023],
  score: [61.5, 70, 70.00000000001, 99, null, 50, 51, 52],
  coverage: [1, 1, 0.5, 1, 0.25, 1, 1, 1],
  status: ['ranked', 'ranked', 'ranked', 'vetoed', 'not_scored', 'ranked', 'ranked', 'ranked'],
});
