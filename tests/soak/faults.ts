/** Groups of faults, with how many there are of each. */
export const GROUPS = { engine: 14, query: 6, file: 8, storage: 9, page: 7, tabs: 4 } as const;

/** One fault that must be survived: where its test is, and what a person is told. */
export interface Fault {
  readonly group: keyof typeof GROUPS;
  readonly fault: string;
  /** File of the test under `tests/`, and a part of its source by which the test is found. */
  readonly test: readonly [file: string, title: string];
  /** Code of the words a person reads (i18n), or a key of the words of the frame; null where it is mended without a word. */
  readonly told: string | null;
  /** A test that needs a real browser runs end to end; the others run in seconds in Node. */
  readonly where: 'node' | 'browser';
}

const SUPERVISOR = 'engine/supervisor.test.ts';
const INSERT = 'engine/insert.test.ts';
const STORE = 'e2e/workspace-store.spec.ts';
const KEEPER = 'workspace/keeper.test.ts';
const TABS = 'workspace/tabs.test.ts';

/** Every fault the workbench must survive. A test of this table checks that there are 48 and that each has its test and its words. */
export const FAULTS: readonly Fault[] = [
  ...of('engine', 'node', [
    ['its worker ends while idle', [SUPERVISOR, 'a death while idle starts another host with the same tables'], 'shell_engine.rebuilding'],
    ['its worker ends while it answers', [SUPERVISOR, 'a question running when the host dies is asked once more and answered'], null],
    ['its worker ends while a table goes in', ['soak/insert-death.test.ts', 'a host that dies while a table goes in'], null],
    [
      'running out of DuckDB’s own memory',
      ['engine/questions.test.ts', 'running out of DuckDB’s own memory is a failed question'],
      'shell_failed_title',
    ],
    [
      'memory or a function of its WebAssembly is spoilt',
      [SUPERVISOR, 'a fatal error fails its question, is not tried again'],
      'shell_failed_title',
    ],
    ['garbage, or nothing, for an Arrow stream', [INSERT, "['garbage', "], 'notice.engine_without_data'],
    ['an Arrow stream cut short', [INSERT, "['a stream cut in the middle', "], 'notice.engine_without_data'],
    ['an Arrow file in place of a stream', [INSERT, "['the file format', "], 'notice.engine_without_data'],
    [
      'its worker is slow beyond its deadline',
      [SUPERVISOR, 'a host that does not heed a cancel is ended within the grace'],
      'shell_failed_title',
    ],
  ]),
  ...of('engine', 'browser', [
    ['its worker ends while it boots', ['e2e/engine.spec.ts', 'a worker that dies while it boots is noticed before any deadline'], null],
    [
      'its worker closes itself without a word',
      ['e2e/engine.spec.ts', 'a worker that dies without a word is noticed'],
      'shell_engine.rebuilding',
    ],
    [
      'the script heap of a worker that reads is full',
      [STORE, 'a page that crashes during a load keeps what was saved'],
      'loss_interrupted',
    ],
    ['its program cannot be fetched', ['e2e/faults.spec.ts', 'without the engine’s program'], 'shell_engine.failed'],
    ['its program may not be compiled', ['e2e/faults.spec.ts', 'an engine that may not be compiled'], 'shell_engine.failed'],
  ]),
  ...of('query', 'node', [
    ['an endless join', ['engine/questions.test.ts', 'ends by its deadline, and the same engine answers the next'], 'shell_failed_title'],
    ['a cancel before the start, at the end, or twice', [SUPERVISOR, 'a cancel after the answer changes nothing'], null],
    [
      'a mistake in the text of a query',
      ['engine/questions.test.ts', 'an error names its query and keeps the words of DuckDB'],
      'shell_failed_title',
    ],
    ['a column that is gone after another load', ['engine/bind.test.ts', 'an ident is quoted, and must be a loaded column'], null],
    ['an answer of very many rows', ['engine/questions.test.ts', 'an answer of many batches is whole and in order'], null],
    [
      'a connection left in the middle of something',
      [SUPERVISOR, 'a failed statement keeps its host, and its connection is not used again'],
      null,
    ],
  ]),
  ...of('file', 'node', [
    ['deleted or changed while it is read', ['soak/unsteady-file.test.ts', 'a file that is gone'], 'file_unreadable'],
    ['of no bytes', ['e2e/bad-files.spec.ts', "name: '空.csv'"], 'empty_file'],
    ['cut within a character', ['ingest/encoding.test.ts', 'UTF-8 cut within its last character is said'], 'cut_character'],
    [
      'read in the wrong encoding',
      ['ingest/load.test.ts', 'the wrong encoding chosen by hand loads nothing and names the place'],
      'encoding_mismatch',
    ],
    ['a bomb of a zip', ['ingest/archive.test.ts', 'a bomb of 1,000 members is refused by what it declares'], 'zip_ratio'],
    ['a workbook with a password', ['ingest/xlsx/hostile.test.ts', 'a workbook with a password'], 'file_encrypted'],
    ['beyond 2 GB', ['ingest/look.test.ts', 'a file beyond 2 GB is refused before it is read'], 'file_too_large'],
    ['given twice at once', ['e2e/bad-files.spec.ts', 'a second file of the same name is refused by name'], 'same_name'],
  ]),
  ...of('storage', 'node', [
    ['no room at any of the writes', ['workspace/nth-failure.test.ts', 'what was shown as saved is there afterwards'], 'storage_full'],
    ['emptied while the page is open', [KEEPER, 'everything, while the page is open: the document is written again whole'], 'storage_lost'],
    ['bytes turned, cut or of another digest', [KEEPER, 'damaged on the disk are found, taken away, and asked for again'], 'file_changed'],
    ['a document that is damaged', [KEEPER, 'is refused where the snapshot is damaged too'], 'document_damaged'],
    ['a document of a later version', [KEEPER, 'of a newer format is left alone'], 'project_newer'],
    ['a database an old tab does not let go', [TABS, 'an old tab told to let the database go stops at once'], 'storage_blocked'],
    ['a file another tab holds', [TABS, 'two tabs keep the same file at once, and both have it'], 'storage_busy'],
    ['the browser will not promise to keep it', [KEEPER, 'asks the browser once to keep the storage, and takes no for an answer'], null],
    ['there is none', [KEEPER, 'where nothing lasts is never called saved'], 'no_storage'],
  ]),
  ...of('page', 'browser', [
    ['crashes', ['e2e/keeping.spec.ts', 'a page that crashes'], 'loss_interrupted'],
    ['its browser is killed', ['e2e/keeping.spec.ts', 'a browser killed during an import'], 'loss_interrupted'],
    ['reloaded in the middle of a load', ['e2e/faults.spec.ts', 'a reload in the middle of a load'], 'loss_interrupted'],
    ['left and come back to', ['e2e/faults.spec.ts', 'Back to the page'], null],
    ['put away by the browser', ['e2e/faults.spec.ts', 'a tab put away and woken'], null],
  ]),
  ...of('page', 'node', [
    ['closed while it saves', [KEEPER, 'drains when closed: what was done just before is there'], null],
    ['asleep for an hour', ['engine/deadline.test.ts', 'an hour of sleep counts as one tick'], null],
  ]),
  ...of('tabs', 'node', [
    ['the same workspace twice', [TABS, 'the one who writes second is refused and stops'], 'written_elsewhere'],
    ['the one that writes crashes', [TABS, 'takes over when the first dies in the middle'], null],
    ['two builds of the page', [TABS, 'an old tab stops writing as soon as a newer page has the store'], 'newer_build'],
    ['a workspace deleted in the other', [TABS, 'learns that the first removed the workspace'], 'document_gone'],
  ]),
];

type Line = readonly [fault: string, test: Fault['test'], told: string | null];

function of(group: Fault['group'], where: Fault['where'], lines: readonly Line[]): readonly Fault[] {
  return lines.map(([fault, test, told]) => ({ group, fault, test, told, where }));
}
