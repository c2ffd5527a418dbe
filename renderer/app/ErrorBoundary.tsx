import { Component, type ReactNode } from 'react'
import { text } from '../lib/text.ts'
import { Button } from '../ui/Button.tsx'
import { CopyButton } from '../ui/Copyable.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SpokenOnly } from '../ui/SpokenOnly.tsx'
import { describeFault, type Fault } from './faults.ts'
import styles from './Frame.module.css'

type ErrorBoundaryProps = { readonly children: ReactNode; readonly onFault: (fault: Fault) => void }
type ErrorBoundaryState = { readonly fault: Fault | null }

/** Catches a fault of ours while drawing: says so, with a reference to quote, and offers to go on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { fault: null }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { fault: describeFault(error) }
  }

  override componentDidCatch(): void {
    if (this.state.fault) this.props.onFault(this.state.fault)
  }

  override render() {
    const { fault } = this.state
    if (fault === null) return this.props.children
    const words = text().frame.broken
    return (
      <div className={styles.broken}>
        <h1>
          <SpokenOnly>{words.title}</SpokenOnly>
        </h1>
        <Notice
          tone="bad"
          title={words.title}
          actions={
            <>
              <Button onPress={() => this.setState({ fault: null })}>{text().common.retry}</Button>
              <CopyButton value={words.details(fault.ref, fault.details)}>{words.copy}</CopyButton>
            </>
          }
        >
          <p>{words.why}</p>
          <p>{words.quote(fault.ref)}</p>
        </Notice>
      </div>
    )
  }
}
