import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, isolateHistory, redo } from '@codemirror/commands';
import { keywordCompletionSource, sql } from '@codemirror/lang-sql';
import { bracketMatching } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState, Prec } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { nameCompletion, type Names, type NameWords } from './completion';
import { DUCKDB } from './dialect';
import { look } from './look';

/** What the editor asks of the room around it. */
export interface EditorOutside {
  names(): Names;
  words(): NameWords & { readonly label: string; readonly hint: string };
  typed(text: string): void;
  runAll(): void;
  runAt(cursor: number): void;
  /** Files dropped on the text are files, not text. */
  dropped(files: readonly File[]): void;
}
/** One mark under a place of the text. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

/**
 * The editor of statements. It stands in a shadow of its own: there its styles are sheets made in script, which the page's policy lets through, where a style
 * element would be refused. Its host is hung in and out of the page, and everything typed, chosen and undone stays in it.
 */
export class CodeEditor {
  readonly host: HTMLElement;
  readonly #view: EditorView;
  readonly #spoken = new Compartment();
  readonly #outside: EditorOutside;

  constructor(document: Document, outside: EditorOutside, text: string) {
    this.#outside = outside;
    this.host = document.createElement('div');
    const root = this.host.attachShadow({ mode: 'open' });
    this.#view = new EditorView({ root, parent: root, state: EditorState.create({ doc: text, extensions: this.#extensions() }) });
    // To the page the host is no field: what is pressed and pasted here is none of its business.
    for (const kind of ['keydown', 'paste']) this.host.addEventListener(kind, (event) => event.stopPropagation());
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }
  get cursor(): number {
    return this.#view.state.selection.main.head;
  }

  /** A text in place of all that is there, as one step of its own: undo brings the other back. */
  put(text: string): void {
    const { length } = this.#view.state.doc;
    this.#view.dispatch({
      changes: { from: 0, to: length, insert: text },
      selection: { anchor: text.length },
      annotations: isolateHistory.of('full'),
      scrollIntoView: true,
    });
  }
  /** A name at the cursor, with a space where it would run into a word. */
  insert(text: string): void {
    const { from, to } = this.#view.state.selection.main;
    const spaced = /[\p{L}\p{N}_"]$/u.test(this.#view.state.sliceDoc(Math.max(0, from - 1), from)) ? ` ${text}` : text;
    this.#view.dispatch({
      changes: { from, to, insert: spaced },
      selection: { anchor: from + spaced.length },
      annotations: isolateHistory.of('full'),
    });
    this.#view.focus();
  }
  mark(marks: readonly Mark[]): void {
    const { length } = this.#view.state.doc;
    const inside = marks
      .filter(({ from }) => from <= length)
      .map((one) => ({ ...one, to: Math.min(length, one.to), severity: 'error' as const }));
    this.#view.dispatch(setDiagnostics(this.#view.state, inside));
  }
  goTo(at: number): void {
    this.#view.dispatch({ selection: { anchor: Math.min(at, this.#view.state.doc.length) }, scrollIntoView: true });
    this.#view.focus();
  }
  /** Another language. */
  speak(): void {
    this.#view.dispatch({ effects: this.#spoken.reconfigure(this.#words()) });
  }
  /** Measures itself anew, once it hangs in the page again. */
  hung(): void {
    this.#view.requestMeasure();
  }

  #extensions() {
    const { names, words, typed, runAll, runAt, dropped } = this.#outside;
    const run = Prec.highest(
      keymap.of([
        { key: 'Mod-Enter', run: () => (runAll(), true) },
        { key: 'Mod-Shift-Enter', run: () => (runAt(this.cursor), true) },
        // As everywhere on the page, on every system.
        { key: 'Mod-Shift-z', run: redo, preventDefault: true },
      ]),
    );
    return [
      run,
      history(),
      lineNumbers(),
      drawSelection(),
      bracketMatching(),
      EditorView.lineWrapping,
      sql({ dialect: DUCKDB }),
      autocompletion({
        override: [nameCompletion(names, words), keywordCompletionSource(DUCKDB, false)],
        icons: false,
        maxRenderedOptions: 80,
      }),
      keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
      this.#spoken.of(this.#words()),
      EditorView.updateListener.of((update) => update.docChanged && typed(update.state.doc.toString())),
      EditorView.domEventHandlers({
        beforeinput: typedOver,
        drop: (event) => {
          const files = [...(event.dataTransfer?.files ?? [])];
          if (files.length > 0) dropped(files);
          return files.length > 0;
        },
      }),
      look,
    ];
  }
  #words() {
    const { label, hint } = this.#outside.words();
    return [EditorView.contentAttributes.of({ 'aria-label': label }), placeholder(hint)];
  }
}

/**
 * What is typed over chosen text is put in by the editor: left to it, Chromium would keep the look of what was there with a style of its own, which the policy
 * refuses with a complaint.
 */
function typedOver(event: InputEvent, view: EditorView): boolean {
  if (event.inputType !== 'insertText' || event.data === null || event.isComposing || view.state.selection.main.empty) return false;
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
  return true;
}
