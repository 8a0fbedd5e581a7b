/** Custom properties a style sheet sets, name → value as it stands there; of several the first, which is that of the root. */
export function tokensIn(css: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name, value] of css.matchAll(/(--[\w-]+)\s*:\s*([^;{}]+);/g)) found[name!] ??= value!.trim();
  return found;
}
