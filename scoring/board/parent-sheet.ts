import { industryName, LEVELS, industryAt } from '../industry-code';
import { spanOf } from '../rules/comparing';
import { widerIndustries } from '../rules/wider-industries';
import type { Ranked } from './context';
import type { ParentSheet } from './format';

/** The wider industry a row was compared in, `digits` of its code being known; nothing where it was not compared in one. */
export function parentSheet({ panel, scheme }: Ranked, row: number, digits: number, firms: number): { readonly parent?: ParentSheet } {
  const level = LEVELS.find((one) => one === digits);
  const holding = widerIndustries(panel, spanOf(scheme.comparison))?.holding(row) ?? null;
  const code = level === undefined || holding === null ? null : industryAt(holding, level);
  return code === null ? {} : { parent: { code, name: industryName(code), firms } };
}
