import { hasBit, packWords, REASON, type SetColumn, type Words } from '../column';
import { type Cells, type NumberStep, type Scope, stepOver, type TextStep } from './step';
import { numbersIn, uniteWords, wordsAmong } from './words';

const buffers = ({ size }: Scope) => ({ codes: new Int32Array(size), reasons: new Uint8Array(size) });

/** The same text in every row. */
export function literalText(scope: Scope, text: string): TextStep {
  return { ...buffers(scope), words: packWords([text]), run: () => undefined };
}

/** A text field no loaded source gives. */
export function absentText(scope: Scope): TextStep {
  const { codes, reasons } = buffers(scope);
  codes.fill(-1);
  reasons.fill(REASON.not_collected);
  return { codes, reasons, words: packWords([]), run: () => undefined };
}

/** A text from a fill over a known dictionary. */
export function textOver(
  scope: Scope,
  words: Words,
  fill: (codes: Int32Array, reasons: Uint8Array, from: number, count: number) => void,
): TextStep {
  const { codes, reasons } = buffers(scope);
  return { codes, reasons, words, run: (from, count) => fill(codes, reasons, from, count) };
}

/** One text where the condition is true, the other where it is false. */
export function chooseText(scope: Scope, when: NumberStep, a: TextStep, b: TextStep): TextStep {
  const united = uniteWords(a.words, b.words);
  return textOver(scope, united.words, (codes, reasons, from, count) => {
    for (const input of [when, a, b]) input.run(from, count);
    for (let row = 0; row < count; row++) {
      const side = when.values[row] === 1 ? a : b;
      const reason = when.reasons[row]! || side.reasons[row]!;
      codes[row] = reason ? -1 : united.codes[side === a ? 0 : 1]![side.codes[row]!]!;
      reasons[row] = reason;
    }
  });
}

/** Whether two texts are the same (or differ), by dictionary code. */
export function sameText(scope: Scope, a: TextStep, b: TextStep, negated: boolean): NumberStep {
  const [left, right] = uniteWords(a.words, b.words).codes as [Int32Array, Int32Array];
  return stepOver(scope, [a, b], (out, count) => {
    for (let row = 0; row < count; row++) {
      const reason = a.reasons[row]! || b.reasons[row]!;
      out.values[row] = reason ? NaN : (left[a.codes[row]!] === right[b.codes[row]!]) === negated ? 0 : 1;
      out.reasons[row] = reason;
    }
  });
}

/** Whether a text is one of these literals: one look in a table a row. */
export function textAmong(scope: Scope, item: TextStep, texts: readonly string[], negated = false): NumberStep {
  const among = wordsAmong(item.words, texts);
  const wanted = negated ? 0 : 1;
  return stepOver(scope, [item], (out, count) => {
    for (let row = 0; row < count; row++) {
      const reason = item.reasons[row]!;
      out.values[row] = reason ? NaN : among[item.codes[row]!] === wanted ? 1 : 0;
      out.reasons[row] = reason;
    }
  });
}

/** Whether a set holds a text. */
export function textInSet(scope: Scope, item: TextStep, set: SetColumn): NumberStep {
  const bits = numbersIn(item.words, set.words);
  const { rows } = scope;
  return stepOver(scope, [item], (out: Cells, count, from) => {
    for (let at = 0; at < count; at++) {
      const row = rows ? rows[from + at]! : from + at;
      const reason = item.reasons[at]! || set.reasons[row]!;
      const bit = reason ? -1 : bits[item.codes[at]!]!;
      out.values[at] = reason ? NaN : bit >= 0 && hasBit(set, row, bit) ? 1 : 0;
      out.reasons[at] = reason;
    }
  });
}
