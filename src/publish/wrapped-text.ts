import { widthOf } from '../charts/label';

/** Signs that begin no line. */
const CLOSING = /^[，。、；：？！）】》”’%,.;:?!)\]}…]/u;
/** Where a line may end: after a space, and on either side of a wide sign. */
const PIECE = /[\u1100-\uffef\u{20000}-\u{3ffff}]|[^\s\u1100-\uffef\u{20000}-\u{3ffff}]+\s*|\s+/gu;

/** Text in lines no wider than `width`; a word longer than a line is cut. Widths are estimates, as `widthOf` has them. */
export function wrappedText(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text.replace(/\s+/g, ' ').trim(), width, size)) {
    if (line !== '' && widthOf((line + piece).trimEnd(), size) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** What stays together: words, and wide signs with the closing signs after them. */
function pieces(text: string, width: number, size: number): string[] {
  const out: string[] = [];
  for (const [piece] of text.matchAll(PIECE)) {
    if (out.length > 0 && CLOSING.test(piece) && widthOf(out.at(-1)! + piece, size) <= width) out[out.length - 1] += piece;
    else out.push(...cut(piece, width, size));
  }
  return out;
}

function cut(word: string, width: number, size: number): string[] {
  if (widthOf(word.trimEnd(), size) <= width) return [word];
  const out = [''];
  for (const sign of word) {
    if (out.at(-1) !== '' && widthOf(out.at(-1)! + sign, size) > width) out.push('');
    out[out.length - 1] += sign;
  }
  return out;
}
