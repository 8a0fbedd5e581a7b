import type { SchemaElement } from 'hyparquet';
import { ParquetFault } from './fault';

/** How the values of a leaf are read: figures, days since 1970, truth values or texts. */
export type LeafRead = 'figure' | 'day' | 'truth' | 'text';

/** A column of the file that is read: a plain one, or a list of texts. */
export interface Leaf {
  readonly name: string;
  /** Position among the leaves of the file, which is that of its chunk in each row group. */
  readonly index: number;
  readonly path: readonly string[];
  readonly element: SchemaElement;
  readonly read: LeafRead;
  readonly isList: boolean;
  /** Highest definition and repetition level, and the definition level from which a list has an item. */
  readonly mostDefined: number;
  readonly mostRepeated: number;
  readonly itemDefined: number;
}

/** A column of the schema that is of no type of ours. */
export interface Strange {
  readonly name: string;
  readonly type: string;
}

interface Node {
  readonly element: SchemaElement;
  readonly children: readonly Node[];
}

/** The columns of a file in order: what is read, and what is of another type. `leaves` counts all leaves. */
export function schemaColumns(schema: readonly SchemaElement[]): { columns: (Leaf | Strange)[]; leaves: number } {
  let next = 0;
  const build = (depth: number): Node => {
    const element = schema[next++];
    if (!element || depth > 32) throw new ParquetFault('schema');
    const count = element.num_children ?? 0;
    if (count < 0 || count > schema.length) throw new ParquetFault(`${count} children`, element.name);
    return { element, children: Array.from({ length: count }, () => build(depth + 1)) };
  };
  const root = build(0);
  if (next !== schema.length || root.children.length === 0) throw new ParquetFault('schema');
  let leaves = 0;
  const columns = root.children.map((node) => {
    const index = leaves;
    leaves += leafCount(node);
    return columnOf(node, index);
  });
  return { columns, leaves };
}

function leafCount({ children }: Node): number {
  return children.length === 0 ? 1 : children.reduce((sum, child) => sum + leafCount(child), 0);
}

function columnOf(node: Node, index: number): Leaf | Strange {
  const { name } = node.element;
  const chain = [node];
  while (chain.at(-1)!.children.length === 1) chain.push(chain.at(-1)!.children[0]!);
  const { element, children } = chain.at(-1)!;
  if (children.length > 0) return { name, type: isA(node.element, 'MAP') ? 'map' : 'struct' };
  const read = leafRead(element);
  if (read === null) return { name, type: typeName(element) };
  const repeated = chain.findIndex((one) => one.element.repetition_type === 'REPEATED');
  const levels = chain.map((one) => (one.element.repetition_type === 'REQUIRED' ? 0 : 1));
  const isList = repeated !== -1;
  const many = chain.filter((one) => one.element.repetition_type === 'REPEATED').length > 1;
  // A list is at most: the column, its repeated group, the item.
  if (isList ? many || repeated > 1 || chain.length > 3 || read !== 'text' : chain.length > 1)
    return { name, type: isList ? `list<${typeName(element)}>` : 'struct' };
  const sum = (to: number): number => levels.slice(0, to).reduce<number>((all, level) => all + level, 0);
  return {
    name,
    index,
    path: chain.map((one) => one.element.name),
    element,
    read,
    isList,
    mostDefined: sum(chain.length),
    mostRepeated: isList ? 1 : 0,
    itemDefined: isList ? sum(repeated + 1) : 0,
  };
}

function isA({ converted_type, logical_type }: SchemaElement, type: string): boolean {
  return converted_type === type || logical_type?.type === type;
}

/** How a leaf is read by its physical and logical type; null for a type that is none of ours (times of day, intervals, raw bytes of a fixed length …). */
function leafRead(element: SchemaElement): LeafRead | null {
  const { type, converted_type: old, logical_type: logical } = element;
  const said = logical?.type;
  if (said === 'TIME' || old?.startsWith('TIME_') || said === 'INTERVAL' || old === 'INTERVAL' || said === 'BSON' || old === 'BSON')
    return null;
  if (said === 'VARIANT' || said === 'GEOMETRY' || said === 'GEOGRAPHY') return null;
  const isDecimal = isA(element, 'DECIMAL');
  switch (type) {
    case 'BOOLEAN':
      return 'truth';
    case 'INT32':
      return isA(element, 'DATE') ? 'day' : 'figure';
    case 'INT64':
      return said === 'TIMESTAMP' || old?.startsWith('TIMESTAMP') ? 'day' : 'figure';
    case 'INT96':
      return 'day';
    case 'FLOAT':
    case 'DOUBLE':
      return 'figure';
    case 'BYTE_ARRAY':
      return isDecimal ? 'figure' : 'text';
    case 'FIXED_LEN_BYTE_ARRAY':
      return isDecimal || said === 'FLOAT16' ? 'figure' : said === 'UUID' ? 'text' : null;
    default:
      return null;
  }
}

function typeName({ type, converted_type, logical_type }: SchemaElement): string {
  return (logical_type?.type ?? converted_type ?? type ?? '?').toLowerCase();
}
