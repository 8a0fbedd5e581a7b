import type { Indicator, Scheme } from '../../scoring/scheme/format';
import { meanBaseSql, meanGroupSql, meanSql, plus } from './score-means';
import { number } from './number';

/** From points to score and status, in the order base, bonus, deductions, cap, gate, veto: three named steps. */
export function totalsSql(scheme: Scheme, weights: readonly (readonly number[])[]): string[] {
  const weighed = scheme.indicators.map((_, at) => `${weightSql(weights[at]!)} as w${at}`);
  const groups = scheme.groups.flatMap(({ id }, at) => groupSql(scheme, id, at));
  const overGroups = meanSql(scheme.means?.groups);
  const isBase = scheme.groups.flatMap(({ kind }, at) => (kind === 'base' ? [at] : []));
  const sum = (kind: 'base' | 'bonus') => plus(scheme.groups.flatMap((group, at) => (group.kind === kind ? [`g${at}`] : [])));
  return [
    `weighed as (\nselect\n  ${['*', ...weighed].join(',\n  ')}\nfrom pointed\n)`,
    `grouped as (\nselect\n  ${['*', ...groups, `${coverageSql(scheme)} as coverage`, `${deductionSql(scheme)} as deduction`, `${uncheckedSql(scheme)} as unchecked`].join(',\n  ')}\nfrom weighed\n)`,
    `summed as (\nselect *, ${overGroups ? meanBaseSql(overGroups, isBase) : sum('base')} as base, ${sum('bonus')} as bonus\nfrom grouped\n)`,
    `judged as (\nselect *, ${statusSql(scheme)} as status\nfrom summed\n)`,
    `decided as (\nselect *, case when status in ('ranked', 'vetoed', 'insufficient_data') then ${scoreSql(scheme)} end as score\nfrom judged\n)`,
  ];
}

/** Weight in the row's stage; NULL without a stage. */
function weightSql(stages: readonly number[]): string {
  return `case stage ${stages.map((weight, stage) => `when ${stage} then ${number(weight)}`).join(' ')} end`;
}

/** Missing in the sense that loses weight: no points, and not because a relative rule separates nobody. */
const isGap = (at: number): string => `p${at} is null and not apart_${at}`;
const weightWhere = (at: number, condition: string): string => `case when ${condition} then coalesce(w${at}, 0e0) else 0e0 end`;

/** Contribution (g) and lost weight (l) of one group, and the most it can reach (r). Policy `skip`: what is present carries the group's whole weight. */
function groupSql({ indicators, groups, means }: Scheme, id: string, group: number): string[] {
  const members = indicators.flatMap((indicator, at) => (indicator.group === id ? [{ indicator, at }] : []));
  const skips = ({ indicator }: { indicator: Indicator }): boolean => indicator.missing === 'skip';
  const earned = plus(members.map(({ indicator, at }) => `coalesce(p${at} / ${number(indicator.of)} * w${at}, 0e0)`));
  const kept = members.filter((member) => !skips(member)).map(({ at }) => at);
  const lost = plus(kept.map((at) => weightWhere(at, isGap(at))));
  const taking = plus(
    members.map((member) =>
      weightWhere(member.at, skips(member) ? `p${member.at} is not null` : `not (p${member.at} is null and apart_${member.at})`),
    ),
  );
  const gone = plus(members.map(({ at }) => weightWhere(at, isGap(at))));
  const all = plus(members.map(({ at }) => `coalesce(w${at}, 0e0)`));
  const shared = plus(members.filter(skips).map(({ at }) => weightWhere(at, `p${at} is null`)));
  const hasSkips = members.some(skips);
  const left = hasSkips ? `((${shared}) = 0 or (${all}) - (${shared}) > 1e-9 * (${all}))` : 'true';
  const factor = hasSkips ? `(case when (${shared}) = 0 then 1e0 else (${all}) / ((${all}) - (${shared})) end)` : '1e0';
  const mean = groups[group]!.kind === 'base' ? meanSql(means?.indicators) : null;
  const reach = `case when ${left} then (${taking}) * ${factor} else ${gone} end as r${group}`;
  if (mean) {
    const parts = members.map(({ indicator, at }) => ({
      points: `p${at}`,
      of: indicator.of,
      weight: `w${at}`,
      gap: kept.includes(at) ? isGap(at) : 'false',
    }));
    const { earned: byMean, lost: lostByMean } = meanGroupSql(mean, parts, taking, factor);
    return [
      `case when ${left} then ${byMean} else 0e0 end as g${group}`,
      `case when ${left} then ${lostByMean} else ${gone} end as l${group}`,
      reach,
    ];
  }
  if (!hasSkips) return [`${earned} as g${group}`, `${lost} as l${group}`, reach];
  return [
    `case when ${left} then (${earned}) * ${factor} else 0e0 end as g${group}`,
    `case when ${left} then (${lost}) * ${factor} else ${gone} end as l${group}`,
    reach,
  ];
}

