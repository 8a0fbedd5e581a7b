import { expect, it } from 'vitest';
import { figureText } from '../../scoring/board/figures';

it.each([
  [149_600_000, { kind: 'money', unit: '元' }, 'CNY', 'zh', '14,960 万元'],
  [-5_000, { kind: 'money', unit: '元' }, 'CNY', 'en', '−0.005 million CNY'],
  [18_270_732_835, { kind: 'money', unit: '元' }, 'EUR', 'en', '18,270.7328 million EUR'],
  [0.1549, { kind: 'ratio', unit: '' }, 'CNY', 'zh', '15.49%'],
  [19_723, { kind: 'date', unit: '' }, 'CNY', 'zh', '2024-01-01'],
  [1, { kind: 'flag', unit: '' }, 'CNY', 'en', 'yes'],
  [2024, { kind: 'year', unit: '' }, 'CNY', 'en', '2024'],
  [1234.5, { kind: 'count', unit: '人' }, 'CNY', 'zh', '1,234.5'],
  [3, undefined, 'CNY', 'zh', '3'],
  ['A', { kind: 'text', unit: '' }, 'CNY', 'zh', 'A'],
] as const)('%s of %j in %s (%s) reads %s', (value, field, currency, language, text) => {
  expect(figureText(value, field, currency, language)).toBe(text);
});
