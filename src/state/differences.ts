import type { Project } from '../model/project';
import { compareProjects, type Difference } from '../workspace/compare-projects';
import type { ProjectDifference } from './face';
import { schemeNamed } from './scheme-ref';

/** Characters of a digest by which a person tells two apart. */
const DIGEST = 12;

/** In what another workspace differs from mine, one line each; the sides are codes and names, which the view says in words. */
export function shownDifferences(mine: Project, theirs: Project): readonly ProjectDifference[] {
  const schemes = [...theirs.state.schemes, ...mine.state.schemes];
  const chosen = (id: string | null): readonly string[] => {
    const name = schemeNamed(schemes, id)?.name;
    return id === null ? [] : name ? [id, name.zh, name.en] : [id];
  };
  return compareProjects(mine, theirs).map((one) => shown(one, chosen));
}

function shown(one: Difference, chosen: (id: string | null) => readonly string[]): ProjectDifference {
  switch (one.is) {
    case 'source_only_mine':
      return { what: 'source_removed', mine: [one.name], theirs: [] };
    case 'source_only_theirs':
      return { what: 'source_added', mine: [], theirs: [one.name] };
    case 'source_bytes': {
      const { mine, theirs, name } = one;
      return { what: 'source_bytes', mine: [name, mine.sha256.slice(0, DIGEST)], theirs: [name, theirs.sha256.slice(0, DIGEST)] };
    }
    case 'source_renamed':
      return { what: 'source_renamed', mine: [one.name], theirs: [one.theirs] };
    case 'source_recipe':
      return { what: 'source_recipe', mine: [one.name], theirs: [one.name, ...one.parts] };
    case 'source_facts': {
      const said = ({ owner, received, basis, use }: typeof one.mine): readonly string[] => [one.name, owner, received, basis, use];
      return { what: 'source_facts', mine: said(one.mine), theirs: said(one.theirs) };
    }
    case 'source_order':
      return { what: 'source_order', mine: one.mine, theirs: one.theirs };
    case 'finding': {
      const said = (decision: typeof one.mine): readonly string[] =>
        decision ? [decision.finding, decision.action, decision.reason, decision.only ? String(decision.only.length) : ''] : [];
      return { what: 'finding', mine: said(one.mine), theirs: said(one.theirs) };
    }
    case 'conflict': {
      const said = (decision: typeof one.mine): readonly string[] =>
        decision ? [decision.firm, String(decision.year), decision.field, decision.take ?? '', decision.reason] : [];
      return { what: 'conflict', mine: said(one.mine), theirs: said(one.theirs) };
    }
    case 'scheme': {
      const said = (scheme: typeof one.mine): readonly string[] => (scheme ? [scheme.version, scheme.name.zh, scheme.name.en] : []);
      return { what: 'scheme', mine: said(one.mine), theirs: said(one.theirs) };
    }
    case 'draft': {
      const said = (draft: typeof one.mine): readonly string[] => (draft ? [draft.name, String(draft.changes.length)] : []);
      return { what: 'draft', mine: said(one.mine), theirs: said(one.theirs) };
    }
    case 'canvas': {
      const said = (canvas: typeof one.mine): readonly string[] =>
        canvas ? [canvas.name.zh, canvas.name.en, String(canvas.charts.length)] : [];
      return { what: 'canvas', mine: said(one.mine), theirs: said(one.theirs) };
    }
    case 'selection': {
      const said = (selection: typeof one.mine): readonly string[] =>
        selection
          ? [selection.name, selection.is, String(selection.is === 'list' ? selection.firms.length : selection.clauses.length)]
          : [];
      return { what: 'selection', mine: said(one.mine), theirs: said(one.theirs) };
    }
    case 'scheme_chosen':
      return { what: 'scheme_chosen', mine: chosen(one.mine), theirs: chosen(one.theirs) };
    default:
      return { what: one.is, mine: [one.mine], theirs: [one.theirs] };
  }
}
