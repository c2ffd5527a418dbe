import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

export function NoTokens({ onConnect }: { readonly onConnect: () => void }) {
  return (
    <EmptyState
      icon="key"
      title="Connect your first token"
      actions={
        <Button variant="primary" icon="plus" onPress={onConnect}>
          Connect a token
        </Button>
      }
    >
      <p>
        A server token lets ADE Desk ask Apple which devices belong to your organization. You make a key pair here, give
        its certificate to Apple Business Manager or School Manager, and bring back the token file.
      </p>
      <p>It takes about five minutes. You need the role Administrator or Device Enrollment Manager in the portal.</p>
    </EmptyState>
  )
}
