import { useState } from 'react'
import { Button, IconButton, type ButtonProps } from '../../../../renderer/ui/Button.tsx'
import { Copyable, CopyButton } from '../../../../renderer/ui/Copyable.tsx'
import { Disclosure } from '../../../../renderer/ui/Disclosure.tsx'
import { Icon } from '../../../../renderer/ui/Icon.tsx'
import { KeyList } from '../../../../renderer/ui/Keys.tsx'
import { Link } from '../../../../renderer/ui/Link.tsx'
import { ActionMenu } from '../../../../renderer/ui/Menu.tsx'
import { Select } from '../../../../renderer/ui/Select.tsx'
import { Switch } from '../../../../renderer/ui/Switch.tsx'
import { SwitchLine } from '../../../../renderer/ui/SwitchLine.tsx'
import { Specimen } from './Specimen.tsx'

const VARIANTS: readonly NonNullable<ButtonProps['variant']>[] = ['primary', 'secondary', 'quiet', 'danger']
const nothing = () => {}

/** What is pressed. */
export function ControlsChapter() {
  return (
    <>
      {VARIANTS.map((variant) => (
        <Specimen key={variant} name={`Button ${variant}`}>
          <Button variant={variant}>Verify</Button>
          <Button variant={variant} icon="plus">
            Connect a token
          </Button>
          <Button variant={variant} isBusy>
            Verifying
          </Button>
          <Button variant={variant} isDisabled>
            Not now
          </Button>
        </Specimen>
      ))}
      <Specimen name="IconButton">
        <IconButton label="Close" icon="close" />
        <IconButton label="More" icon="more" />
        <IconButton label="Not now" icon="trash" isDisabled />
      </Specimen>
      <Specimen name="Link">
        <Link onPress={nothing}>1,204 devices</Link>
        <Link onPress={nothing} label="812,404 devices of Europe">
          812,404
        </Link>
      </Specimen>
      <MenuSpecimens />
      <Specimen name="Copyable">
        <Copyable label="serial number" value="F9FXK2Q1Q1GC" variant="code" />
        <Copyable label="file" value="/home/admin/Downloads/headquarters.pem" />
        <CopyButton value="text">Copy details</CopyButton>
      </Specimen>
      <Specimen name="Disclosure" variant="stack">
        <Disclosure title="What Apple answered">
          <p>Limits and addresses.</p>
        </Disclosure>
      </Specimen>
      <Specimen name="Icon">
        <Icon name="check" size="small" />
        <Icon name="check" />
        <Icon name="check" size="large" />
        <Icon name="sync" spins />
      </Specimen>
      <Specimen name="Keys" variant="stack">
        <KeyList
          title="Everywhere"
          lines={[
            { keys: ['Ctrl K'], text: 'Go to or do anything' },
            { keys: ['F6', '⇧ F6'], text: 'Next part of the window' },
          ]}
        />
      </Specimen>
    </>
  )
}

function MenuSpecimens() {
  const [family, setFamily] = useState<'all' | 'ipad'>('all')
  const [isOn, setIsOn] = useState(true)
  const actions = [
    { id: 'rename', text: 'Rename…', icon: 'pencil', onAction: nothing },
    { id: 'move', text: 'Not possible now', isDisabled: true, onAction: nothing },
    { id: 'remove', text: 'Remove…', icon: 'trash', variant: 'danger', onAction: nothing },
  ] as const
  return (
    <>
      <Specimen name="Select">
        <Select
          label="Family"
          value={family}
          onChange={setFamily}
          options={[
            { value: 'all', text: 'All families' },
            { value: 'ipad', text: 'iPad' },
          ]}
        />
        <Select
          label="Disabled"
          value="a"
          onChange={nothing}
          isDisabled
          options={[{ value: 'a', text: 'Every hour' }]}
        />
      </Specimen>
      <Specimen name="ActionMenu">
        <ActionMenu label="More for Europe" actions={actions} />
      </Specimen>
      <Specimen name="SwitchLine">
        <SwitchLine label="Remember" isOn={isOn} onChange={setIsOn} />
      </Specimen>
      <Specimen name="Switch">
        <Switch label="Start at login" isOn={isOn} onChange={setIsOn} />
        <Switch label="Off" isOn={false} onChange={nothing} />
        <Switch label="On, not now" isOn isDisabled onChange={nothing} />
        <Switch label="Off, not now" isOn={false} isDisabled onChange={nothing} />
      </Specimen>
    </>
  )
}
