import { nodeHost } from './node-host';
import { Engine, type EngineOptions } from './supervisor';

/** The engine in this Node process. It opens no file and no address: 127.0.0.1:9 is where nothing lies. */
export function startNodeEngine(options: Pick<EngineOptions, 'onstate' | 'limits'> = {}): Engine {
  return new Engine({
    start: nodeHost,
    sandbox: { noExtensions: 'http://127.0.0.1:9/no-extensions', memory: '1500MB', directories: [] },
    ...options,
  });
}
