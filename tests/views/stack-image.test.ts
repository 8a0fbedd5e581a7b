import { expect, it } from 'vitest';
import { stackImage } from '../../src/views/boards/stack-image';

const group = (id: string, weight: number) => ({ id, name: { zh: id, en: id }, weight, kind: 'base' as const });
const TWO = [group('a', 60), group('b', 40)];
const image = (part: { groups?: number[]; lost?: number[]; deduction?: number }, groups = TWO, fullMark = 100): string =>
  stackImage({ groups: [60, 40], lost: [0, 0], deduction: 0, ...part }, groups, fullMark);

it('a full bar is the groups side by side', () => {
  expect(image({})).toBe('linear-gradient(to right, var(--group-0) 0% 60%, var(--group-1) 60% 100%)');
});
it('what was not earned is bare ground to a hairline at the end of the slot', () => {
  expect(image({ groups: [30, 0] })).toBe(
    'linear-gradient(to right, var(--group-0) 0% 30%, var(--missing) 30% calc(60% - 1px), var(--bg) 0 60%, ' +
      'var(--missing) 60% calc(100% - 1px), var(--bg) 0 100%)',
  );
});
it('what missing values cost is hatched at the end of the slot, never drawn as earned or as a plain gap', () => {
  expect(image({ groups: [30, 40], lost: [20, 0] })).toBe(
    'linear-gradient(to right, var(--group-0) 0% 30%, var(--missing) 30% 40%, transparent 0 60%, var(--group-1) 60% 100%), ' +
      'repeating-linear-gradient(-45deg, var(--bg) 0 2px, var(--missing) 2px 4px)',
  );
  // More lost than is left in the slot: only what is left is hatched.
  expect(image({ groups: [50, 40], lost: [20, 0] })).toContain('var(--missing) 50% 50%, transparent 0 60%');
});
it('a group that earned more than its weight ends with an ink edge, within its slot', () => {
  expect(image({ groups: [70, 40] })).toContain('var(--group-0) 0% calc(60% - 2px), var(--ink) 0 60%, var(--group-1) 60% 100%');
});
it('a deduction lies over the end of the last fill', () => {
  expect(image({ groups: [60, 20], deduction: 5 })).toMatch(
    /^linear-gradient\(to right, transparent 75%, var\(--bg\) 0 calc\(75% \+ 1px\), var\(--deduction\) 0 calc\(calc\(75% \+ max\(5%, 2px\)\) - 1px\)/,
  );
});
it('the sixth group has the colour of the first, and a scale wider than the weights leaves the rest empty', () => {
  const six = Array.from({ length: 6 }, (_, at) => group(String(at), 10));
  const drawn = image({ groups: [10, 10, 10, 10, 10, 10], lost: [] }, six, 80);
  expect(drawn).toContain('var(--group-4) 50% 62.5%, var(--group-0) 62.5% 75%, var(--ground, var(--bg)) 75% 100%');
});
