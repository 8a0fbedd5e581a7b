import * as Comlink from 'comlink';
import { buffersOf } from './buffers';
import { DataRoom } from './data-room';

/** The ingest worker. What leaves it is a copy made here, then moved, so that the page never waits for it; the original answers traces. */
class Room extends DataRoom {
  override async load(...args: Parameters<DataRoom['load']>) {
    const answer = await super.load(...args);
    if (!answer.ok) return answer;
    const panel = structuredClone(answer.panel);
    return Comlink.transfer({ ...answer, panel }, buffersOf(panel));
  }
}

Comlink.expose(new Room());
