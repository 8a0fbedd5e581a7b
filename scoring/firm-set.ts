import { unpackWords, wordCount } from './column';
import type { Panel } from './panel';
import { wordIndex } from './word-index';

/** A scan for each key is cheaper than reading all of them while the keys are few. */
const FEW = 20;

/** Firm number → 1 where its key is among those given. Keys the panel has not are nobody's. */
export function firmSet({ firmKeys }: Panel, keys: readonly string[]): Uint8Array {
  const inside = new Uint8Array(wordCount(firmKeys));
  if (keys.length <= FEW) {
    for (const key of keys) {
      const firm = wordIndex(firmKeys, key);
      if (firm >= 0) inside[firm] = 1;
    }
    return inside;
  }
  const wanted = new Set(keys);
  unpackWords(firmKeys).forEach((key, firm) => {
    if (wanted.has(key)) inside[firm] = 1;
  });
  return inside;
}
