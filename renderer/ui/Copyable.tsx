import { Fragment, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Button } from './Button.tsx'
import styles from './Copyable.module.css'
import { classNames } from './class-names.ts'
import { useCopy } from './copy.ts'
import { withHint } from './hint.ts'
import { Icon } from './Icon.tsx'
import { useUiWords } from './words.ts'

export type CopyableProps = {
  /** What the value is, for the button's name: "serial number". */
  readonly label: string
  readonly value: string
  /** `code` for identifiers, compared character by character. */
  readonly variant?: 'text' | 'code'
}

/** A value and the button that copies it. */
export function Copyable({ label, value, variant = 'text' }: CopyableProps) {
  const words = useUiWords()
  const { isCopied, copy } = useCopy(value)
  const name = isCopied ? words.copiedLabel(label) : words.copy(label)
  return (
    <span className={styles.copyable}>
      <bdi className={classNames(styles.value, variant === 'code' && styles.code)}>{withBreaks(value)}</bdi>
      <AriaButton className={styles.button!} aria-label={name} render={withHint(name)} onPress={copy}>
        <Icon name={isCopied ? 'check' : 'copy'} size="small" />
      </AriaButton>
    </span>
  )
}

/** A line breaks after a slash or an at sign before it breaks inside a name. */
function withBreaks(value: string): ReactNode {
  return value.split(/(?<=[/@\\])/).map((part, place) => (
    // oxlint-disable-next-line react/no-array-index-key -- Parts of one text, which has no other order.
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {part}
    </Fragment>
  ))
}

export type CopyButtonProps = { readonly value: string; readonly children: ReactNode }

/** Copies something too long to be shown beside its button. */
export function CopyButton({ value, children }: CopyButtonProps) {
  const words = useUiWords()
  const { isCopied, copy } = useCopy(value)
  return (
    <Button icon={isCopied ? 'check' : 'copy'} onPress={copy}>
      {isCopied ? words.copied : children}
    </Button>
  )
}
