import { MAX_HANDED_BYTES } from '../../../shared/contract/files.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatBytes } from '../../lib/format-bytes.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button, IconButton } from '../../ui/Button.tsx'
import { DropZone } from '../../ui/DropZone.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import * as actions from './file-actions.ts'
import { FileReading } from './FileReading.tsx'
import styles from './Reconcile.module.css'
import type { FileRole, GivenFile, ReconcileStore } from './store.ts'

const ACCEPTED = ['.csv', '.txt', '.tsv', '.xlsx', 'text/csv']

export type FileBoxProps = { readonly store: ReconcileStore; readonly of: FileRole; readonly hint: string }

/** A place for one file: empty, under way, or read with what was found in it. */
export function FileBox({ store, of: role, hint }: FileBoxProps) {
  const desk = useDesk()
  const file = useStore(store, (state) => state.files[role])
  const words = text().imports.file
  if (file === null || file.isTooLarge) {
    return (
      <>
        {file && <TooLarge onChoose={() => void actions.chooseFile(store, desk, role)} />}
        <DropZone
          title={words.drop}
          buttonLabel={words.choose}
          acceptedTypes={ACCEPTED}
          onFile={(given) => void actions.giveFile(store, desk, role, given)}
        >
          <p className={styles.quiet}>{hint}</p>
          <p className={styles.quiet}>{words.formats}</p>
        </DropZone>
      </>
    )
  }
  return <Given store={store} of={role} file={file} />
}

function TooLarge({ onChoose }: { readonly onChoose: () => void }) {
  const words = text().imports.file
  return (
    <Notice tone="warn" title={words.tooLarge} actions={<Button onPress={onChoose}>{words.system}</Button>}>
      <p>{words.tooLargeWhy(formatBytes(MAX_HANDED_BYTES))}</p>
    </Notice>
  )
}

type GivenProps = { readonly store: ReconcileStore; readonly of: FileRole; readonly file: GivenFile }

function Given({ store, of: role, file }: GivenProps) {
  const words = text().imports.file
  const { name, preview, last, path, fraction } = file
  return (
    <div className={styles.given}>
      <header className={styles.givenHead}>
        <strong className={styles.fileName} title={name}>
          <bdi>{name}</bdi>
        </strong>
        <IconButton label={words.remove(name)} icon="close" onPress={() => actions.removeFile(store, role)} />
      </header>
      {preview.status === 'loading' && (
        <ProgressBar label={path === null ? words.handing : words.reading(name)} fraction={fraction} />
      )}
      {preview.status === 'failed' && <FailureNotice error={preview.error} />}
      {last && <FileReading store={store} of={role} file={file} preview={last} />}
    </div>
  )
}
