import { diffSchemes, type SchemeChange } from '../../scoring/scheme/changes';
import type { Scheme } from '../../scoring/scheme/format';
import type { DraftLine } from './face-scheme';

/** A scheme whose keeper answers for it: every number is official by the named source. */
export function declaredOfficial(scheme: Scheme, source: string): Scheme {
  const official = <T extends object>(items: readonly T[]): T[] => items.map((item) => ({ ...item, provenance: 'official' as const }));
  return {
    ...scheme,
    provenance: 'official',
    stageProvenance: scheme.stages.length > 0 ? 'official' : scheme.stageProvenance,
    groups: official(scheme.groups),
    indicators: official(scheme.indicators),
    deductions: official(scheme.deductions),
    gates: official(scheme.gates),
    vetoes: official(scheme.vetoes),
    pass: scheme.pass?.anyOf ? { ...scheme.pass, anyOf: official(scheme.pass.anyOf) } : scheme.pass,
    sources: [...scheme.sources, source],
  };
}

/** Places at which two lists of changes differ. */
export function placesMoved(before: readonly SchemeChange[], after: readonly SchemeChange[]): string[] {
  const [one, other] = [byPlace(before), byPlace(after)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((at) => one.get(at) !== other.get(at) && !at.endsWith('/provenance'));
}

function byPlace(changes: readonly SchemeChange[]): Map<string, string> {
  return new Map(changes.map((change) => [change.at, JSON.stringify(change.to) ?? '']));
}

/** What an indicator's rule carries along when it becomes a best-of, or stops being one: the scheme is right only with all of them. */
const WITH_RULE = ['rule', 'formula', 'treatment', 'direction'];

/**
 * What differs, in the lines a person would take back one at a time: all weights are one line, an indicator that became a best-of or stopped being one is one,
 * every other place its own; marks of origin go with what they mark.
 */
export function linesOf(parent: Scheme, scheme: Scheme): readonly DraftLine[] {
  const changes = diffSchemes(parent, scheme);
  const shown = changes.filter(({ at }) => !/(?:^|\/)(?:provenance|stageProvenance)$/.test(at));
  const weights = shown.filter(({ at }) => /^indicators\/[^/]+\/weight$/.test(at)).map(({ at }) => at);
  const others = shown.map(({ at }) => at).filter((at) => !weights.includes(at));
  const carried = new Map(
    turnedIndicators(parent, scheme).map((id) => [`indicators/${id}/rule`, WITH_RULE.map((key) => `indicators/${id}/${key}`)]),
  );
  const along = new Set([...carried].flatMap(([rule, places]) => places.filter((at) => at !== rule)));
  return [
    ...(weights.length > 0 ? [{ is: 'weights' as const, places: weights }] : []),
    ...others
      .filter((at) => !along.has(at))
      .map((at) => ({
        is: 'place' as const,
        places: [at, ...(carried.get(at) ?? []).filter((one) => one !== at && others.includes(one))],
      })),
  ];
}

/** Ids of indicators that are a best-of on one side only. */
function turnedIndicators(parent: Scheme, scheme: Scheme): string[] {
  return scheme.indicators.flatMap(({ id, rule }) => {
    const before = parent.indicators.find((one) => one.id === id)?.rule.is;
    return before !== undefined && (before === 'best-of') !== (rule.is === 'best-of') ? [id] : [];
  });
}
