import * as Comlink from 'comlink';
import { buffersOf } from './buffers';
import { EngineRoom } from './engine-room';
import { remoteRooms } from './remote';
import type { DataRoomFace, KeepRoomFace, Rooms, ScoreRoomFace } from './rooms';

/** The rooms of a browser: two workers and the engine, each started at its first question. */
export function browserRooms(): Rooms {
  const { score } = remoteRooms<{ score: ScoreRoomFace }>(
    () => new Worker(new URL('./score-worker.ts', import.meta.url), { type: 'module', name: 'score' }),
    ['score'],
  );
  const { data, keep } = remoteRooms<{ data: DataRoomFace; keep: KeepRoomFace }>(
    () => new Worker(new URL('./data-worker.ts', import.meta.url), { type: 'module', name: 'data' }),
    ['data', 'keep'],
  );
  const adopt: ScoreRoomFace['adopt'] = (panel, ...rest) => score.adopt(Comlink.transfer(panel, buffersOf(panel)), ...rest);
  return {
    data,
    keep,
    score: new Proxy(score, { get: (room, verb) => (verb === 'adopt' ? adopt : room[verb as keyof ScoreRoomFace]) }),
    engine: new EngineRoom(async (onstate) => (await import('../engine/start')).startEngine(onstate)),
  };
}
