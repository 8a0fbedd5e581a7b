import type { Locale } from '../../i18n';

/** A formula piece by piece: a field by its name, a word of the language in the reader's, everything else as it stands. */
export interface Piece {
  readonly text: string;
  readonly field: string | null;
}

/**
 * Reads a formula aloud without understanding it: views run no method, so the text is only cut into names, quoted texts and the rest. `nameOf` gives a
 * field's name, null for what is no field. The text as written stands beside it.
 */
export function formulaPieces(formula: string, nameOf: (field: string) => string | null, { t }: Locale): readonly Piece[] {
  const words: Readonly<Record<string, string>> = t.scheme_formula_words;
  return (formula.match(/'[^']*'|[a-z][a-z0-9_]*|\s+|[^a-z'\s]+|'/g) ?? []).map((text) => {
    const name = /^[a-z]/.test(text) ? nameOf(text) : null;
    if (name !== null) return { text: name, field: text };
    if (Object.hasOwn(words, text)) return { text: words[text]!, field: null };
    const sign = { '*': '×', '/': '÷', '>=': '≥', '<=': '≤', '<>': '≠' }[text];
    return { text: sign ?? text, field: null };
  });
}
