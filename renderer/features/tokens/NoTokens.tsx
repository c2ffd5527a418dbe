import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

export function NoTokens({ onConnect }: { readonly onConnect: () => void }) {
  const { none, connect } = text().tokens
  return (
    <EmptyState
      icon="key"
      title={none.title}
      actions={
        <Button variant="primary" icon="plus" onPress={onConnect}>
          {connect}
        </Button>
      }
    >
      <p>{none.what}</p>
      <p>{none.who}</p>
    </EmptyState>
  )
}
