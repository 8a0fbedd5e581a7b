import * as Comlink from 'comlink';
import { buffersOf } from './buffers';
import { drawInWorkers } from './draw-workers';
import { ScoreRoom } from './score-room';

/** The scoring worker. Bytes leave it by transfer. */
class Room extends ScoreRoom {
  override async panelArrow(leaveOut: readonly string[]) {
    const bytes = await super.panelArrow(leaveOut);
    return Comlink.transfer(bytes, buffersOf(bytes));
  }
  override async panelParquet(leaveOut: readonly string[]) {
    const bytes = await super.panelParquet(leaveOut);
    return Comlink.transfer(bytes, buffersOf(bytes));
  }
  override async enginePiece(panel: number, from: number) {
    const piece = await super.enginePiece(panel, from);
    return piece && Comlink.transfer(piece, buffersOf(piece));
  }
}

const drawWorker = (): Worker => new Worker(new URL('./draw-worker.ts', import.meta.url), { type: 'module', name: 'draws' });

Comlink.expose({ score: new Room(drawInWorkers(drawWorker, navigator.hardwareConcurrency)) });
