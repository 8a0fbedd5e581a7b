import { checkFormula, type Read } from '../formula/check';
import { parseFormula } from '../formula/parse';
import type { ValueKind } from '../formula/tree';
import type { Scheme } from './format';

/** Every formula of a scheme with the place it stands in, as a JSON pointer. */
export function schemeFormulas(scheme: Scheme): readonly { readonly path: string; readonly formula: string }[] {
  const found: { path: string; formula: string }[] = [];
  const take = (path: string, formula: string | undefined) => {
    if (formula !== undefined) found.push({ path, formula });
  };
  scheme.stages.forEach((stage, at) => take(`/stages/${at}/when`, stage.when));
  scheme.indicators.forEach(({ formula, rule }, at) => {
    take(`/indicators/${at}/formula`, formula);
    if (rule.is === 'best-of')
      rule.options.forEach((option, number) => take(`/indicators/${at}/rule/options/${number}/formula`, option.formula));
  });
  scheme.deductions.forEach(({ formula }, at) => take(`/deductions/${at}/formula`, formula));
  scheme.gates.forEach(({ formula }, at) => take(`/gates/${at}/formula`, formula));
  scheme.vetoes.forEach(({ formula }, at) => take(`/vetoes/${at}/formula`, formula));
  scheme.pass?.anyOf?.forEach(({ formula }, at) => take(`/pass/anyOf/${at}/formula`, formula));
  return found;
}

/** Fields a checked scheme reads, each with the first place that reads it. */
export function schemeReads(scheme: Scheme, kindOf: (field: string) => ValueKind | null): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { path, formula } of schemeFormulas(scheme)) {
    const parsed = parseFormula(formula);
    const reads: readonly Read[] = parsed.ok ? checkFormula(parsed.tree, kindOf).reads : [];
    for (const { field } of reads) if (!first.has(field)) first.set(field, path);
  }
  return first;
}
