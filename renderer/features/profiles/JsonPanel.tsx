import { useMemo } from 'react'
import { useDesk } from '../../lib/desk.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { CodeEditor, type CodeMark } from '../../ui/CodeEditor.tsx'
import { CopyButton } from '../../ui/Copyable.tsx'
import { editDraft } from './draft-actions.ts'
import { exportText } from './export-actions.ts'
import { allFindings, placeFindings } from './finding-places.ts'
import { findingText } from './Findings.tsx'
import { findSyntaxError } from './json-syntax.ts'
import styles from './Profiles.module.css'
import type { OpenProfile, ProfilesStore } from './store.ts'
import { syntaxText } from './syntax-text.ts'

/** The profile as Apple gets it, with every finding where it stands. */
export function JsonPanel({ store, opened }: { readonly store: ProfilesStore; readonly opened: OpenProfile }) {
  const desk = useDesk()
  const words = text().profiles.editor
  const { check, draft } = opened
  const broken = useMemo(() => findSyntaxError(draft.text), [draft.text])
  const marks = useMemo((): readonly CodeMark[] => {
    if (broken) return [{ ...broken, level: 'error', code: words.codeTitle, message: syntaxText(broken) }]
    return placeFindings(draft.text, allFindings(check)).map(({ from, to, finding }) => ({
      from,
      to,
      level: finding.level,
      code: finding.code,
      message: findingText(finding),
    }))
  }, [draft.text, check, broken, words])
  const exportNow = () => void exportText(store, desk, { name: opened.saved.name, written: draft.text })
  return (
    <section className={styles.json} aria-label={words.codeTitle}>
      <header className={styles.jsonHead}>
        <h2 className={styles.groupTitle}>{words.codeTitle}</h2>
        <div className={styles.choices}>
          <CopyButton value={draft.text}>{words.copy}</CopyButton>
          <Button icon="download" onPress={exportNow}>
            {words.export}
          </Button>
        </div>
      </header>
      <p className={styles.hint}>{words.codeHint}</p>
      <CodeEditor
        label={words.code}
        value={draft.text}
        onChange={(typed) => editDraft(store, desk, { text: typed })}
        marks={marks}
      />
      <p className={styles.hint} role="status">
        {broken
          ? syntaxText(broken)
          : check && words.findings(check.errors.length, check.warnings.length, check.advice.length)}
      </p>
    </section>
  )
}
