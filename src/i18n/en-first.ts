import { enBoard } from './en-board';
import { enShell } from './en-shell';

/** The English of the first paint. */
export const enFirst = { ...enShell, ...enBoard };
