import type { FileProblem } from '../../model/source';
import type { ByteSource } from '../byte-source';
import type { SheetContext } from './cell-value';
import { HEAD, isOpenDocument } from './is-workbook';
import { openPackage, type Package, readPart } from './package';
import { readRelations } from './relations';
import { SharedStrings } from './shared-strings';
import { Styles } from './styles';
import { nameOf } from './xml-names';
import { attributeText } from './xml-text';
import { MORE, OPEN, type XmlTokens } from './xml-tokens';

/** A sheet of cells; charts, dialogs and macros are none. */
export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}
export interface Workbook {
  readonly pack: Package;
  readonly sheets: readonly SheetPart[];
  readonly context: SheetContext;
  /** The program that wrote it left the formulas to be calculated by the next one. */
  readonly isUncalculated: boolean;
}

const workbooks = new WeakMap<ByteSource, Promise<Workbook | FileProblem>>();

/** What stands around the sheets: their names, shared texts, styles, the count of days. Read once for as long as the source is held. */
export function openWorkbook(source: ByteSource): Promise<Workbook | FileProblem> {
  let known = workbooks.get(source);
  if (!known) workbooks.set(source, (known = readWorkbook(source)));
  return known;
}

async function readWorkbook(source: ByteSource): Promise<Workbook | FileProblem> {
  const pack = await openPackage(source);
  if ('code' in pack) return pack;
  const top = pack.parts.has('_rels/.rels') ? await readRelations(pack, '') : [];
  if ('code' in top) return top;
  const path = top.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const foreign = await otherFormat(pack, path);
  if (foreign) return foreign;
  const list = new SheetList();
  const relations = await readRelations(pack, path);
  if ('code' in relations) return relations;
  const broken = await readPart(pack, path, { take: (xml) => list.take(xml) });
  if (broken) return broken;
  const targets = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets = list.sheets.flatMap(({ name, id, hidden }): SheetPart[] => {
    const target = targets.get(id);
    return target?.type === 'worksheet' ? [{ name, hidden, path: target.target }] : [];
  });
  if (sheets.length === 0)
    return {
      code: 'xlsx_no_sheet',
      source: source.name,
      where: '',
      given: list.sheets.map(({ name }) => name).join(', '),
      severity: 'error',
    };
  const strings = new SharedStrings();
  const styles = new Styles();
  for (const [type, reader] of [
    ['sharedStrings', strings],
    ['styles', styles],
  ] as const) {
    const part = relations.find((relation) => relation.type === type);
    const problem = part ? await readPart(pack, part.target, { take: (xml) => reader.take(xml) }) : null;
    if (problem) return problem;
  }
  const context = { strings, formats: styles.formats, from1904: list.from1904 };
  return { pack, sheets, context, isUncalculated: list.isUncalculated };
}

/** Spreadsheets that are zips too, and not read. */
async function otherFormat({ source, parts }: Package, path: string): Promise<FileProblem | null> {
  const isBinary = path.toLowerCase().endsWith('.bin') || (parts.has('xl/workbook.bin') && !parts.has(path.toLowerCase()));
  const code = isBinary ? 'xlsb_file' : isOpenDocument(await source.read(0, HEAD)) ? 'ods_file' : null;
  return code && { code, source: source.name, where: '', given: '', severity: 'error' };
}

const NAMES = ['sheet', 'workbookPr', 'calcPr', 'name', 'id', 'state', 'date1904', 'fullCalcOnLoad'].map(nameOf);
const [SHEET, WORKBOOK_PR, CALC_PR, NAME, ID, STATE, DATE_1904, FULL_CALC] = NAMES as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** What the part `workbook` says of the sheets and of how numbers are to be understood. */
class SheetList {
  readonly sheets: { readonly name: string; readonly id: string; readonly hidden: boolean }[] = [];
  from1904 = false;
  isUncalculated = false;

  take(xml: XmlTokens): void {
    for (let token = xml.next(); token !== MORE; token = xml.next()) {
      if (token !== OPEN) continue;
      const said = new Map<number, string>();
      const tag = xml.name;
      if (tag !== SHEET && tag !== WORKBOOK_PR && tag !== CALC_PR) continue;
      for (let name = xml.attribute(); name !== 0; name = xml.attribute())
        said.set(name, attributeText(xml.bytes, xml.valueStart, xml.valueEnd));
      if (tag === WORKBOOK_PR) this.from1904 = isTrue(said.get(DATE_1904));
      else if (tag === CALC_PR) this.isUncalculated = isTrue(said.get(FULL_CALC));
      else if (xml.depth === 2)
        this.sheets.push({ name: said.get(NAME) ?? '', id: said.get(ID) ?? '', hidden: (said.get(STATE) ?? 'visible') !== 'visible' });
    }
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
