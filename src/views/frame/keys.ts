/** What a key asks of the page. */
export type PageKey =
  | 'search'
  | 'help'
  | 'undo'
  | 'redo'
  | 'close'
  | 'before'
  | 'after'
  | 'go'
  | 'data'
  | 'scheme'
  | 'boards'
  | 'distributions'
  | 'seedlings'
  | 'sql';

/** The facts of a key press that matter here; a DOM KeyboardEvent has them. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

/**
 * The wish behind a key, or null. Nothing while an input method composes; single keys only outside fields and while they are switched on;
 * undo and redo are left to the field the cursor stands in. `after` is the key pressed just before: `g` opens a second letter.
 */
export function pageKey(
  press: Press,
  context: { readonly inField: boolean; readonly singleKeys: boolean; readonly afterG: boolean },
): PageKey | null {
  if (press.isComposing || press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    if (context.inField) return null;
    if (press.key.toLowerCase() === 'z') return press.shiftKey ? 'redo' : 'undo';
    return press.key.toLowerCase() === 'y' ? 'redo' : null;
  }
  if (context.inField) return null;
  if (press.key === 'Escape') return 'close';
  if (!context.singleKeys) return null;
  if (context.afterG)
    return (
      ({ d: 'data', s: 'scheme', b: 'boards', r: 'boards', t: 'distributions', m: 'seedlings', q: 'sql' }[press.key] as
        PageKey | undefined) ?? null
    );
  return ({ '/': 'search', '?': 'help', '[': 'before', ']': 'after', g: 'go' }[press.key] as PageKey | undefined) ?? null;
}

/** Whether what has the focus takes typed text. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable]') !== null;
}
