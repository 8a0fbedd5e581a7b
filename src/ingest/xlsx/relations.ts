import type { FileProblem } from '../../model/source';
import { type Package, readPart } from './package';
import { nameOf } from './xml-names';
import { attributeText } from './xml-text';
import { MORE, OPEN } from './xml-tokens';

/** What one part says of another. `type` is the last word of its address: `worksheet`, `styles` … */
export interface Relation {
  readonly id: string;
  readonly type: string;
  /** Path in the zip. */
  readonly target: string;
}

const [RELATIONSHIP, ID, TYPE, TARGET, MODE] = ['Relationship', 'Id', 'Type', 'Target', 'TargetMode'].map(nameOf) as [
  number,
  number,
  number,
  number,
  number,
];

/** The relations of a part, of the whole where the path is ''. Those that lead out of the file are left out. */
export async function readRelations(pack: Package, path: string): Promise<readonly Relation[] | FileProblem> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations: Relation[] = [];
  const problem = await readPart(pack, `${folder}_rels/${path.slice(folder.length)}.rels`, {
    take: (xml) => {
      for (let token = xml.next(); token !== MORE; token = xml.next()) {
        if (token !== OPEN || xml.name !== RELATIONSHIP) continue;
        const said = new Map<number, string>();
        for (let name = xml.attribute(); name !== 0; name = xml.attribute())
          said.set(name, attributeText(xml.bytes, xml.valueStart, xml.valueEnd));
        if (said.get(MODE) === 'External') continue;
        const type = said.get(TYPE) ?? '';
        relations.push({
          id: said.get(ID) ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          target: resolved(folder, said.get(TARGET) ?? ''),
        });
      }
    },
  });
  return problem ?? relations;
}

/** A target as a path from the top; `..` that leads above it leads nowhere. */
function resolved(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '');
  for (const step of target.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
