import type { FindingAction } from '../../../scoring/quality/format';
import type { Locale } from '../../i18n';
import { schemeNamed } from '../../state/scheme-ref';
import { findingTitle } from '../../i18n/findings';
import type { Step } from '../../model/project';
import type { WorkbenchFace } from '../../state/face';
import { dayWords } from './delivery';
import { fieldName, type OwnField } from './dictionary';
import type { Past } from './history';

/** How a key of the history is said: a firm by its name where it is known, a scheme by its name. */
export interface Known {
  readonly firm: (firm: string) => string;
  readonly scheme: (id: string) => string;
  /** Fields that only the files have. */
  readonly own: readonly OwnField[];
}

/** What the workbench at hand knows. A firm is named by its key: what it was called then may be another's name now. */
export function knownOf(workbench: Pick<WorkbenchFace, 'data' | 'schemes'>, locale: Locale): Known {
  return {
    own: workbench.data?.fields ?? [],
    firm: (firm) => firm,
    scheme: (id) => {
      const scheme = schemeNamed(workbench.schemes, id);
      return scheme ? locale.t.source_scheme_version(locale.name(scheme.name), scheme.version) : id;
    },
  };
}

/** One step as a sentence. `given` is written where the step is made: names as they were then. */
export function stepWords(step: Pick<Step, 'kind' | 'given' | 'after'>, known: Known, locale: Locale): string {
  const { t } = locale;
  const { kind, given, after } = step;
  const [a = '', b = '', c = '', d = '', reason = ''] = given;
  const inLanguage = (zh: string, en: string): string => (locale.language === 'zh' ? zh || en : en || zh);
  const because = (words: string, why: string): string => (why === '' ? words : t.step_reason(words, why));
  switch (kind) {
    case 'began':
      return t.step_began(a);
    case 'sources_loaded':
      return t.step_loaded(given.join(t.data_ask_list));
    case 'source_removed':
      return t.step_removed(a);
    case 'recipe_changed':
      return given.length > 1 ? t.step_ordered(given.join(t.data_ask_list)) : t.step_joined(a);
    case 'facts_changed':
      return t.step_facts(a);
    case 'match_decided':
      return c === '' ? t.step_match_none(a, b) : t.step_match(a, b, known.firm(c));
    case 'conflict_decided': {
      const [firm, field] = [known.firm(a), fieldName(c, locale.language, known.own)];
      const stands = after.conflicts?.some((one) => one.firm === a && String(one.year) === b && one.field === c) ?? false;
      if (!stands) return t.step_conflict_back(firm, b, field);
      return because(d === '' ? t.step_conflict_missing(firm, b, field) : t.step_conflict(firm, b, field, d), reason);
    }
    case 'finding_decided': {
      const rule = findingTitle(a, locale, known.own);
      if (b === '') return t.step_finding_back(rule);
      return because(t.step_finding(t.find_actions[b as FindingAction] ?? b, rule), c);
    }
    case 'scheme_added':
      return t.step_scheme_added(inLanguage(a, b));
    case 'scheme_chosen':
      return t.step_scheme_chosen(known.scheme(a));
    case 'draft_begun':
      return t.step_draft_begun(a, inLanguage(b, c));
    case 'draft_changed':
      return t.step_draft_changed(a, locale.format.number(given.length - 1));
    case 'draft_renamed':
      return t.step_draft_renamed(a, b);
    case 'draft_dropped':
      return t.step_draft_dropped(a);
    case 'canvas_saved':
      return t.step_canvas_saved(inLanguage(a, b));
    case 'canvas_dropped':
      return t.step_canvas_dropped(inLanguage(a, b));
    case 'selection_saved':
      return t.step_selection_saved(a);
    case 'selection_dropped':
      return t.step_selection_dropped(a);
    case 'version_frozen':
      return t.step_version_frozen(inLanguage(a, b), c, d.slice(0, 8));
    case 'deadline_changed':
      return t.step_deadline(dayWords(a, locale), dayWords(b, locale));
    case 'renamed':
      return t.step_renamed(a, b);
    case 'opened_file':
      return t.step_opened(a);
    case 'undone':
      return stepWords({ kind: a as Step['kind'], given: given.slice(1), after }, known, locale);
  }
}

/** A line of the history: what was done, or which step was undone or brought back. */
export function pastWords({ step, about }: Past, known: Known, locale: Locale): string {
  if (!about) return stepWords(step, known, locale);
  const what = stepWords(about.step, known, locale);
  const n = locale.format.number(about.step.n);
  return about.isBack ? locale.t.step_redid(n, what) : locale.t.step_undid(n, what);
}
