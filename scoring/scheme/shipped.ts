import chengdu from '../../data/schemes/chengdu-style-4x20-2023.json';
import techSme from '../../data/schemes/cn-tech-sme-2017.json';
import { kindsOf, unitOf } from '../dictionary';
import { checkScheme } from './check';
import type { Scheme } from './format';

/** The schemes that ship, checked, the first being the one a workspace begins with. Throws on a fault of ours in one of them. */
export function shippedSchemes(): readonly Scheme[] {
  return [chengdu, techSme].map((json) => {
    const { scheme, problems } = checkScheme(json, kindsOf(null), unitOf);
    if (!scheme) throw new Error(`shipped scheme ${json.id}: ${problems.map(({ code, path }) => `${code} ${path}`).join(', ')}`);
    return scheme;
  });
}