/** Whether every base group has enough of its weight present; where nothing applies, it has. */
function completeSql({ groups, indicators, minimumGroupCoverage }: Scheme): string {
  if (minimumGroupCoverage === undefined) return 'true';
  const tests = groups
    .filter(({ kind }) => kind === 'base')
    .map(({ id }) => {
      const members = indicators.flatMap((indicator, at) => (indicator.group === id ? [at] : []));
      const present = plus(members.map((at) => weightWhere(at, `p${at} is not null`)));
      const applicable = plus(members.map((at) => weightWhere(at, `p${at} is not null or not apart_${at}`)));
      return `((${applicable}) = 0 or (${present}) / (${applicable}) >= ${number(minimumGroupCoverage - 1e-9)})`;
    });
  return tests.join(' and ');
}

/** Weight with a value ÷ weight applicable, over the base groups. */
function coverageSql({ groups, indicators }: Scheme): string {
  const isBase = new Set(groups.flatMap(({ id, kind }) => (kind === 'base' ? [id] : [])));
  const base = indicators.flatMap(({ group }, at) => (isBase.has(group) ? [at] : []));
  const present = plus(base.map((at) => weightWhere(at, `p${at} is not null`)));
  const applicable = plus(base.map((at) => weightWhere(at, `p${at} is not null or not apart_${at}`)));
  return `case when ${applicable} > 0 then (${present}) / (${applicable}) else 0e0 end`;
}

/** Known deductions, each under its own cap, all under the common one; an unknown one takes nothing. */
function deductionSql({ deductions, deductionCap }: Scheme): string {
  const taken = deductions.map(({ points, perUnit, cap }, at) => {
    if (points !== undefined) return `case when event_${at} = 1 then ${number(points)} else 0e0 end`;
    const each = `${number(perUnit!)} * event_${at}`;
    return `case when event_${at} > 0 then least(${number(cap ?? 1e30)}, ${each}) else 0e0 end`;
  });
  return deductionCap === null ? plus(taken) : `least(${number(deductionCap)}, ${plus(taken)})`;
}

function uncheckedSql({ gates, vetoes, deductions }: Scheme): string {
  const unknown = [
    ...gates.map((_, at) => `gate_${at}`),
    ...vetoes.map((_, at) => `veto_${at}`),
    ...deductions.map((_, at) => `event_${at}`),
  ];
  return unknown.length === 0 ? '0' : `case when ${unknown.map((name) => `${name} is null`).join(' or ')} then 1 else 0 end`;
}

function statusSql(scheme: Scheme): string {
  const { gates, vetoes, indicators, minimumCoverage } = scheme;
  const failing = indicators.flatMap(({ missing }, at) => (missing === 'fail' ? [`(w${at} > 0 and ${isGap(at)})`] : []));
  const any = (tests: readonly string[], status: string): string =>
    tests.length === 0 ? '' : `when ${tests.join(' or ')} then '${status}' `;
  return `case ${any(
    gates.map((_, at) => `gate_${at} = 0`),
    'not_scored',
  )}when stage < 0 then 'no_stage' ${any(failing, 'failed')}${any(
    vetoes.map((_, at) => `veto_${at} = 1`),
    'vetoed',
  )}when coverage < ${number(minimumCoverage - 1e-9)} or not (${completeSql(scheme)}) then 'insufficient_data' else 'ranked' end`;
}

function scoreSql({ cap }: Scheme): string {
  const sum = 'base + bonus - deduction';
  return `greatest(0e0, ${cap === null ? sum : `least(${number(cap)}, ${sum})`})`;
}
