import * as Comlink from 'comlink';

type Verbs<T> = { [K in keyof T]: T[K] extends (...args: never[]) => Promise<unknown> ? T[K] : never };

/**
 * A room behind a worker, started at the first call. Functions among the arguments are called back across the border.
 * A worker that breaks (out of memory, a script that does not load) fails every call still waiting, and the next call starts a new one.
 */
export function remoteRoom<T extends object>(start: () => Worker): T {
  let open: { readonly room: Comlink.Remote<T>; readonly broken: Promise<never> } | null = null;
  const connect = () => {
    const worker = start();
    const broken = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => {
        open = null;
        worker.terminate();
        reject(new Error(`worker stopped: ${event.message || 'no reason given'}`));
      });
    });
    broken.catch(() => undefined); // Waiting calls carry the failure; nobody waiting is not one.
    return { room: Comlink.wrap<T>(worker), broken };
  };
  const call =
    (verb: string) =>
    (...args: unknown[]) => {
      open ??= connect();
      const ask = (open.room as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[verb]!;
      return Promise.race([ask(...args.map((arg) => (typeof arg === 'function' ? Comlink.proxy(arg) : arg))), open.broken]);
    };
  // A room handed on through a promise must not pass for a promise itself.
  return new Proxy({} as Verbs<T>, { get: (_, verb) => (typeof verb === 'string' && verb !== 'then' ? call(verb) : undefined) }) as T;
}
