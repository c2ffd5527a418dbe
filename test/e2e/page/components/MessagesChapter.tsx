import { Button } from '../../../../renderer/ui/Button.tsx'
import { EmptyState } from '../../../../renderer/ui/EmptyState.tsx'
import { Notice, type Tone } from '../../../../renderer/ui/Notice.tsx'
import { ProgressBar } from '../../../../renderer/ui/ProgressBar.tsx'
import { StatusBadge, Tag } from '../../../../renderer/ui/StatusBadge.tsx'
import { Steps } from '../../../../renderer/ui/Steps.tsx'
import { Toast } from '../../../../renderer/ui/Toast.tsx'
import { Specimen } from './Specimen.tsx'

const TONES: readonly Tone[] = ['neutral', 'info', 'good', 'warn', 'bad']
const nothing = () => {}

/** What is said. */
export function MessagesChapter() {
  return (
    <>
      <Specimen name="Notice" variant="stack">
        {TONES.map((tone) => (
          <Notice key={tone} tone={tone} title={`A notice that is ${tone}`}>
            <p>It says what happened, and why.</p>
          </Notice>
        ))}
        <Notice tone="bad" title="The server token has expired" actions={<Button>Renew</Button>} onDismiss={nothing}>
          <p>Apple accepts it no longer.</p>
          <Notice.Quiet>An administrator of Apple Business Manager can repair this.</Notice.Quiet>
        </Notice>
      </Specimen>
      <Specimen name="StatusBadge">
        {TONES.map((tone) => (
          <StatusBadge key={tone} text={tone} icon="circle-dot" tone={tone} />
        ))}
        {TONES.map((tone) => (
          <StatusBadge key={tone} text={tone} icon="circle-dot" tone={tone} variant="plain" />
        ))}
        <Tag>Demo data</Tag>
      </Specimen>
      <Specimen name="ProgressBar" variant="stack">
        <ProgressBar label="Fetch Europe" fraction={null} detail="12,400 devices" />
        <ProgressBar label="Export" fraction={0.4} detail="400 of 1,000 devices" />
        <ProgressBar
          label="A very long name of a server that somebody found self-explanatory"
          fraction={1}
          detail="Done"
        />
      </Specimen>
      <Specimen name="Steps" variant="stack">
        <Steps label="First step" steps={['Name', 'Certificate', 'Portal', 'Token file']} current={0} />
        <Steps label="Third step" steps={['Name', 'Certificate', 'Portal', 'Token file']} current={2} />
      </Specimen>
      <Specimen name="EmptyState" variant="stack">
        <EmptyState
          icon="key"
          title="Connect your first token"
          actions={<Button variant="primary">Connect a token</Button>}
        >
          <p>Devices appear here after the first sync.</p>
        </EmptyState>
        <EmptyState icon="check-circle" title="Nothing needs you" />
      </Specimen>
      <Specimen name="Toast" variant="stack">
        <Toast text="The certificate is saved." onDismiss={nothing} />
        <Toast text="Not copied: the system refused the clipboard." isRefusal onDismiss={nothing} />
        <Toast text="Berlin was moved." action={{ label: 'Undo', onPress: nothing }} onDismiss={nothing} />
      </Specimen>
    </>
  )
}
