import { kindsOf, unitOf } from '../dictionary';
import type { Panel } from '../panel';
import { checkScheme } from './check';
import { currencyProblem } from './currency';
import type { Scheme, SchemeProblem } from './format';
import { schemeToJson } from './write';
import { schemeReads } from './reads';

/**
 * A scheme held against the data it is to score: everything `checkScheme` finds with the data's own fields, thresholds in another currency
 * (error), and fields the data do not have (warning: missing throughout, never zero).
 */
export function schemeProblemsFor(panel: Panel, scheme: Scheme): readonly SchemeProblem[] {
  const kindOf = kindsOf(panel);
  const { problems } = checkScheme(JSON.parse(schemeToJson(scheme)), kindOf, unitOf);
  const absent = [...schemeReads(scheme, kindOf)].filter(([field]) => !panel.fields.has(field));
  const currency = currencyProblem(scheme, panel.currency);
  return [
    ...problems,
    ...(currency ? [currency] : []),
    ...absent.map(([field, path]): SchemeProblem => ({ code: 'field_not_loaded', path, given: field, severity: 'warning' })),
  ];
}

/** Share of the fields a scheme reads that the data have, 0…1. A scheme that reads none fits nothing. */
export function schemeFit(panel: Panel, scheme: Scheme): number {
  const reads = [...schemeReads(scheme, kindsOf(panel)).keys()];
  return reads.length === 0 ? 0 : reads.filter((field) => panel.fields.has(field)).length / reads.length;
}
