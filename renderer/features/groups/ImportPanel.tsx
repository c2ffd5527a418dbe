import type { TreeFile } from '../../../shared/contract/groups.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { DropZone } from '../../ui/DropZone.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { previewChange } from './change-actions.ts'
import styles from './Groups.module.css'
import { endImport, readTreeFile, startImport } from './import-actions.ts'
import { AcceptedRows, RejectedRows } from './ImportRows.tsx'
import type { GroupsStore } from './store.ts'

/** A tree from a file: what is taken and what is not is told row by row, then it is previewed like any change. */
export function ImportPanel({ store }: { readonly store: GroupsStore }) {
  const desk = useDesk()
  const importing = useStore(store, (state) => state.importing)
  const { imports } = text().groups
  if (importing === null) return null
  const { file, fileName } = importing
  return (
    <section className={styles.panel} aria-label={imports.title}>
      <div className={styles.panelBody}>
        <header className={styles.headLine}>
          <h2 className={styles.headName}>{imports.title}</h2>
          <IconButton label={imports.close} icon="close" onPress={() => endImport(store)} />
        </header>
        {file.status === 'ready' ? (
          <ReadFile store={store} fileName={fileName ?? ''} file={file.value} />
        ) : (
          <>
            {file.status === 'failed' && <FailureNotice error={file.error} />}
            <DropZone
              title={file.status === 'loading' ? imports.reading : imports.drop}
              buttonLabel={imports.choose}
              acceptedTypes={['.csv', '.txt', 'text/csv']}
              isDisabled={file.status === 'loading'}
              onFile={(dropped) => void readTreeFile(store, desk, dropped)}
            >
              <p className={styles.quiet}>{imports.dropHint}</p>
              <pre className={styles.example}>{imports.example}</pre>
            </DropZone>
          </>
        )}
      </div>
    </section>
  )
}

type ReadFileProps = { readonly store: GroupsStore; readonly fileName: string; readonly file: TreeFile }

function ReadFile({ store, fileName, file: { rows, rejected } }: ReadFileProps) {
  const desk = useDesk()
  const { imports } = text().groups
  return (
    <>
      <Notice tone={rows.length === 0 ? 'bad' : rejected.length > 0 ? 'warn' : 'good'} title={fileName}>
        <p>{rows.length === 0 ? imports.nothing : imports.read(rows.length, rejected.length)}</p>
      </Notice>
      <div className={styles.draftActions}>
        <Button
          variant="primary"
          isDisabled={rows.length === 0}
          onPress={() => void previewChange(store, desk, { kind: 'import', rows: [...rows] })}
        >
          {imports.preview}
        </Button>
        <Button onPress={() => startImport(store)}>{imports.other}</Button>
      </div>
      {rejected.length > 0 && <RejectedRows rejected={rejected} />}
      {rows.length > 0 && <AcceptedRows rows={rows} />}
    </>
  )
}
