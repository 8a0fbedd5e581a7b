import { beforeAll, expect, it } from 'vitest';
import type { DistrictProgress } from '../../../scoring/quality/format';
import { localeOf } from '../../../src/i18n';
import { loadWords } from '../../fixtures/words';
import { deliveryCount, districtWords, namedDistricts } from '../../../src/views/data/delivery';

beforeAll(loadWords);

const one = (district: string, delivered: number, lateDays: number | null): DistrictProgress => ({
  district,
  expected: 3,
  delivered,
  complete: 1,
  first: '2025-06-12',
  last: '2025-06-12',
  lateDays,
  lacking: [],
  absent: 0,
});

it('firms that name no district are no district: neither delivered nor in time, and have no mark', () => {
  const all = [one('高新区', 3, 0), one('新津区', 2, 28), one('双流区', 0, null), one('?', 5, 0)];
  expect(deliveryCount(all)).toEqual({ districts: 3, time: 1, delivered: 2, isDated: true });
  expect(namedDistricts(all).map(({ district }) => district)).toEqual(['高新区', '新津区', '双流区']);
  expect(all.map(({ district }) => districtWords(district, localeOf('zh'))).at(-1)).toBe('（没写区县的企业）');
});
