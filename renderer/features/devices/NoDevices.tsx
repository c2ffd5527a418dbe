import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

export type NoDevicesProps = {
  readonly isFiltered: boolean
  readonly hasTokens: boolean
  readonly onClear: () => void
  readonly onShowTokens: () => void
}

export function NoDevices({ isFiltered, hasTokens, onClear, onShowTokens }: NoDevicesProps) {
  if (isFiltered) {
    return (
      <EmptyState
        icon="search"
        title="No device matches"
        actions={<Button onPress={onClear}>Clear the filters</Button>}
      >
        <p>
          A serial number that is missing here was never reported by Apple: check in the portal that it is assigned to
          one of your servers, then sync.
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon="laptop"
      title="No devices yet"
      actions={
        <Button variant="primary" onPress={onShowTokens}>
          Go to Tokens
        </Button>
      }
    >
      <p>
        {hasTokens
          ? 'Sync a token to read its devices. Devices have to be assigned to its server in the portal first.'
          : 'Connect a token; its devices appear here after the first sync.'}
      </p>
    </EmptyState>
  )
}
