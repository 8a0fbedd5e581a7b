import { expect, it } from 'vitest';
import { evaluateScheme } from '../../scoring/evaluate';
import { gapPatterns } from '../../scoring/gap-patterns';
import { panelOf } from './panel-of';
import { schemeWith } from './schemes';

const each = (id: string) => ({ id, formula: id, rule: { is: 'per-unit', perUnit: 1 }, of: 10 });

it('rows that lack the same indicators share a pattern, numbered by first appearance', () => {
  const panel = panelOf({ a: [1, null, 2, null, null], b: [1, 1, null, 5, null] });
  const { of, example } = gapPatterns(evaluateScheme(panel, schemeWith({ indicators: [each('a'), each('b')] })));
  expect([[...of], [...example]]).toEqual([
    [0, 1, 2, 1, 3],
    [0, 1, 2, 4],
  ]);
});

it('many patterns stay apart when the table grows: 1024 of them over ten indicators', () => {
  const ids = Array.from({ length: 10 }, (_, at) => `i${at}`);
  const cells = ids.map((id, at) => [id, Array.from({ length: 2048 }, (_, row) => ((row >>> at) & 1 ? null : 1))] as const);
  const evaluated = evaluateScheme(panelOf(Object.fromEntries(cells)), schemeWith({ indicators: ids.map(each) }));
  const { of, example } = gapPatterns(evaluated);
  expect([...of]).toEqual(Array.from({ length: 2048 }, (_, row) => row % 1024));
  expect([...example]).toEqual(Array.from({ length: 1024 }, (_, row) => row));
});
