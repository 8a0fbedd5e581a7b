import type { FoundColumn } from '../model/source';
import { titleNamed } from './panel/titles-held';

/** The title a yes/no column is about (`高新技术企业` = 是/否, `是否专精特新企业` = 1/0, `瞪羚` = √); null where it is no such column. */
export function titleOfFlags({ header, kind, samples, filled }: FoundColumn): string | null {
  const isFlag = kind === 'flag' || (filled > 0 && samples.every((sample) => /^[01]$/.test(sample.trim())));
  if (!isFlag) return null;
  const name = header
    .normalize('NFKC')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .trim()
    .replace(/^(?:是否)?(?:为|属于|属|是)?/, '');
  return titleNamed(name) ?? titleNamed(name.replace(/(?:资质|称号|认定)$/, ''));
}
