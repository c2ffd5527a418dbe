import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { formatCount } from '../../lib/format.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Copyable } from '../../ui/Copyable.tsx'
import { Notice } from '../../ui/Notice.tsx'
import * as actions from './actions.ts'
import type { ReportsStore } from './store.ts'

/** An export that is under way, was written or failed. */
export function WritingNotice({ store }: { readonly store: ReportsStore }) {
  const desk = useDesk()
  const writing = useStore(store, (state) => state.writing)
  const written = useStore(store, (state) => state.written)
  const failure = useStore(store, (state) => state.failure)
  const words = text().reports.place
  if (writing) {
    const { rows, total } = writing
    const title = total === null ? words.starting : words.writing(formatCount(rows), formatCount(total))
    return (
      <Notice
        tone="info"
        title={title}
        actions={<Button onPress={() => actions.cancelWriting(store)}>{words.cancel}</Button>}
      />
    )
  }
  if (failure) return <FailureNotice error={failure} onDismiss={() => store.setState({ failure: null })} />
  if (!written) return null
  return (
    <Notice
      tone="good"
      title={words.written(written.rows)}
      onDismiss={() => store.setState({ written: null })}
      actions={
        <Button icon="folder" onPress={() => void actions.revealWritten(store, desk)}>
          {words.show}
        </Button>
      }
    >
      <Copyable label={words.path} value={written.path} />
    </Notice>
  )
}
