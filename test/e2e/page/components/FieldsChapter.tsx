import { useState } from 'react'
import { CheckList } from '../../../../renderer/ui/CheckList.tsx'
import { ChoiceGroup } from '../../../../renderer/ui/ChoiceGroup.tsx'
import { CodeEditor } from '../../../../renderer/ui/CodeEditor.tsx'
import { ComboField } from '../../../../renderer/ui/ComboField.tsx'
import { DropZone } from '../../../../renderer/ui/DropZone.tsx'
import { FileButton } from '../../../../renderer/ui/FileButton.tsx'
import { RadioLine } from '../../../../renderer/ui/RadioLine.tsx'
import { RadioList } from '../../../../renderer/ui/RadioList.tsx'
import { SearchField } from '../../../../renderer/ui/SearchField.tsx'
import { SelectField } from '../../../../renderer/ui/SelectField.tsx'
import { TextArea } from '../../../../renderer/ui/TextArea.tsx'
import { TextField } from '../../../../renderer/ui/TextField.tsx'
import { ToggleTile } from '../../../../renderer/ui/ToggleTile.tsx'
import { Specimen } from './Specimen.tsx'

const nothing = () => {}

/** What is filled in. */
export function FieldsChapter() {
  const [name, setName] = useState('Europe')
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState<'os' | 'passphrase'>('os')
  const [setting, setSetting] = useState<'inherit' | 'override'>('inherit')
  const [hosts, setHosts] = useState<readonly ('setup' | 'push' | 'apps')[]>(['setup', 'push'])
  const [problem, setProblem] = useState<'prompt' | 'profile'>('prompt')
  const [below, setBelow] = useState<'any' | 'inherit'>('any')
  const [type, setType] = useState('Container')
  const [notes, setNotes] = useState('For the shops in the south.')
  const [code, setCode] = useState('{\n  "url": "",\n  "is_supervised": true\n}\n')
  const [isShown, setIsShown] = useState(true)
  return (
    <>
      <Specimen name="TextField" variant="stack">
        <TextField label="Name" value={name} onChange={setName} description="As it stands in the portal." />
        <TextField label="Empty" value="" onChange={nothing} />
        <TextField
          label="Passphrase"
          kind="password"
          value="secret"
          onChange={nothing}
          error="It needs at least 8 characters."
        />
        <TextField label="Not now" value="Fixed" onChange={nothing} isDisabled />
      </Specimen>
      <Specimen name="SearchField" variant="stack">
        <SearchField
          label="Search devices"
          placeholder="Serial, asset tag, model"
          value={search}
          onSearch={setSearch}
        />
        <SearchField label="Search with text" placeholder="Serial" value="F9FXK" onSearch={nothing} />
      </Specimen>
      <Specimen name="ComboField" variant="stack">
        <ComboField
          label="Type"
          value={type}
          onChange={setType}
          allowsOther
          description="Others may be typed in."
          options={['Container', 'Customer', 'Region'].map((value) => ({ value, text: value }))}
        />
        <ComboField
          label="Not now"
          value="Customer"
          onChange={nothing}
          isDisabled
          options={[{ value: 'Customer', text: 'Customer' }]}
        />
      </Specimen>
      <Specimen name="ChoiceGroup" variant="stack">
        <ChoiceGroup
          label="How is the vault opened?"
          value={kind}
          onChange={setKind}
          choices={[
            { value: 'os', title: 'By this computer', detail: 'The system’s key store opens it when you sign in.' },
            { value: 'passphrase', title: 'With a passphrase', detail: 'You type it at each start.' },
          ]}
        />
      </Specimen>
      <Specimen name="CheckList" variant="stack">
        <CheckList
          label="Hosts of Apple"
          items={[
            { value: 'setup', text: 'Device setup' },
            { value: 'push', text: 'Push notifications' },
            { value: 'apps', text: 'Apps and content' },
          ]}
          chosen={hosts}
          onChange={setHosts}
        />
      </Specimen>
      <Specimen name="RadioList" variant="stack">
        <RadioList
          label="What is wrong?"
          options={[
            { value: 'prompt', title: 'The device does not ask', detail: 'Remote Management never appears.' },
            { value: 'profile', title: 'Invalid Profile', detail: 'It appears, then the profile is refused.' },
          ]}
          value={problem}
          onChange={setProblem}
        />
      </Specimen>
      <Specimen name="RadioLine" variant="stack">
        <RadioLine
          label="Setting"
          value={setting}
          onChange={setSetting}
          options={[
            { value: 'inherit', text: 'Inherit' },
            { value: 'override', text: 'Override' },
          ]}
        />
        <RadioLine
          label="Forbidden from above"
          value="inherit"
          onChange={nothing}
          options={[
            { value: 'inherit', text: 'Inherit' },
            { value: 'override', text: 'Override', isDisabled: true },
          ]}
        />
      </Specimen>
      <Specimen name="SelectField" variant="stack">
        <SelectField
          label="Groups below"
          description="They may set their own value."
          value={below}
          onChange={setBelow}
          options={[
            { value: 'any', text: 'Inherit or override' },
            { value: 'inherit', text: 'Inherit only' },
          ]}
        />
      </Specimen>
      <Specimen name="TextArea" variant="stack">
        <TextArea label="Notes" value={notes} onChange={setNotes} description="Never sent." />
        <TextArea label="Empty" value="" onChange={nothing} />
      </Specimen>
      <Specimen name="CodeEditor" variant="stack">
        <CodeEditor
          label="Profile as JSON"
          value={code}
          onChange={setCode}
          marks={[
            { from: 4, to: 13, level: 'error', code: 'CONFIG_URL_INVALID', message: 'An empty text is refused.' },
            { from: 17, to: 38, level: 'warning', code: 'ADVICE', message: 'Supervision cannot be taken back.' },
          ]}
        />
      </Specimen>
      <Specimen name="ToggleTile">
        <ToggleTile
          title="Siri"
          detail={isShown ? 'Shown' : 'Skipped'}
          icon={isShown ? 'check-circle' : 'circle-slash'}
          look={isShown ? 'full' : 'hollow'}
          isSelected={isShown}
          onChange={() => setIsShown(!isShown)}
          number={1}
        />
        <ToggleTile
          title="Location Services"
          detail="Skipped"
          icon="circle-slash"
          look="hollow"
          isSelected={false}
          onChange={nothing}
          number={3}
        />
        <ToggleTile
          title="Keyboard"
          detail="May appear anyway"
          icon="circle-help"
          look="striped"
          isSelected={false}
          onChange={nothing}
          number={2}
        />
      </Specimen>
      <Specimen name="FileButton">
        <FileButton onFile={nothing}>Add certificates…</FileButton>
        <FileButton onFile={nothing} isDisabled>
          Not now
        </FileButton>
      </Specimen>
      <Specimen name="DropZone" variant="stack">
        <DropZone
          title="Drop the token file here"
          buttonLabel="Choose the file"
          acceptedTypes={['.p7m']}
          onFile={nothing}
        >
          <p>It ends in .p7m.</p>
        </DropZone>
        <DropZone title="Not now" buttonLabel="Choose the file" acceptedTypes={['.p7m']} onFile={nothing} isDisabled />
      </Specimen>
    </>
  )
}
