import * as Comlink from 'comlink';
import { buffersOf } from './buffers';
import { EngineRoom } from './engine-room';
import { remoteRoom } from './remote';
import type { DataRoomFace, Rooms, ScoreRoomFace } from './rooms';

/** The rooms of a browser: two workers and the engine, each started at its first question. */
export function browserRooms(): Rooms {
  const score = remoteRoom<ScoreRoomFace>(
    () => new Worker(new URL('./score-worker.ts', import.meta.url), { type: 'module', name: 'score' }),
  );
  const data = remoteRoom<DataRoomFace>(() => new Worker(new URL('./data-worker.ts', import.meta.url), { type: 'module', name: 'data' }));
  const adopt: ScoreRoomFace['adopt'] = (panel, ...rest) => score.adopt(Comlink.transfer(panel, buffersOf(panel)), ...rest);
  return {
    data,
    score: new Proxy(score, { get: (room, verb) => (verb === 'adopt' ? adopt : room[verb as keyof ScoreRoomFace]) }),
    engine: new EngineRoom(async (onstate) => (await import('../engine/start')).startEngine(onstate)),
  };
}
