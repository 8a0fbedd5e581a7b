import type { Locale } from '../../i18n';
import { thresholdWords } from '../firm/threshold-words';

/** A formula piece by piece: a field by its name, a word of the language or a unit in the reader's, everything else as it stands. */
export interface Piece {
  readonly text: string;
  readonly field: string | null;
}

/**
 * Reads a formula aloud without understanding it: views run no method, so the text is only cut into names, quoted texts and the rest. `nameOf` gives a
 * field's name, null for what is no field. The text as written stands beside it.
 */
export function formulaPieces(formula: string, nameOf: (field: string) => string | null, locale: Locale): readonly Piece[] {
  const words: Readonly<Record<string, string>> = locale.t.scheme_formula_words;
  return (formula.match(/'[^']*'|[a-z][a-z0-9_]*|\s+|\d+(?:\.\d+)?(?:\s?\p{Script=Han}+|[%‰])?|[^a-z'\s\d]+|'/gu) ?? []).map((text) => {
    const name = /^[a-z]/.test(text) ? nameOf(text) : null;
    if (name !== null) return { text: name, field: text };
    if (Object.hasOwn(words, text)) return { text: words[text]!, field: null };
    const [, number, unit] = /^(\d+(?:\.\d+)?)\s?(.*)$/.exec(text) ?? [];
    if (number !== undefined && unit !== '') return { text: thresholdWords(Number(number), unit ?? null, locale), field: null };
    const sign = { '*': '×', '/': '÷', '>=': '≥', '<=': '≤', '<>': '≠' }[text];
    return { text: sign ?? text, field: null };
  });
}
