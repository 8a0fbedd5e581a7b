import { browserHost } from './browser-host';
import { Engine, type EngineState } from './supervisor';

/** The engine of this page. Boots at once, half a second or so; everything asked meanwhile waits. */
export function startEngine(onstate: (state: EngineState) => void): Engine {
  return new Engine({
    start: () => browserHost(trustOwn),
    sandbox: { noExtensions: new URL('no-extensions', document.baseURI).href, memory: '1500MB', directories: ['in/', 'out/'] },
    onstate,
  });
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string };
}
let policy: ReturnType<TrustedTypes['createPolicy']> | null = null;

/** Only addresses of this origin become workers, where the browser asks for Trusted Types through policy `app`. */
function trustOwn(address: string): string {
  if (new URL(address).origin !== location.origin) throw new Error(`worker ${address} is not of this origin`);
  const trusted = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  if (!trusted) return address;
  policy ??= trusted.createPolicy('app', { createScriptURL: (own) => own });
  return policy.createScriptURL(address);
}
