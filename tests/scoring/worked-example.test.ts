import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { evaluateScheme } from '../../scoring/evaluate';
import { checkSchemeText } from '../../scoring/scheme/check';
import { total } from '../../scoring/total';
import { weightsOf } from '../../scoring/weights/given';
import { panelOf } from './panel-of';
import { kindOf, unitOf } from './scheme/dictionary';

const page = readFileSync(new URL('../../docs/scheme-format.md', import.meta.url), 'utf8');
const example = /```json\n([^]*?)```/.exec(page)![1]!;

it('the worked example of docs/scheme-format.md gives what the page says', () => {
  const panel = panelOf({
    rd_expense: [6_000_000, 6_000_000],
    revenue: [100_000_000, 100_000_000],
    tech_staff: [15, null],
    employees: [100, 100],
    penalties: [3, 3],
  });
  const run = (text: string) => {
    const { scheme, problems } = checkSchemeText(text, kindOf, unitOf);
    expect(problems).toEqual([]);
    return total(evaluateScheme(panel, scheme!), weightsOf(scheme!));
  };
  const totals = run(example);
  expect([[...totals.base], [...totals.deduction], [...totals.score], [...totals.lost[0]!], [...totals.coverage]]).toEqual([
    [72, 60],
    [10, 10],
    [62, 50],
    [0, 40],
    [1, 0.6],
  ]);
  const skipping = run(example.replace('"of": 40', '"of": 40, "missing": "skip"'));
  expect([skipping.score[1], skipping.lost[0]![1], skipping.coverage[1]]).toEqual([90, 0, 0.6]);
});
