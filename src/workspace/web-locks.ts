import type { Locks } from './outside';

/** Locks of the browser, held until released or until this worker dies. */
export const webLocks: Locks = {
  hold: (name, { shared, wait, signal }) =>
    new Promise((resolve, reject) => {
      const mode = shared ? 'shared' : 'exclusive';
      // The browser takes a signal only from those who wait.
      const options = wait ? { mode, ...(signal ? { signal } : {}) } : { mode, ifAvailable: true };
      const ended: Promise<void> = navigator.locks.request(name, options as LockOptions, (lock) => {
        if (!lock) return resolve(null);
        return new Promise<void>((letGo) =>
          resolve(() => {
            letGo();
            return ended;
          }),
        );
      });
      ended.catch(reject);
    }),
};

/** Where there are no locks (no secure context) everyone may begin; the shelf still refuses whoever writes second. */
export const noLocks: Locks = { hold: async () => async () => undefined };
