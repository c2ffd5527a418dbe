import { useEffect, useRef } from 'react'
import styles from './CodeEditor.module.css'
import { createCodeView, type CodeMark, type CodeView } from './code-view.ts'

export type { CodeMark } from './code-view.ts'

export type CodeEditorProps = {
  /** Its name for screen readers. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is said about parts of the text. Marks that lie behind its end are left out. */
  readonly marks: readonly CodeMark[]
}

/**
 * A JSON text with colours and remarks in place. Lives in a shadow root: there its styles are
 * adopted sheets, which the page's policy allows. A new `value` is taken over as the smallest change, so that the cursor
 * stays and "undo" takes it back. Tab leaves it, as any field.
 */
export function CodeEditor({ label, value, onChange, marks }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<CodeView>(undefined)
  const report = useRef(onChange)
  useEffect(() => {
    report.current = onChange
  }, [onChange])
  const first = useRef(value)
  useEffect(() => {
    const element = host.current!
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    const made = createCodeView({ root, label, value: first.current, onChange: (next) => report.current(next) })
    view.current = made
    return () => made.destroy()
  }, [label])
  useEffect(() => view.current?.show(value), [value])
  useEffect(() => view.current?.mark(marks), [marks])
  return <div ref={host} dir="ltr" className={styles.editor} />
}
