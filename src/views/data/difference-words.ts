import type { FindingAction } from '../../../scoring/quality/format';
import type { Locale } from '../../i18n';
import { findingTitle } from '../../i18n/findings';
import type { SourceFacts } from '../../model/project';
import type { ProjectDifference } from '../../state/face';
import { dayWords } from './delivery';
import { fieldName } from './dictionary';
import type { Known } from './step-words';

/** One side of a difference in words; '' where that workspace has nothing to say. The order of the parts is that of `src/state/differences.ts`. */
export function differenceWords(what: ProjectDifference['what'], side: readonly string[], known: Known, locale: Locale): string {
  const { t } = locale;
  const [a = '', b = '', c = '', d = '', e = ''] = side;
  if (side.length === 0) return '';
  const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(t.data_ask_list);
  const because = (words: string, reason: string): string => (reason === '' ? words : t.step_reason(words, reason));
  switch (what) {
    case 'source_bytes':
      return t.source_said(a, b);
    case 'source_recipe': {
      const parts = side.slice(1).map((part) => t.source_recipe_parts[part as keyof typeof t.source_recipe_parts] ?? part);
      return parts.length === 0 ? a : t.source_said(a, join(parts));
    }
    case 'source_facts': {
      const facts = join([b, c, d, t.facts_use_options[e as SourceFacts['use']]]);
      return t.source_said(a, facts);
    }
    case 'source_order':
      return join(side);
    case 'finding': {
      const done = t.step_finding(t.find_actions[b as FindingAction] ?? b, findingTitle(a, locale, known.own));
      return because(d === '' ? done : t.source_said(done, t.find_only(locale.format.number(Number(d)))), c);
    }
    case 'conflict': {
      const field = fieldName(c, locale.language, known.own);
      const firm = known.firm(a);
      return because(d === '' ? t.step_conflict_missing(firm, b, field) : t.step_conflict(firm, b, field, d), e);
    }
    case 'scheme':
      return t.source_scheme_version(locale.language === 'zh' ? b : c, a);
    case 'draft':
      return t.source_said(a, t.room_draft_changes(locale.format.number(Number(b))));
    case 'canvas':
      return t.source_said(locale.language === 'zh' ? a || b : b || a, t.offer_charts(locale.format.number(Number(c))));
    case 'selection': {
      const count = locale.format.number(Number(c));
      return t.source_said(a, b === 'list' ? t.offer_list(count) : t.offer_rule(count));
    }
    case 'scheme_chosen':
      return side.length === 1 ? known.scheme(a) : locale.language === 'zh' ? b : c;
    case 'deadline':
      return dayWords(a, locale);
    default:
      return a;
  }
}
