import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The editor in the colours of the page: its variables reach into the shadow the editor stands in. */
export const look = [
  EditorView.theme({
    '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--surface)', fontSize: '13.5px' },
    // The box around it shows the focus.
    '&.cm-focused': { outline: 'none' },
    '.cm-scroller': { fontFamily: 'var(--face-code)', lineHeight: '1.6', overflow: 'auto' },
    '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
    '.cm-cursor': { borderLeftColor: 'var(--ink)' },
    '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--faint)', border: '0', borderRight: '1px solid var(--line)' },
    '.cm-placeholder': { color: 'var(--faint)' },
    '&.cm-focused .cm-selectionBackground, .cm-selectionBackground, .cm-content ::selection': { backgroundColor: 'var(--accent-soft)' },
    '.cm-tooltip': {
      backgroundColor: 'var(--surface)',
      border: '1px solid var(--line-strong)',
      color: 'var(--ink)',
      maxWidth: 'min(560px, 92vw)',
    },
    '.cm-tooltip-autocomplete ul': { fontFamily: 'var(--face-code)', fontSize: '13px', maxHeight: '15em' },
    '.cm-tooltip-autocomplete ul li': { padding: '3px 10px', color: 'var(--ink)' },
    '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent-soft)', color: 'var(--accent)' },
    '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
    '.cm-completionDetail': { fontStyle: 'normal', fontFamily: 'var(--face)', color: 'var(--soft)', marginLeft: '12px' },
    '.cm-diagnostic': { padding: '4px 10px', borderLeft: '3px solid var(--danger)', fontFamily: 'var(--face)', fontSize: '13px' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--accent)', fontWeight: '600' },
      { tag: [tags.string, tags.special(tags.string)], color: 'var(--green)' },
      { tag: [tags.standard(tags.name), tags.typeName], color: 'var(--accent)' },
      { tag: [tags.comment, tags.lineComment, tags.blockComment], color: 'var(--faint)' },
    ]),
  ),
];
