import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Select } from '../../ui/Select.tsx'
import { canCompare, compare } from './actions.ts'
import { FileBox } from './FileBox.tsx'
import { History } from './History.tsx'
import styles from './Reconcile.module.css'
import type { ReconcileStore } from './store.ts'
import { WorkNotice } from './WorkNotice.tsx'

/** Two lists to compare, and what was compared before. */
export function StartView({ store }: { readonly store: ReconcileStore }) {
  const desk = useDesk()
  const against = useStore(store, (state) => state.against)
  const isReady = useStore(store, canCompare)
  const isBusy = useStore(store, (state) => state.work !== null)
  const words = text().reconcilePage.start
  return (
    <>
      <p className={styles.intro}>{words.intro}</p>
      <div className={styles.sides}>
        <Card title={words.portal}>
          <FileBox store={store} of="portal" hint={words.portalHow} />
        </Card>
        <Card
          title={words.console}
          actions={
            <Select
              label={words.against}
              options={[
                { value: 'records', text: words.records },
                { value: 'file', text: words.file },
              ]}
              value={against}
              onChange={(chosen) => store.setState({ against: chosen })}
            />
          }
        >
          {against === 'records' ? (
            <p className={styles.quiet}>{words.recordsHow}</p>
          ) : (
            <FileBox store={store} of="console" hint={words.consoleHow} />
          )}
        </Card>
      </div>
      <WorkNotice store={store} kind="compare" />
      {!isBusy && (
        <div className={styles.actions}>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void compare(store, desk)}>
            {words.compare}
          </Button>
          {!isReady && <span className={styles.quiet}>{words.needsPortal}</span>}
        </div>
      )}
      <History store={store} />
    </>
  )
}
