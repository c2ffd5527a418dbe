import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { CopyButton } from '../ui/Copyable.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './Frame.module.css'

type Broken = { readonly ref: string; readonly details: string }
type ErrorBoundaryState = { readonly broken: Broken | null }

/** Catches a fault of ours while drawing: says so, with a reference to quote, and offers to go on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { broken: null }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    const ref = crypto.randomUUID().slice(0, 8)
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { broken: { ref, details: `Reference ${ref}\n${details}` } }
  }

  override render() {
    const { broken } = this.state
    if (broken === null) return this.props.children
    return (
      <div className={styles.broken}>
        <Notice
          tone="bad"
          title="This part of ADE Desk has stopped"
          actions={
            <>
              <Button onPress={() => this.setState({ broken: null })}>Try again</Button>
              <CopyButton value={broken.details}>Copy details</CopyButton>
            </>
          }
        >
          <p>It is a fault of the program, not of your data, and nothing was lost. Running work goes on.</p>
          <p>Quote the reference {broken.ref} when you report it.</p>
        </Notice>
      </div>
    )
  }
}
