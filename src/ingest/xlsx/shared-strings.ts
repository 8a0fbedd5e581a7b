import { roomFor } from '../column-store';
import { nameOf } from './xml-names';
import { XmlText } from './xml-text';
import { CLOSE, MORE, OPEN, TEXT, type XmlTokens } from './xml-tokens';

const [SI, T, R, SPACE] = ['si', 't', 'r', 'space'].map(nameOf) as [number, number, number, number];

/** The texts that cells share, one behind the other; reads them from the part while it comes. */
export class SharedStrings {
  readonly text = new XmlText();
  /** Text i stands from `ends[i]` to `ends[i + 1]`. */
  ends = new Int32Array(1024);
  count = 0;
  #start = 0;
  #inRun = false;
  #inText = false;
  #isKept = false;

  /** Takes what the tokens hold so far. Runs of rich text are joined; what tells how to pronounce a text is no part of it. */
  take(xml: XmlTokens): void {
    for (let token = xml.next(); token !== MORE; token = xml.next()) {
      if (token === TEXT) {
        if (this.#inText) this.text.add(xml.bytes, xml.start, xml.end, xml.isLiteral);
      } else if (token === OPEN) this.#open(xml);
      else if (token === CLOSE) this.#close(xml);
    }
  }

  #open(xml: XmlTokens): void {
    if (xml.depth === 2) this.#inRun = xml.name === R;
    if (xml.name !== T || !(xml.depth === 2 || (xml.depth === 3 && this.#inRun))) return;
    this.#inText = true;
    this.#start = this.text.length;
    this.#isKept = isPreserved(xml);
  }

  #close(xml: XmlTokens): void {
    if (this.#inText && xml.name === T) {
      this.#inText = false;
      if (!this.#isKept) this.text.trim(this.#start);
    }
    if (xml.depth !== 1 || xml.name !== SI) return;
    this.ends = roomFor(this.ends, ++this.count);
    this.ends[this.count] = this.text.length;
  }
}

/** Whether the tag that just opened says that its white space counts (`xml:space="preserve"`). */
export function isPreserved(xml: XmlTokens): boolean {
  for (let name = xml.attribute(); name !== 0; name = xml.attribute()) if (name === SPACE) return xml.valueEnd - xml.valueStart === 8;
  return false;
}
