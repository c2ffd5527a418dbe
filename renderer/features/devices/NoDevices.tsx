import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

export type NoDevicesProps = {
  readonly isFiltered: boolean
  readonly hasTokens: boolean
  readonly onClear: () => void
  readonly onShowTokens: () => void
}

export function NoDevices({ isFiltered, hasTokens, onClear, onShowTokens }: NoDevicesProps) {
  const words = text().devices.empty
  if (isFiltered) {
    return (
      <EmptyState icon="search" title={words.noMatch} actions={<Button onPress={onClear}>{words.clear}</Button>}>
        <p>{words.noMatchText}</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="laptop"
      title={words.none}
      actions={
        <Button variant="primary" onPress={onShowTokens}>
          {words.toTokens}
        </Button>
      }
    >
      <p>{hasTokens ? words.noneSynced : words.noneConnected}</p>
    </EmptyState>
  )
}
