import { packWords, REASON, type SetColumn, type TruthColumn } from '../../../scoring/column';
import type { Taken } from './parts';

/**
 * Yes/no columns of titles (高新技术企业 = 是) as one set of the titles held, a year at a time in a file with years in its headers. A row with a yes has
 * what it says yes to; one with nothing but no has none; one without a yes and with an open cell is missing with that cell's reason, for what it holds
 * is not known. Columns that are no such flags come back as they are.
 */
export function joinTitleFlags(taken: readonly Taken[]): readonly Taken[] {
  const flags = taken.filter(isFlag);
  if (flags.length === 0) return taken;
  const years = [...new Set(flags.map(({ said }) => said.year))];
  const sets = years.map((year): Taken => {
    const own = flags.filter(({ said }) => said.year === year);
    return { ...own[0]!, column: setOf(own) };
  });
  return [...taken.filter((one) => !isFlag(one)), ...sets];
}

type Flag = Taken & { readonly column: TruthColumn };

function isFlag(one: Taken): one is Flag {
  return one.said.word !== undefined && one.column.kind === 'truth';
}

function setOf(flags: readonly Flag[]): SetColumn {
  const rows = flags[0]!.column.values.length;
  const words = [...new Set(flags.map(({ said }) => said.word!))];
  const width = Math.max(1, Math.ceil(words.length / 32));
  const bits = new Uint32Array(rows * width);
  const reasons = new Uint8Array(rows);
  const held = new Uint8Array(rows);
  for (const { column, said } of flags) {
    const bit = words.indexOf(said.word!);
    for (let row = 0; row < rows; row++) {
      if (column.reasons[row] !== 0) reasons[row] ||= column.reasons[row]!;
      else if (column.values[row] === 1) {
        bits[row * width + (bit >>> 5)]! |= 1 << (bit & 31);
        held[row] = 1;
      }
    }
  }
  for (let row = 0; row < rows; row++) if (held[row] === 1) reasons[row] = REASON.present;
  return { kind: 'set', bits, width, words: packWords(words), reasons };
}
