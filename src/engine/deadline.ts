/**
 * The work, or a rejection with `late()` once `limit` ms have passed. Time is counted in ticks of at most a second, so that a machine that slept an hour
 * has not used the hour up. What the work does after the deadline is nobody's business here: the caller ends it.
 */
export function within<T>(work: Promise<T>, limit: number, late: () => unknown): Promise<T> {
  const tick = Math.min(1000, Math.max(1, limit / 4));
  return new Promise((resolve, reject) => {
    let left = limit;
    const timer = setInterval(() => {
      left -= tick;
      if (left > 0) return;
      clearInterval(timer);
      reject(late());
    }, tick);
    work.finally(() => clearInterval(timer)).then(resolve, reject);
  });
}
