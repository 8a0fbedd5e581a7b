import { describe, expect, it } from 'vitest';
import { PartFault } from '../../../src/ingest/xlsx/part-fault';
import { nameOf } from '../../../src/ingest/xlsx/xml-names';
import { attributeText, XmlText } from '../../../src/ingest/xlsx/xml-text';
import { CLOSE, MORE, OPEN, TEXT, XmlTokens } from '../../../src/ingest/xlsx/xml-tokens';

const KNOWN = ['a', 'b', 'c', 'row', 'x', 'y', 'id'];
const names = new Map(KNOWN.map((name) => [nameOf(name), name]));

/** Tags, attributes and texts as lines; `size` is that of the pieces the bytes come in. */
function tokensOf(text: string, size = Infinity): string[] {
  const bytes = new TextEncoder().encode(text);
  const xml = new XmlTokens();
  const lines: string[] = [];
  for (let from = 0; from < bytes.length; from += size) {
    xml.push(bytes.subarray(from, from + size), from + size >= bytes.length);
    for (let token = xml.next(); token !== MORE; token = xml.next()) lines.push(`${xml.depth}${lineOf(xml, token)}`);
  }
  return lines;
}

function lineOf(xml: XmlTokens, token: number): string {
  if (token === CLOSE) return `/${names.get(xml.name)}`;
  const text = new XmlText();
  if (token === TEXT) {
    text.add(xml.bytes, xml.start, xml.end, xml.isLiteral);
    return ` ${String(text)}`;
  }
  expect(token).toBe(OPEN);
  let line = `<${names.get(xml.name)}`;
  for (let name = xml.attribute(); name !== 0; name = xml.attribute())
    line += ` ${names.get(name)}=${attributeText(xml.bytes, xml.valueStart, xml.valueEnd)}`;
  return line;
}

const SAMPLE = `<?xml version="1.0"?><!-- <a> --><a xmlns:x="u"><x:row x:id = '1>2' y="a&amp;&quot;b"/><b>1 &lt; 2&#x4e2d;</b><![CDATA[<&>]]><c
  x=""
></c></a>\n`;
const WANTED = ['0<a x=u', '1<row id=1>2 y=a&"b', '1/row', '1<b', '2 1 < 2中', '1/b', '1 <&>', '1<c x=', '1/c', '0/a', '0 \n'];

it('tags, attributes, texts, entities, CDATA, comments, prefixes', () => {
  expect(tokensOf(SAMPLE)).toEqual(WANTED);
});

it.each([1, 2, 3, 5, 7, 11, 64])('in pieces of %i bytes they are the same', (size) => {
  expect(tokensOf(SAMPLE, size)).toEqual(WANTED);
});

describe('refused', () => {
  it.each([
    ['<a><b></a></b>', 'xlsx_broken'],
    ['<a>', 'xlsx_broken'],
    ['<a', 'xlsx_broken'],
    ['', 'xlsx_broken'],
    ['text', 'xlsx_broken'],
    ['<a/><b/>', 'xlsx_broken'],
    ['<a x=1/>', 'xlsx_broken'],
    ['<a x="1/>', 'xlsx_broken'],
    ['<a x="<"/>', 'xlsx_broken'],
    ['<a x/>', 'xlsx_broken'],
    ['<a>&unknown;</a>', 'xlsx_broken'],
    ['<a>&</a>', 'xlsx_broken'],
    ['<a>&#0;</a>', 'xlsx_broken'],
    ['<a>&#x110000;</a>', 'xlsx_broken'],
    ['<></>', 'xlsx_broken'],
    ['<a>'.repeat(200), 'xlsx_broken'],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'xlsx_dtd'],
    ['<a><!ELEMENT b></a>', 'xlsx_dtd'],
  ])('%s', (text, code) => {
    for (const size of [Infinity, 1]) {
      const read = () => tokensOf(text === '' ? ' ' : text, size);
      expect(read).toThrow(PartFault);
      expect(read).toThrow(code);
    }
  });
});

it.each([
  ['a_x000D_\nb', 'a\nb'],
  ['_x0041__x005F_x0042_', 'A_x0042_'],
  ['_xD83D__xDE00_', '😀'],
  ['snake_case _x12', 'snake_case _x12'],
  ['a\r\nb\rc', 'a\nb\nc'],
])('the text %j is %j', (given, wanted) => {
  const text = new XmlText();
  const bytes = new TextEncoder().encode(given);
  text.add(bytes, 0, bytes.length, false);
  expect(String(text)).toBe(wanted);
});
