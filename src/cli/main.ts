import { readArguments, USAGE } from './arguments';
import { makeFirstBoard } from './first-board';
import { score } from './score';

const order = readArguments(process.argv.slice(2));
if (order.is === 'help') {
  if (order.fault !== null) process.stderr.write(`${order.fault}\n\n`);
  (order.fault === null ? process.stdout : process.stderr).write(USAGE);
  process.exitCode = order.fault === null ? 0 : 2;
} else {
  try {
    process.exitCode = await (order.is === 'score' ? score(order) : makeFirstBoard(order));
  } catch (error) {
    if (!isOfFiles(error)) throw error;
    // The system's own sentence names the file and what is wrong with it.
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** A path the person gave that cannot be read or written. */
function isOfFiles(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && 'path' in error;
}
