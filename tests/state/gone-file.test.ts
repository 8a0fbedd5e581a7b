import { expect, it } from 'vitest';
import { DataRoom } from '../../src/state/data-room';
import { Intake } from '../../src/state/intake.svelte';
import type { DataRoomFace } from '../../src/state/rooms';

const TEXT = '统一社会信用代码,年度,职工人数\n91000000MA0000001A,2024,12\n';

/** A file that can be read until it is taken away. */
function fleeting(name: string, fault: Error) {
  const file = new File([TEXT], name);
  let isGone = false;
  const slice = file.slice.bind(file);
  file.slice = (...asked) => {
    const piece = slice(...asked);
    if (isGone) piece.arrayBuffer = () => Promise.reject(fault);
    return piece;
  };
  return { file, take: () => (isGone = true) };
}

async function loading(fault: Error) {
  const room = new DataRoom();
  const intake = new Intake(room as DataRoomFace, 1);
  const { file, take } = fleeting('不见了.csv', fault);
  await intake.open([new File([TEXT], '还在.csv'), file]);
  const wanted = intake.ready!.map(({ id, recipe }, at) => ({ name: intake.incoming[at]!.name, from: { id }, recipe }));
  take();
  return intake
    .during((report) => room.load(wanted, { findings: [], conflicts: [] }, report))
    .then(
      () => intake.incoming.map(({ name, problems }) => [name, problems.map(({ code }) => code)]),
      (error: Error) => error.message,
    );
}

it.each(['NotReadableError', 'NotFoundError'])(
  'a file that is gone when it is loaded is named, and the other is not blamed (%s)',
  async (name) => {
    expect(await loading(new DOMException('The requested file could not be read', name))).toEqual([
      ['还在.csv', []],
      ['不见了.csv', ['file_unreadable']],
    ]);
  },
);
it('what is no fault of a file is thrown on', async () => {
  expect(await loading(new RangeError('ours'))).toBe('ours');
});
