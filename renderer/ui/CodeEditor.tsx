import { useEffect, useRef } from 'react'
import styles from './CodeEditor.module.css'
import type { CodeMark, CodeView } from './code-view.ts'

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
 * stays and "undo" takes it back. Tab leaves it, as any field. Its code is large and is loaded when one is first shown.
 */
export function CodeEditor({ label, value, onChange, marks }: CodeEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<CodeView>(undefined)
  const latest = useRef({ value, onChange, marks })
  useEffect(() => {
    latest.current = { value, onChange, marks }
  }, [value, onChange, marks])
  useEffect(() => {
    const element = host.current!
    let isGone = false
    async function open(): Promise<void> {
      const { createCodeView } = await import('./code-view.ts')
      if (isGone) return
      const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
      const { value: first, marks: said } = latest.current
      view.current = createCodeView({ root, label, value: first, onChange: (next) => latest.current.onChange(next) })
      view.current.mark(said)
    }
    void open()
    return () => {
      isGone = true
      view.current?.destroy()
      view.current = undefined
    }
  }, [label])
  useEffect(() => view.current?.show(value), [value])
  useEffect(() => view.current?.mark(marks), [marks])
  return <div ref={host} dir="ltr" className={styles.editor} />
}
