/** What went wrong outside, in its own words. */
export function faultWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether it is the answer to a cancel. By name, since an error that crossed a worker's border is rebuilt on this side. */
export function isCancel(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError';
}
