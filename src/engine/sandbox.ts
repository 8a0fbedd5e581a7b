import { quoteText } from '../../queries/build/quote';
import { isFatal, messageOf } from './failure';
import { type Host } from './host';

export interface Sandbox {
  /** An address of our own where nothing lies: asked for an extension, the engine then gets a clean "not found" and does not break. */
  readonly noExtensions: string;
  /** Ceiling of DuckDB's own memory, as `1500MB`. */
  readonly memory: string;
  /** Prefixes of registered virtual files that stay readable; none in Node, where they would be folders. */
  readonly directories: readonly string[];
}

/** One thing tried at start, and whether the engine refused it. */
export interface SandboxTrial {
  readonly trial: string;
  readonly refused: boolean;
  readonly said: string;
}

/** Result of the self-test: plain JSON, shown as it is. `closed` when every trial was refused and the engine still answers. */
export interface SandboxReport {
  readonly closed: boolean;
  readonly trials: readonly SandboxTrial[];
}

/** Closes the engine. The order matters: what is locked cannot be set, and nothing can be set after the last line. */
export async function lockDown(host: Host, connection: number, { noExtensions, memory, directories }: Sandbox): Promise<void> {
  for (const setting of [
    `set custom_extension_repository = ${quoteText(noExtensions)}`,
    `set autoinstall_extension_repository = ${quoteText(noExtensions)}`,
    'set allow_community_extensions = false',
    'set autoinstall_known_extensions = false',
    'set autoload_known_extensions = false',
    `set memory_limit = ${quoteText(memory)}`,
    'set preserve_insertion_order = true',
    `set allowed_directories = [${directories.map(quoteText).join(', ')}]`,
    'set enable_external_access = false',
    'set lock_configuration = true',
  ]) {
    await host.run(connection, setting, []);
  }
}

const TRIALS: Readonly<Record<string, string>> = {
  'read a file': "select * from read_csv('sandbox-trial.csv')",
  'read a file by its name': "select * from 'sandbox-trial.csv'",
  'read a text': "select * from read_text('/sandbox-trial.txt')",
  'list files': "select * from glob('*')",
  'ask an address': "select * from read_csv('http://127.0.0.1:9/sandbox-trial.csv')",
  'attach a database': "attach 'sandbox-trial.db'",
  'load an extension': 'load httpfs',
  'write a file': "copy (select 1 as one) to 'sandbox-trial.csv'",
  'open the sandbox': 'set enable_external_access = true',
  'change a setting': "set memory_limit = '3GB'",
};

/** Tries every way out and says what came of it. An error of another kind than a refusal counts as a hole: it may be gone tomorrow. */
export async function selfTest(host: Host, connection: number): Promise<SandboxReport> {
  const trials: SandboxTrial[] = [];
  for (const [trial, sql] of Object.entries(TRIALS)) {
    try {
      await host.run(connection, sql, []);
      trials.push({ trial, refused: false, said: 'done' });
    } catch (error) {
      const said = messageOf(error).split('\n', 1)[0]!;
      trials.push({
        trial,
        refused: !isFatal(error) && /^Permission Error|has been locked|^Invalid Input Error: Cannot (change|enable)/.test(said),
        said,
      });
    }
  }
  await host.run(connection, 'select 1 as one', []);
  return { closed: trials.every(({ refused }) => refused), trials };
}
