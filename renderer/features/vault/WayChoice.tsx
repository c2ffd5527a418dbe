import { text } from '../../lib/text.ts'
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx'
import { NewPassphrase, type NewPassphraseProps } from './NewPassphrase.tsx'

export type Way = 'system' | 'passphrase'

export type WayChoiceProps = {
  readonly hasSystemKeyStore: boolean
  readonly way: Way
  readonly onWay: (way: Way) => void
  readonly fields: Omit<NewPassphraseProps, 'labels' | 'autoFocus'>
  readonly autoFocus?: boolean
}

/** How a new vault opens: by the operating system where it can, or by a passphrase. */
export function WayChoice({ hasSystemKeyStore, way, onWay, fields, autoFocus = false }: WayChoiceProps) {
  const { make, fields: labels } = text().vault
  const choices = [
    { value: 'system', title: make.system, detail: make.systemDetail },
    { value: 'passphrase', title: make.passphrase, detail: make.passphraseDetail },
  ] as const
  return (
    <>
      {hasSystemKeyStore && <ChoiceGroup label={make.way} choices={choices} value={way} onChange={onWay} />}
      {way === 'passphrase' && (
        <NewPassphrase labels={{ first: labels.passphrase, again: labels.again }} {...fields} autoFocus={autoFocus} />
      )}
    </>
  )
}
