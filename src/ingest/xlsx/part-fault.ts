/** A fault of one part of a workbook; thrown while it is read, and a problem by the time it leaves this room. */
export class PartFault extends Error {
  readonly code: string;
  /** `line 5` where a row is known; '' for the part as a whole. */
  readonly where: string;
  readonly given: string;

  constructor(code: string, where: string, given: string) {
    super(`${code} ${where} ${given}`);
    this.code = code;
    this.where = where;
    this.given = given;
  }
}

/** Stops the reading of a part. */
export function fault(code: string, where: string, given: string): never {
  throw new PartFault(code, where, given);
}
