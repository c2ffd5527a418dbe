import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { HighlightStyle, indentUnit, syntaxHighlighting, bracketMatching } from '@codemirror/language'
import { lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { Annotation, EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** Something said about a part of the text, in UTF-16 units without its end. */
export type CodeMark = {
  readonly from: number
  readonly to: number
  readonly level: 'error' | 'warning' | 'advice'
  readonly message: string
  /** A name of the rule, said before the message. */
  readonly code: string
}

export type CodeView = {
  readonly show: (value: string) => void
  readonly mark: (marks: readonly CodeMark[]) => void
  readonly destroy: () => void
}

export type CodeViewOptions = {
  readonly root: ShadowRoot
  readonly label: string
  readonly value: string
  /** Hears of what a person types, not of what `show` brings. */
  readonly onChange: (value: string) => void
}

const SEVERITIES = { error: 'error', warning: 'warning', advice: 'info' } as const

/** Marks what came from outside, so that it is not reported back. */
const fromOutside = Annotation.define<boolean>()

export function createCodeView({ root, label, value, onChange }: CodeViewOptions): CodeView {
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: value, extensions: extensions() }),
  })

  function extensions() {
    return [
      lineNumbers(),
      history(),
      drawSelection(),
      bracketMatching(),
      json(),
      indentUnit.of('  '),
      // The text is kept byte for byte, so its line ends are characters like any other.
      EditorState.lineSeparator.of('\n'),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', spellcheck: 'false', autocorrect: 'off' }),
      typing,
      syntaxHighlighting(colours),
      theme,
      keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
      EditorView.updateListener.of((update) => {
        const isOwn = update.transactions.every((one) => one.annotation(fromOutside) !== true)
        if (update.docChanged && isOwn) onChange(update.state.doc.toString())
      }),
    ]
  }

  return {
    show: (next) => {
      const change = smallestChange(view.state.doc.toString(), next)
      if (change) view.dispatch({ changes: change, annotations: fromOutside.of(true) })
    },
    mark: (marks) => {
      const { length } = view.state.doc
      const diagnostics = marks
        .filter(({ to }) => to <= length)
        .map(({ from, to, level, message, code }): Diagnostic => ({
          from,
          to,
          severity: SEVERITIES[level],
          source: code,
          message,
        }))
      view.dispatch(setDiagnostics(view.state, diagnostics))
    },
    destroy: () => view.destroy(),
  }
}

/**
 * Typed text is put in by us. Left to the browser, text typed over several lines makes it write inline styles, which the
 * page's policy refuses with a complaint.
 */
const typing = EditorView.domEventHandlers({
  beforeinput: (event, view) => {
    const { inputType, data } = event
    if (inputType !== 'insertText' || data === null || view.composing) return false
    view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
    return true
  },
})

/** What differs between two texts, as one change; undefined for none. */
export function smallestChange(
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly insert: string } | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--good)' },
  { tag: [tags.bool, tags.null, tags.number], color: 'var(--warn)' },
  { tag: [tags.punctuation, tags.bracket, tags.separator], color: 'var(--text-quiet)' },
])

const underline = (colour: string) => ({
  backgroundImage: 'none',
  textDecoration: `underline wavy ${colour}`,
  textDecorationSkipInk: 'none',
  textUnderlineOffset: '3px',
})

const theme = EditorView.theme({
  '&': {
    flex: '1',
    minWidth: '0',
    minHeight: '0',
    height: '100%',
    color: 'var(--text)',
    backgroundColor: 'transparent',
  },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', fontSize: 'var(--size-small)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--text)', padding: '8px 0' },
  '.cm-cursor': { borderInlineStartColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--text-quiet)', border: 'none' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--surface-selected)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--surface-pressed)' },
  '.cm-lintRange-error': underline('var(--bad)'),
  '.cm-lintRange-warning': underline('var(--warn)'),
  '.cm-lintRange-info': underline('var(--info)'),
  '.cm-lintRange-active': { backgroundColor: 'var(--surface-hover)' },
  '.cm-tooltip': {
    border: '1px solid var(--border)',
    borderRadius: '6px',
    backgroundColor: 'var(--surface-raised)',
    color: 'var(--text)',
    maxWidth: '360px',
  },
  '.cm-diagnostic': { padding: '6px 10px', fontFamily: 'var(--font-text)', fontSize: 'var(--size-small)' },
  '.cm-diagnostic-error': { borderInlineStartColor: 'var(--bad)' },
  '.cm-diagnostic-warning': { borderInlineStartColor: 'var(--warn)' },
  '.cm-diagnostic-info': { borderInlineStartColor: 'var(--info)' },
  '.cm-diagnosticSource': { opacity: '1', color: 'var(--text-quiet)' },
})
