import { beforeAll, expect, it } from 'vitest';
import { localeOf } from '../../../src/i18n';
import { loadWords } from '../../fixtures/words';
import { differenceWords } from '../../../src/views/data/difference-words';
import type { Known } from '../../../src/views/data/step-words';
import type { ProjectDifference } from '../../../src/state/face';

beforeAll(loadWords);

const known: Known = { firm: (firm) => firm, scheme: (id) => id, own: [{ id: 'x_h1', zh: '展会数', en: 'Fairs' }] };

it.each<[ProjectDifference['what'], readonly string[], string, string]>([
  ['source_recipe', ['税务.csv'], '税务.csv', '税务.csv'],
  [
    'source_recipe',
    ['税务.csv', 'columns', 'matches'],
    '税务.csv：列的对应与单位、企业匹配的决定',
    '税务.csv: mapping and units, decided firms',
  ],
  [
    'source_facts',
    ['税务.csv', '市税务局', '2025-06-12', '', 'internal'],
    '税务.csv：市税务局、2025-06-12、内部',
    '税务.csv: 市税务局, 2025-06-12, Internal',
  ],
  ['finding', ['outlier:x_h1', 'exclude', '', '2'], '排除“同行中的离群值 · 展会数”：只对 2 行', ''],
  ['conflict', ['K1', '2024', 'revenue', '税务.csv', '以税务为准'], 'K1 2024 年的营业收入取自 税务.csv。理由：以税务为准', ''],
  ['conflict', ['K1', '2024', 'x_h1', '', ''], 'K1 2024 年的展会数记为缺失', ''],
  ['scheme', ['2', '甲方案', 'Scheme A'], '甲方案（版本 2）', 'Scheme A (version 2)'],
  ['scheme_chosen', ['a', '甲方案', 'Scheme A'], '甲方案', 'Scheme A'],
  ['canvas', ['研发', 'R&D', '3'], '研发：3 张图', 'R&D: 3 charts'],
  ['canvas', ['研发', '', '1'], '研发：1 张图', '研发: one chart'],
  ['selection', ['大户', 'rule', '2'], '大户：规则，2 个条件', '大户: a rule of 2 conditions'],
  ['selection', ['软件', 'rule', '0'], '软件：规则', '软件: a rule'],
  ['selection', ['重点', 'list', '1200'], '重点：名单，1,200 家', '重点: a list of 1,200 firms'],
  ['source_order', ['甲.csv', '乙.csv'], '甲.csv、乙.csv', '甲.csv, 乙.csv'],
  ['source_added', [], '', ''],
])('%s %j is said as %s', (what, side, zh, en) => {
  expect(differenceWords(what, side, known, localeOf('zh'))).toBe(zh);
  if (en !== '') expect(differenceWords(what, side, known, localeOf('en'))).toBe(en);
});
