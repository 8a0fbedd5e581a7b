import { DIMENSION_FIELD } from '../../scoring/segment';
import type { KeptSource } from '../model/project';
import type { FileKind } from './download';
import type { Leaving } from './face';
import { internalFields } from './joining';

interface Held {
  readonly sources: readonly KeptSource[];
  readonly givers: ReadonlyMap<string, readonly string[]>;
  /** Fields of the panel: firm and year are its keys, which every file gives. */
  readonly fields: readonly string[];
}

/** Fields a board shows as they are, beside firm and name. */
const SHOWN: readonly string[] = Object.values(DIMENSION_FIELD);
/** The column of chosen groups, which is of no field. */
export const CHOSEN_COLUMN = 'chosen';

/**
 * What of sources marked internal a file would hold, rest on or leave out; null where no such source has a part in it. `reads`: fields the scheme in force
 * reads. Points are made of them and leave with their sources named; columns that show a field of an internal source as it is are left out of boards and
 * panels, and so is that of chosen groups where it tells of one (`told`: the fields it tells of). The ledger is a working file and holds the raw text.
 */
export function leavingOf(what: FileKind, held: Held, reads: readonly string[], told: readonly string[]): Leaving | null {
  const internal = held.sources.filter(({ facts }) => facts.use === 'internal').map(({ name }) => name);
  const given = internalFields(held).filter((field) => held.fields.includes(field));
  const by = (fields: readonly string[]): Leaving['internal'] =>
    internal
      .map((source) => ({ source, fields: fields.filter((field) => held.givers.get(field)?.includes(source)) }))
      .filter((one) => one.fields.length > 0);
  switch (what) {
    case 'board.csv':
    case 'board.tsv': {
      const shown = SHOWN.filter((field) => given.includes(field));
      const isTold = told.some((field) => given.includes(field));
      const leftOut = isTold ? [...shown, CHOSEN_COLUMN] : shown;
      const on = by([...new Set([...reads, ...shown, ...told])]);
      return on.length === 0 ? null : { internal: on, leftOut, holds: 'points' };
    }
    case 'panel.arrow':
    case 'panel.parquet':
      return given.length === 0 ? null : { internal: by(given), leftOut: given, holds: 'fields' };
    case 'ledger.csv':
      return internal.length === 0 ? null : { internal: internal.map((source) => ({ source, fields: [] })), leftOut: [], holds: 'raw' };
    default:
      return null;
  }
}
