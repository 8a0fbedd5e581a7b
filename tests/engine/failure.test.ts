import { expect, it } from 'vitest';
import { EngineError, isFatal } from '../../src/engine/failure';

it.each([
  'RuntimeError: memory access out of bounds',
  'null function',
  'function signature mismatch',
  'table index is out of bounds',
  'unreachable',
  'Maximum call stack size exceeded',
  'offset is out of bounds',
  'Aborted(OOM)',
  'Invalid flatbuffers message',
  'INTERNAL Error: assertion failed',
  'FATAL Error: database has been invalidated because of a previous fatal error',
])('%s throws the engine away', (message) => {
  expect(isFatal(new Error(message))).toBe(true);
});

it('any error of WebAssembly itself throws the engine away', () => {
  expect(isFatal(new WebAssembly.RuntimeError('divide by zero'))).toBe(true);
});

it.each([
  'Out of Memory Error: failed to allocate data of size 8.0 MiB',
  'Binder Error: Referenced column "nope" not found in FROM clause!',
  'query was canceled',
  'Permission Error: Cannot access file "a.csv"',
  'Conversion Error: Could not convert string',
])('%s does not', (message) => {
  expect(isFatal(new Error(message))).toBe(false);
});

it('an error says what failed, how, and why', () => {
  const cause = new Error('Binder Error');
  expect(new EngineError('query', 'panel-shape', cause)).toMatchObject({
    message: 'panel-shape: query (Binder Error)',
    code: 'query',
    subject: 'panel-shape',
    cause,
  });
});
