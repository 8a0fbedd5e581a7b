/** Legal forms that one firm's name is written with in different registers; a firm that turned into a joint-stock company kept its business. */
const CHINESE_FORMS = ['股份有限责任公司', '股份有限公司', '有限责任公司', '股份公司', '有限公司'] as const;
const ENGLISH_FORM = /(?:\s+(?:co|company|ltd|limited|inc|incorporated|corp|corporation|llc|plc))+\s*$/;

/**
 * A firm's name without what registers write differently: width, case, spaces, brackets and other punctuation, and its legal form
 * (有限责任公司 = 有限公司 = 股份有限公司, Co., Ltd. = Limited). `示例（成都）科技有限公司` → `示例成都科技`. A name that is nothing but a form stays as it is.
 */
export function foldName(name: string): string {
  const plain = plainHan(name);
  if (plain !== null) return withoutForm(plain) || plain;
  const folded = name.normalize('NFKC').toLowerCase();
  return withoutForm(bare(folded.replace(/[.,]/g, ' ').replace(ENGLISH_FORM, ''))) || bare(folded);
}

function bare(text: string): string {
  return text.replace(/[\s\p{P}\p{S}]+/gu, '');
}

function withoutForm(name: string): string {
  if (!name.endsWith('公司')) return name;
  const form = CHINESE_FORMS.find((one) => name.endsWith(one));
  return form === undefined ? name : name.slice(0, -form.length);
}

/** Most names are Chinese characters, figures and brackets and need none of the slow steps; null for any other. */
function plainHan(name: string): string | null {
  let from = 0;
  let plain = '';
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 48 && code <= 57)) continue;
    // （ ） ( ) and the blank
    if (code !== 0xff08 && code !== 0xff09 && code !== 40 && code !== 41 && code !== 32) return null;
    plain += name.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? name : plain + name.slice(from);
}

/** The figures in a name, which tell apart firms that are otherwise called alike (`第2分公司`): two names that differ in them are not similar. */
export function figuresIn(name: string): string {
  return /[0-9]/.test(name) ? name.replace(/[^0-9]+/g, ' ').trim() : '';
}
