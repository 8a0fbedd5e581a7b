/** Stands in for something whose code is fetched when it is first asked: until then its facts are these, and every verb opens it first and waits. */
export function unopened<T extends object>(facts: Partial<T>, open: () => Promise<T>): T {
  return new Proxy(facts as T, {
    get: (known, key) =>
      key in known
        ? known[key as keyof T]
        : async (...asked: unknown[]) => ((await open())[key as keyof T] as (...asked: unknown[]) => unknown)(...asked),
  });
}
