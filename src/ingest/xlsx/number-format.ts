import { parseUnit } from '../units';

/** What a number format makes of a stored number, as far as it changes what is meant: separators, colours and rounding do not. */
export type CellFormat =
  | { readonly is: 'plain' | 'date' | 'time' | 'elapsed' | 'percent' }
  /** `000000`: shown with leading zeros. */
  | { readonly is: 'padded'; readonly digits: number }
  /** `0.0"万元"`, `$#,##0`: shown with a unit or the sign of a currency. */
  | { readonly is: 'dressed'; readonly before: string; readonly behind: string };

const PLAIN: CellFormat = { is: 'plain' };
/** Signs of currencies that are not the yuan's, whose sign is also the yen's and says nothing. */
const FOREIGN = /^(?:US\$|HK\$|\$|€|£)$/;

/** The formats that stand in no file, by number (ECMA-376, part 1, 18.8.30; 27–36 and 50–58 in their Chinese meaning). */
export function builtInFormat(id: number): CellFormat {
  if (id === 9 || id === 10) return { is: 'percent' };
  if (id === 46) return { is: 'elapsed' };
  if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 35) || id === 55 || id === 56) return { is: 'time' };
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? { is: 'date' } : PLAIN;
}

/** Reads a format code such as `yyyy"年"m"月"`, `0.0%` or `[$€-2] #,##0`. */
export function readFormat(code: string): CellFormat {
  if (/^0{2,}$/.test(code)) return { is: 'padded', digits: code.length };
  const sections = sectionsOf(code);
  for (const { signs } of sections) {
    const time = timeFormat(signs);
    if (time) return time;
  }
  if (sections.some(({ signs }) => signs.includes('%'))) return { is: 'percent' };
  return dressedFormat(sections[0]!);
}

interface Section {
  /** The code without literal text; brackets only where they count hours. */
  readonly signs: string;
  /** Literal text before the digits, among them, and behind them. */
  readonly before: string;
  readonly among: string;
  readonly behind: string;
}

/** Literal text (quoted, or behind `\` and `!`), space of a width (`_x`), filling (`*x`), brackets, and signs. */
const PIECES = /"([^"]*)"?|[\\!]([^]?)|[_*][^]?|\[([^\]]*)\]?|;|[^]/g;

function sectionsOf(code: string): readonly Section[] {
  const sections: Section[] = [];
  let signs = '';
  let literal = '';
  let before: string | null = null;
  let among = '';
  const close = (): void => {
    sections.push({ signs, before: (before ?? literal).trim(), among, behind: before === null ? '' : literal.trim() });
    [signs, literal, before, among] = ['', '', null, ''];
  };
  // The general format takes the place of digits.
  for (const [piece, quoted, escaped, bracket] of code.replace(/general|g\/通用格式/gi, '0').matchAll(PIECES)) {
    if (quoted !== undefined || escaped !== undefined) literal += quoted ?? escaped ?? '';
    else if (bracket !== undefined) {
      if (/^(?:h+|m+|s+)$/i.test(bracket)) signs += `[${bracket}]`;
      else if (bracket.startsWith('$')) literal += bracket.slice(1).replace(/-[^-]*$/, '');
    } else if (piece === ';') close();
    else if (/^[0#?]$/.test(piece)) {
      if (before === null) before = literal;
      else among += literal;
      literal = '';
      signs += piece;
    } else if (/^[$\u0080-\uffff]$/.test(piece)) literal += piece;
    else if (!/^[_*]/.test(piece)) signs += piece;
  }
  close();
  return sections;
}

function timeFormat(signs: string): CellFormat | null {
  if (/\[(?:h+|m+|s+)\]/i.test(signs)) return { is: 'elapsed' };
  const letters = signs.replace(/e[+-]|AM\/PM|A\/P/gi, '').toLowerCase();
  if (/[yd]|aaa/.test(letters) || (letters.includes('m') && !/[hs]/.test(letters))) return { is: 'date' };
  return /[hs]/.test(letters) ? { is: 'time' } : null;
}

/** A comma behind the last digit shows thousands as ones, and so does a point that is only text: the unit then is not that of the stored number. */
function dressedFormat({ signs, before, among, behind }: Section): CellFormat {
  const isScaled = among !== '' || /[0#?.],+[^0#?]*$/.test(signs);
  if (!/[0#?]/.test(signs) || isScaled) return PLAIN;
  const sign = FOREIGN.test(before) ? before : '';
  const unit = parseUnit(behind) ? behind : FOREIGN.test(behind) ? behind : '';
  return sign !== '' || unit !== '' ? { is: 'dressed', before: sign, behind: unit } : PLAIN;
}
