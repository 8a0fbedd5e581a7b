/**
 * What the page may do: run its own scripts and WebAssembly, start its own workers, talk to its own server, nothing else.
 * Without 'wasm-unsafe-eval' the engine would wait for ever. Svelte sets styles through the object model, which needs no 'unsafe-inline'.
 * Sent as an HTTP header, because a policy in a meta element does not bind a worker loaded from an address.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
