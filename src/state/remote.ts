import * as Comlink from 'comlink';

type Verbs<T> = { [K in keyof T]: T[K] extends (...args: never[]) => Promise<unknown> ? T[K] : never };

/**
 * Rooms behind one worker, started at the first call to any of them. Functions among the arguments are called back across the border.
 * A worker that breaks (out of memory, a script that does not load) fails every call still waiting, and the next call starts a new one.
 */
export function remoteRooms<T extends Readonly<Record<string, object>>>(start: () => Worker, names: readonly (keyof T & string)[]): T {
  let open: { readonly rooms: Comlink.Remote<T>; readonly broken: Promise<never> } | null = null;
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
    return { rooms: Comlink.wrap<T>(worker), broken };
  };
  const call =
    (name: string, verb: string) =>
    (...args: unknown[]) => {
      open ??= connect();
      const room = (open.rooms as unknown as Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>>)[name]!;
      return Promise.race([room[verb]!(...args.map((arg) => (typeof arg === 'function' ? Comlink.proxy(arg) : arg))), open.broken]);
    };
  // A room handed on through a promise must not pass for a promise itself.
  const remote = (name: string) =>
    new Proxy({} as Verbs<object>, { get: (_, verb) => (typeof verb === 'string' && verb !== 'then' ? call(name, verb) : undefined) });
  return Object.fromEntries(names.map((name) => [name, remote(name)])) as unknown as T;
}
