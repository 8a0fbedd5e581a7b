import chengdu from '../../data/schemes/chengdu-style-4x20-2023.json';
import { kindsOf, unitOf } from '../dictionary';
import { checkScheme } from './check';
import type { Scheme } from './format';

/** The scheme a workspace begins with, checked. The others are fetched when they are asked for, so that they do not weigh on the first board. */
export function firstShipped(): Scheme {
  return checked(chengdu);
}

/** The schemes that ship, checked, the first being the one a workspace begins with. Throws on a fault of ours in one of them. */
export async function shippedSchemes(): Promise<readonly Scheme[]> {
  const others = await Promise.all([
    import('../../data/schemes/cn-tech-sme-2017.json'),
    import('../../data/schemes/cn-most-2025-v2.json'),
    import('../../data/schemes/cn-most-2024-18.json'),
    import('../../data/schemes/cn-innovative-sme-2022.json'),
    import('../../data/schemes/cn-hnte-2016.json'),
  ]);
  return [firstShipped(), ...others.map(({ default: json }) => checked(json))];
}

function checked(json: { readonly id: string }): Scheme {
  const { scheme, problems } = checkScheme(json, kindsOf(null), unitOf);
  if (!scheme) throw new Error(`shipped scheme ${json.id}: ${problems.map(({ code, path }) => `${code} ${path}`).join(', ')}`);
  return scheme;
}
