import { fullMarks, weightsOf } from '../weights/given';
import type { Scheme, SchemeProblem } from './format';
import { schemeError, schemeWarning } from './problems';

/** Names that must be there once and only once, dates that must be days, and weights that must add up. */
export function checkLinks(scheme: Scheme): SchemeProblem[] {
  const problems = [...duplicates(scheme), ...groupLinks(scheme), ...stageLinks(scheme), ...passLinks(scheme), ...dates(scheme)];
  return problems.length > 0 ? problems : sums(scheme);
}

function duplicates({ stages, groups, indicators, deductions, gates, vetoes, pass }: Scheme): SchemeProblem[] {
  const twice = (list: readonly { readonly id: string }[], path: string): SchemeProblem[] =>
    list.flatMap(({ id }, at) =>
      list.findIndex((other) => other.id === id) < at ? [schemeError('duplicate_id', `${path}/${at}/id`, id)] : [],
    );
  return [
    ...twice(stages, '/stages'),
    ...twice(groups, '/groups'),
    ...twice(indicators, '/indicators'),
    ...indicators.flatMap(({ rule }, at) => (rule.is === 'best-of' ? twice(rule.options, `/indicators/${at}/rule/options`) : [])),
    ...twice(deductions, '/deductions'),
    ...twice(gates, '/gates'),
    ...twice(vetoes, '/vetoes'),
    ...twice(pass?.anyOf ?? [], '/pass/anyOf'),
  ];
}

function groupLinks({ groups, indicators }: Scheme): SchemeProblem[] {
  const unknown = indicators.flatMap(({ group }, at) =>
    groups.some(({ id }) => id === group) ? [] : [schemeError('unknown_group', `/indicators/${at}/group`, group)],
  );
  const empty = groups.flatMap(({ id }, at) =>
    indicators.some(({ group }) => group === id) ? [] : [schemeError('empty_group', `/groups/${at}`, id)],
  );
  return [...unknown, ...empty];
}

function stageLinks({ stages, defaultStage, comparison, indicators }: Scheme): SchemeProblem[] {
  const problems: SchemeProblem[] = [];
  const ids = stages.map(({ id }) => id);
  if (defaultStage !== null && !ids.includes(defaultStage)) problems.push(schemeError('unknown_stage', '/defaultStage', defaultStage));
  if (comparison === 'year*stage' && ids.length === 0) problems.push(schemeError('comparison_without_stages', '/comparison', comparison));
  indicators.forEach(({ weight }, at) => {
    if (weight === undefined || typeof weight === 'number') return;
    const path = `/indicators/${at}/weight`;
    if (ids.length === 0) {
      problems.push(schemeError('weights_without_stages', path, Object.keys(weight).join(', ')));
      return;
    }
    for (const stage of Object.keys(weight))
      if (!ids.includes(stage)) problems.push(schemeError('unknown_stage', `${path}/${stage}`, stage));
    for (const id of ids) if (!Object.hasOwn(weight, id)) problems.push(schemeError('stage_weight_missing', path, id));
  });
  return problems;
}

function passLinks({ pass, groups, indicators }: Scheme): SchemeProblem[] {
  const ofGroups = Object.keys(pass?.groups ?? {}).flatMap((id) =>
    groups.some((group) => group.id === id) ? [] : [schemeError('unknown_group', `/pass/groups/${id}`, id)],
  );
  const ofIndicators = (pass?.positive ?? []).flatMap((id, at) =>
    indicators.some((indicator) => indicator.id === id) ? [] : [schemeError('unknown_indicator', `/pass/positive/${at}`, id)],
  );
  return [...ofGroups, ...ofIndicators];
}

function dates({ effective: { from, to } }: Scheme): SchemeProblem[] {
  const bad = Object.entries({ from, to }).flatMap(([key, day]) =>
    day === null || isDay(day) ? [] : [schemeError('bad_date', `/effective/${key}`, day)],
  );
  if (bad.length === 0 && from !== null && to !== null && from > to)
    bad.push(schemeError('dates_reversed', '/effective', `${from} → ${to}`));
  return bad;
}

/** Whether `2023-02-29` is a day of the calendar (it is not). */
export function isDay(text: string): boolean {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month >= 1 && month <= 12 && day >= 1 && day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

/** Base weights of each stage against what they are said to add up to: `fullMark`, or the cap where no bonus goes on top. */
function sums(scheme: Scheme): SchemeProblem[] {
  const marks = fullMarks(scheme, weightsOf(scheme));
  const declared = scheme.fullMark ?? (scheme.groups.some(({ kind }) => kind === 'bonus') ? null : scheme.cap);
  const differ = (a: number, b: number): boolean => Math.abs(a - b) > 1e-9 * Math.max(1, a, b);
  const stageOf = (at: number): string => scheme.stages[at]?.id ?? '';
  if (declared !== null) {
    return marks.flatMap((mark, at) =>
      differ(mark, declared)
        ? [schemeWarning('weights_do_not_add_up', '/indicators', `${tidy(mark)} → ${declared} ${stageOf(at)}`.trim())]
        : [],
    );
  }
  if (!marks.some((mark) => differ(mark, marks[0]!))) return [];
  return [schemeWarning('full_marks_differ', '/indicators', marks.map((mark, at) => `${stageOf(at)} ${tidy(mark)}`).join(', '))];
}

/** A sum without its float dust. */
function tidy(sum: number): number {
  return Number(sum.toPrecision(12));
}
