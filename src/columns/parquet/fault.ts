/** What a Parquet file got wrong, on its way to `readParquet`, which makes a problem of it. Nothing else catches it. */
export class ParquetFault extends Error {
  /** Code of the problem, its place (a column) and the value given. */
  readonly code: string;
  readonly where: string;

  constructor(given: string, where = '', code = 'parquet_unreadable') {
    super(given);
    this.code = code;
    this.where = where;
  }
}
