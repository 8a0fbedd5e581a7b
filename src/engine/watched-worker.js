// The worker DuckDB runs in. It holds a Web Lock as long as it lives, which tells the page of its death: a dead worker sends no event.
// Its name carries the lock and the address of DuckDB's own script; a file of its own, because a policy allows only workers of the same origin.
const { lock, script } = JSON.parse(self.name);
const address = new URL(script, self.location.href);
if (address.origin !== self.location.origin) throw new Error('worker script is not of this origin: ' + address.href);
if (self.navigator.locks) void self.navigator.locks.request(lock, () => new Promise(() => {}));
// A program that cannot be compiled rejects inside the library, which waits on: thrown again here, the page's `error` listener hears of it.
self.addEventListener('unhandledrejection', (event) => {
  setTimeout(() => {
    throw event.reason;
  });
});
/** @type {{ createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string } } | undefined} */
const trusted = Reflect.get(self, 'trustedTypes');
const policy = trusted?.createPolicy('app', { createScriptURL: (url) => url });
self.importScripts(policy ? policy.createScriptURL(address.href) : address.href);
