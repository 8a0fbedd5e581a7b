import * as Comlink from 'comlink';
import { buffersOf } from './buffers';
import { ScoreRoom } from './score-room';

/** The scoring worker. Arrow bytes leave it by transfer. */
class Room extends ScoreRoom {
  override async panelArrow() {
    const bytes = await super.panelArrow();
    return Comlink.transfer(bytes, buffersOf(bytes));
  }
  override async enginePiece(panel: number, from: number) {
    const piece = await super.enginePiece(panel, from);
    return piece && Comlink.transfer(piece, buffersOf(piece));
  }
}

Comlink.expose(new Room());
