import { useEffect } from 'react'
import type { Serial } from '../../../shared/model/ids.ts'
import type { Place } from '../../../shared/model/places.ts'
import type { Token } from '../../../shared/model/token.ts'
import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import { loadHistory } from './actions.ts'
import { BatchPanel } from './BatchPanel.tsx'
import { HistoryTable } from './HistoryTable.tsx'
import { OpenedDiagnosis } from './OpenedDiagnosis.tsx'
import { StartForm } from './StartForm.tsx'
import type { DiagnosisStore } from './store.ts'
import styles from './Diagnosis.module.css'
import { openBook } from './words.ts'

export type DiagnosisPartProps = {
  readonly store: DiagnosisStore
  readonly tokens: readonly Token[]
  readonly onShowPlace: (place: Place) => void
  readonly onShowDevice: (serial: string) => void
  readonly onChooseDevices: (serials: readonly Serial[]) => void
}

/** Choosing a problem, several devices at once, or one diagnosis. */
export function DiagnosisPart({ store, tokens, onChooseDevices, ...ways }: DiagnosisPartProps) {
  const desk = useDesk()
  const opened = useStore(store, (state) => state.opened)
  const batch = useStore(store, (state) => state.batch)
  const hasWords = useStore(store, (state) => state.hasWords)
  useEffect(() => {
    void openBook(store)
    void loadHistory(store, desk)
  }, [store, desk])
  if (!hasWords) return null
  if (opened) return <OpenedDiagnosis store={store} opened={opened} {...ways} />
  if (batch) return <BatchPanel store={store} batch={batch} tokens={tokens} onChooseDevices={onChooseDevices} />
  return (
    <div className={styles.beginning}>
      <StartForm store={store} tokens={tokens} />
      <HistoryTable store={store} />
    </div>
  )
}
