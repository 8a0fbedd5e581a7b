/** A file with its path inside the folder that was dropped or chosen; '' for a file that came alone. */
interface Found {
  readonly file: File;
  readonly path: string;
}

/**
 * The files that were dropped or chosen, those inside folders among them. Entries are asked for while the drop lasts; without them, or without a folder
 * among them, the files stand as they are. Rejects where a folder cannot be read.
 */
export async function folderFiles(files: readonly File[], entries: readonly (FileSystemEntry | null)[] = []): Promise<readonly File[]> {
  const found = entries.some((entry) => entry?.isDirectory)
    ? (await Promise.all(entries.flatMap((entry) => (entry ? [filesIn(entry, '')] : [])))).flat()
    : files.map((file) => ({ file, path: file.webkitRelativePath }));
  return namedApart(found.filter(({ file, path }) => path === '' || !isOfSystem(file.name)));
}

/** What a system or an office program leaves in a folder for itself: `.DS_Store`, `Thumbs.db`, `~$报表.xlsx`. */
function isOfSystem(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name);
}

/** Ledger and traces name files, so two of one name from different folders keep their paths. */
function namedApart(found: readonly Found[]): File[] {
  const times = new Map<string, number>();
  for (const { file } of found) times.set(file.name, (times.get(file.name) ?? 0) + 1);
  return found.map(({ file, path }) =>
    path === '' || times.get(file.name) === 1 ? file : new File([file], path, { type: file.type, lastModified: file.lastModified }),
  );
}

async function filesIn(entry: FileSystemEntry, above: string): Promise<Found[]> {
  const path = above === '' ? entry.name : `${above}/${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    return [{ file, path: above === '' ? '' : path }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Found[] = [];
  // A browser hands a folder over in pieces; the empty piece is the last.
  for (let piece = await readSome(reader); piece.length > 0; piece = await readSome(reader)) {
    for (const inside of piece) found.push(...(await filesIn(inside, path)));
  }
  return found;
}

function readSome(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((done, fail) => reader.readEntries(done, fail));
}
