import { DataType, type Data, type Vector } from 'apache-arrow';
import { REASON, setColumn, textColumn, type SetColumn, type TextColumn } from '../../scoring/column';

/** Whether a row of a chunk is null by its validity bits. Bits are counted from the chunk's offset; no bits means none is null. */
export function isNull({ nullBitmap, nullCount, offset }: Data, row: number): boolean {
  if (nullCount === 0 || !nullBitmap || nullBitmap.length === 0) return false;
  const bit = offset + row;
  return (nullBitmap[bit >> 3]! & (1 << (bit & 7))) === 0;
}

/** Text, plain or dictionary-encoded. An empty text is blank: Arrow has no other way to say an empty cell of a table. */
export function textsOf(vector: Vector): TextColumn {
  if (DataType.isDictionary(vector.type)) return dictionaryTexts(vector);
  const list = new Array<string | null>(vector.length);
  let row = 0;
  for (const word of vector as Iterable<string | null>) list[row++] = word === '' ? null : word;
  return textColumn(list);
}

/** Each word is decoded once a chunk. A chunk can bring a dictionary of its own. */
function dictionaryTexts(vector: Vector): TextColumn {
  const numbers = new Map<string, number>();
  const codes = new Int32Array(vector.length).fill(-1);
  const reasons = new Uint8Array(vector.length).fill(REASON.blank);
  let at = 0;
  for (const data of vector.data as readonly Data[]) {
    const words = Array.from((data.dictionary ?? []) as Iterable<string | null>);
    const known = new Int32Array(words.length).fill(-1);
    for (let row = 0; row < data.length; row++) {
      const code = Number((data.values as Int32Array)[row]);
      const word = isNull(data, row) ? null : words[code];
      if (word === null || word === undefined || word === '') continue;
      if (known[code] === -1) {
        known[code] = numbers.get(word) ?? numbers.size;
        numbers.set(word, known[code]);
      }
      codes[at + row] = known[code]!;
      reasons[at + row] = 0;
    }
    at += data.length;
  }
  return { ...textColumn([...numbers.keys()]), codes, reasons };
}

/** Lists of text as sets; a null list is blank, an empty one the empty set, a null inside a list is dropped. */
export function setsOf(vector: Vector): SetColumn {
  const list: (readonly string[] | null)[] = [];
  for (const words of vector as Iterable<Iterable<string | null> | null>) {
    list.push(words === null ? null : [...words].filter((word): word is string => word !== null && word !== ''));
  }
  return setColumn(list);
}
