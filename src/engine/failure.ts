/**
 * `query`: the statement failed, the engine is well. `cancelled`: the caller wished so. `deadline`: took too long. `fatal`: the engine broke on it
 * and was rebuilt. `died`: the engine died meanwhile. `insert`: data did not arrive as sent. `answer`: not the promised columns.
 * `failed`: the engine cannot be started. `stopped`: it was ended.
 */
export type FailureCode = 'query' | 'cancelled' | 'deadline' | 'fatal' | 'died' | 'insert' | 'answer' | 'failed' | 'stopped';

/** What went wrong outside, with the name of the query or table it happened to, and the cause. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: FailureCode;
  /** Query or table. */
  readonly subject: string;
  constructor(code: FailureCode, subject: string, cause?: unknown) {
    super(`${subject}: ${code}${cause === undefined ? '' : ` (${messageOf(cause)})`}`, cause === undefined ? {} : { cause });
    this.code = code;
    this.subject = subject;
  }
}

/** Marks of an engine whose memory can no longer be trusted, seen with 1.32: every later answer may be wrong, so the instance is thrown away. */
const FATAL =
  /memory access out of bounds|null function|function signature mismatch|table index is out of bounds|unreachable|Maximum call stack|offset is out of bounds|Aborted\(|Invalid flatbuffers|INTERNAL Error|database has been invalidated/i;

/** Whether the instance that gave this error must be thrown away. An out-of-memory inside DuckDB is not fatal. */
export function isFatal(error: unknown): boolean {
  return FATAL.test(messageOf(error)) || (error instanceof Error && /RuntimeError/.test(error.name));
}

/** The words of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
