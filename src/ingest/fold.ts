const EDGE = /^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/g;

/** Without white space at either end: full-width and no-break spaces, byte-order marks and zero-width characters included. */
export function trimmed(text: string): string {
  return text.replace(EDGE, '');
}

/** Full-width letters, digits and signs as half-width ones: `１２，３％` → `12,3%`. Other characters stay. */
export function foldWidth(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xff01 && code <= 0xff5e) folded += String.fromCharCode(code - 0xfee0);
    else if (code === 0x3000 || code === 0xa0) folded += ' ';
    else if (code === 0xffe5) folded += '¥';
    else folded += text[at]!;
  }
  return folded;
}
