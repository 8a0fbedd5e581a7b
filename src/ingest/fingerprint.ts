import type { Recipe } from '../model/recipe';

/** Twelve characters for files and the way they were read: the same bytes and choices, the same fingerprint on every machine. */
export async function fingerprintOf(
  parts: readonly { readonly file: { readonly sha256: string }; readonly recipe: Recipe }[],
): Promise<string> {
  const text = parts.map(({ file, recipe }) => `${file.sha256} ${JSON.stringify(recipe)}`).join('\n');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
