/** An object of a JSON text that has a key twice, and the key; null where there is none. The text must be valid JSON. */
export function duplicateKey(text: string): { readonly path: string; readonly key: string } | null {
  // One entry an open bracket: the keys seen and the key being valued, or the item number of an array.
  const open: { keys: Set<string> | null; at: string | number }[] = [];
  const pathOf = (): string =>
    open
      .slice(0, -1)
      .map(({ at }) => `/${at}`)
      .join('');
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\],]/g)) {
    const top = open.at(-1);
    if (token === '{') open.push({ keys: new Set(), at: '' });
    else if (token === '[') open.push({ keys: null, at: 0 });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',') {
      if (top && typeof top.at === 'number') top.at++;
    } else if (token.endsWith(':') && top?.keys) {
      const key = JSON.parse(token.replace(/\s*:$/, '')) as string;
      if (top.keys.has(key)) return { path: pathOf(), key };
      top.keys.add(key);
      top.at = key;
    }
  }
  return null;
}
