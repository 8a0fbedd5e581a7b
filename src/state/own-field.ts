/** The id of a field of the file's own, for a mapping made by hand: the same rule by which ingest names it. */
export { ownFieldId } from '../ingest/own-fields';
