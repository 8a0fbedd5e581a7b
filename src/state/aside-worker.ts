import { bytesSource } from '../ingest/byte-source';
import { findEncoding, type FoundEncoding } from '../ingest/encoding';
import { sha256 } from '../ingest/sha256';

/** The file a worker is to look at. */
export interface AsideTask {
  readonly name: string;
  readonly file: Blob;
  readonly wants: 'both' | 'digest';
}
export type AsideAnswer =
  | { readonly is: 'encoding'; readonly encoding: FoundEncoding }
  | { readonly is: 'digest'; readonly digest: string }
  | { readonly is: 'failed' };

/** Milliseconds until what was found is on screen. */
const DRAWN = 300;

const tell = (answer: AsideAnswer): void => postMessage(answer);

async function look({ name, file, wants }: AsideTask): Promise<void> {
  // Read once for both questions.
  const source = bytesSource(name, new Uint8Array(await file.arrayBuffer()));
  if (wants === 'both') {
    tell({ is: 'encoding', encoding: await findEncoding(source) });
    // The page draws what was found: the processors are for that first. The digest is not wanted before all is read.
    await new Promise((resolve) => setTimeout(resolve, DRAWN));
  }
  tell({ is: 'digest', digest: await sha256(source) });
}

addEventListener('message', ({ data }: MessageEvent<AsideTask>) => {
  // Whoever asked finds out for himself, and says what is wrong in his own words.
  void look(data).catch(() => tell({ is: 'failed' }));
});
