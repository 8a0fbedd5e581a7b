import type { DataSummary } from '../../../state/face';
import type { Locale } from '../../../i18n';

/** A name that may stand where the caret is. */
export interface Completion {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly isCall: boolean;
}

const CALLS = ['growth', 'cagr', 'previous', 'sum_years', 'mean_years', 'if', 'min', 'max', 'abs', 'log'] as const;
const MOST = 8;

/** The name being written before the caret: letters, digits, `_` and Chinese; '' where none is. */
export function tokenAt(text: string, caret: number): { readonly text: string; readonly from: number } {
  const before = text.slice(0, caret);
  const found = /[\p{Script=Han}A-Za-z_][\p{Script=Han}A-Za-z0-9_]*$/u.exec(before)?.[0] ?? '';
  return { text: found, from: caret - found.length };
}

/** Fields of the data and functions of the language that hold what is being written, in their name or id; those that begin with it first. */
export function completionsFor(token: string, fields: DataSummary['fields'], locale: Locale): readonly Completion[] {
  const wanted = token.toLowerCase();
  const words: Readonly<Record<string, string>> = locale.t.scheme_formula_words;
  const all: Completion[] = [
    ...fields.map(({ id, zh, en, unit }) => ({
      id,
      name: locale.language === 'zh' ? zh : en,
      unit: locale.language === 'zh' ? unit : '',
      isCall: false,
    })),
    ...CALLS.map((id) => ({ id, name: words[id] ?? id, unit: '', isCall: true })),
    { id: 'age', name: words['age'] ?? 'age', unit: '', isCall: false },
  ];
  const rank = ({ id, name }: Completion): number => {
    const [one, other] = [id.toLowerCase().indexOf(wanted), name.toLowerCase().indexOf(wanted)];
    return one === 0 || other === 0 ? 0 : one > 0 || other > 0 ? 1 : 2;
  };
  return all
    .filter((one) => rank(one) < 2 && one.id !== token)
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST);
}
