import { builtInFormat, type CellFormat, readFormat } from './number-format';
import { nameOf } from './xml-names';
import { attributeText } from './xml-text';
import { MORE, OPEN, type XmlTokens } from './xml-tokens';

const NAMES = ['numFmts', 'numFmt', 'cellXfs', 'xf', 'numFmtId', 'formatCode'].map(nameOf);
const [NUM_FMTS, NUM_FMT, CELL_XFS, XF, ID, CODE] = NAMES as [number, number, number, number, number, number];

/** The number formats of a workbook's cell styles, read from the part while it comes. */
export class Styles {
  readonly #codes = new Map<number, string>();
  readonly #ids: number[] = [];
  #group = 0;

  take(xml: XmlTokens): void {
    for (let token = xml.next(); token !== MORE; token = xml.next()) {
      if (token !== OPEN) continue;
      if (xml.depth === 1) this.#group = xml.name;
      if (xml.depth !== 2) continue;
      if (this.#group === NUM_FMTS && xml.name === NUM_FMT) this.#format(xml);
      if (this.#group === CELL_XFS && xml.name === XF) this.#style(xml);
    }
  }

  #format(xml: XmlTokens): void {
    let id = -1;
    let code = '';
    for (let name = xml.attribute(); name !== 0; name = xml.attribute()) {
      const value = attributeText(xml.bytes, xml.valueStart, xml.valueEnd);
      if (name === ID) id = Number(value);
      if (name === CODE) code = value;
    }
    this.#codes.set(id, code);
  }

  #style(xml: XmlTokens): void {
    let id = 0;
    for (let name = xml.attribute(); name !== 0; name = xml.attribute())
      if (name === ID) id = Number(attributeText(xml.bytes, xml.valueStart, xml.valueEnd));
    this.#ids.push(id);
  }

  /** Formats by the number of the style. A code of the file goes before the one built in. */
  get formats(): readonly CellFormat[] {
    const known = new Map<number, CellFormat>();
    return this.#ids.map((id) => {
      const code = this.#codes.get(id);
      const format = known.get(id) ?? (code === undefined ? builtInFormat(id) : readFormat(code));
      known.set(id, format);
      return format;
    });
  }
}
