import { firmName } from '../board/cell';
import type { Ranked } from '../board/context';
import type { Segment } from '../board/format';
import { fullMarkOf } from '../board/marks';
import { peersOf } from '../board/peers';
import { rankOf, segmentView, yearOf } from '../board/segment-view';
import { makeSheet } from '../board/sheet';
import { nextSteps } from '../compare/next-steps';
import type { WhyLine } from '../compare/next-format';
import { whyAbove } from '../compare/why';
import type { FirmStanding } from '../robustness/format';
import type { Naming } from '../scheme/format';
import { nearestPeers } from '../seedlings/nearest-peers';
import { DEFAULT_SETTING } from '../seedlings/setting';
import { wordIndex } from '../word-index';
import { rowOfYear } from '../year-rows';
import { checksOf } from './checks';
import type { NearPeer, Portrait, PortraitAsk } from './format';
import { groupPlaces } from './group-places';
import { pathOf } from './path';

const STEPS = 5;

/**
 * Everything the page about a firm says, of one row within a segment: the drawer's sheet, its groups and values among the firms of the same industry and year,
 * its path, what it could earn next, who is most like it, and what to look at on the spot. `standing` is the row's on the board of the same segment.
 */
export function portraitOf(
  ctx: Ranked,
  row: number,
  { segment, titles, conflicts, on }: Omit<PortraitAsk, 'firm' | 'year' | 'share'>,
  standing: FirmStanding | null,
): Portrait {
  const { scheme, evaluated } = ctx;
  const sheet = makeSheet(ctx, row, segment);
  const peers = peersOf(ctx, row);
  const groups = groupPlaces(ctx, row, peers);
  const { steps, full } = nextSteps(ctx, segment, row);
  const paying = steps.filter(({ step }) => 'after' in step && (step.after.gained ?? 0) > 0).slice(0, STEPS);
  return {
    sheet,
    segment,
    fullMark: fullMarkOf(ctx, scheme.stages[evaluated.stage[row]!]?.id),
    scheme: { name: scheme.name, version: scheme.version, provenance: scheme.provenance, hash: ctx.schemeHash },
    draft: ctx.draft,
    peers: peers && peers.length,
    groups,
    path: pathOf(ctx, segment, row),
    steps: paying,
    moreSteps: steps.length - paying.length,
    full,
    above: justAbove(ctx, segment, row),
    nearest: nearest(ctx, segment, row),
    growth: { name: named(ctx, DEFAULT_SETTING.field), years: DEFAULT_SETTING.years },
    standing: standing && {
      rank: standing.rank,
      ranked: standing.ranked,
      share: standing.share,
      bound: standing.bound,
      missing: standing.missing,
    },
    titles,
    checks: checksOf(ctx, sheet, groups, { titles, conflicts }, on),
  };
}

function named({ nameOf }: Ranked, field: string): Naming {
  const { zh, en } = nameOf(field);
  return { zh, en };
}

/** The nearest firm with a better rank. */
function justAbove(ctx: Ranked, segment: Segment, row: number): Portrait['above'] {
  const { panel } = ctx;
  const view = segmentView(ctx, segment);
  const rank = rankOf(ctx, view, row);
  if (rank <= 1) return null;
  // The last firm before all that share its rank: that rank counts them.
  const other = yearOf(ctx, view, panel.year[row]!).rows[rank - 2]!;
  const { by, lines } = whyAbove(ctx, segment, row, other);
  if (by === null) return null;
  const lowest = lines.reduce<WhyLine | null>((least, line) => (line.name && line.by < (least?.by ?? 0) ? line : least), null);
  return {
    name: firmName(panel, other),
    rank: rankOf(ctx, view, other),
    by,
    most: lowest?.name ? { name: lowest.name, by: lowest.by } : null,
  };
}

function nearest(ctx: Ranked, segment: Segment, row: number): NearPeer[] {
  const { panel, scheme, totals } = ctx;
  const view = segmentView(ctx, segment);
  return nearestPeers(ctx, row, DEFAULT_SETTING).map(({ firm, name, distance }) => {
    const other = rowOfYear(panel, wordIndex(panel.firmKeys, firm), panel.year[row]!);
    const rank = rankOf(ctx, view, other);
    const apart = scheme.groups.map((group, at) => ({ name: group.name, by: totals.groups[at]![row]! - totals.groups[at]![other]! }));
    const most = apart.reduce((widest, one) => (Math.abs(one.by) > Math.abs(widest.by) ? one : widest));
    return { firm, name, rank: rank > 0 ? rank : null, distance, most: Math.abs(most.by) > 1e-9 ? most : null };
  });
}
