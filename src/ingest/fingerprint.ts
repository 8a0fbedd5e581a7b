import type { Recipe } from '../model/recipe';
import { inOrder } from './recipe-json';

/** Twelve characters for files, the way they were read and what was decided: the same bytes and choices, the same fingerprint on every machine. */
export async function fingerprintOf(
  parts: readonly { readonly file: { readonly sha256: string }; readonly recipe: Recipe }[],
  decisions: Readonly<Record<string, readonly unknown[]>> = {},
): Promise<string> {
  const made = Object.entries(decisions).filter(([, list]) => list.length > 0);
  const text = [
    ...parts.map(({ file, recipe }) => `${file.sha256} ${JSON.stringify(inOrder(recipe))}`),
    ...made.map((one) => JSON.stringify(one)),
  ].join('\n');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
