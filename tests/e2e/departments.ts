import { departmentFiles } from '../../scripts/sample/departments.mjs';
import { makeWorld } from '../../scripts/sample/world.mjs';
import type { GivenFile } from './page';

let made: ReadonlyMap<string, Uint8Array> | null = null;

/** One of the departments' files of the sample world. */
export function departmentFile(name: string): GivenFile {
  made ??= new Map(departmentFiles(makeWorld()));
  return { name, bytes: made.get(name)! };
}
