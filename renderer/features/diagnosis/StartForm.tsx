import type { Token } from '../../../shared/model/token.ts'
import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import { language, text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { ComboField } from '../../ui/ComboField.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { RadioList } from '../../ui/RadioList.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SettingGroup } from '../../ui/SettingGroup.tsx'
import { startDiagnosis } from './actions.ts'
import styles from './Diagnosis.module.css'
import { TokenRow } from './TokenRow.tsx'
import { findProblems, looksPasted, problemsOf, readingText, type Problem } from './problems.ts'
import { changeSetup, searchProblems, typeSerial } from './setup-actions.ts'
import type { DiagnosisStore } from './store.ts'

/** What is wrong, and with which device. */
export function StartForm({ store, tokens }: { readonly store: DiagnosisStore; readonly tokens: readonly Token[] }) {
  const desk = useDesk()
  const words = text().troubleshoot.start
  const { setup, suggestions, reading } = useStore(store)
  const isPasted = looksPasted(setup.search)
  const narrowed = findProblems(isPasted ? '' : setup.search)
  return (
    <form
      className={styles.start}
      onSubmit={(event) => {
        event.preventDefault()
        void startDiagnosis(store, desk)
      }}
    >
      <ComboField
        label={words.device}
        description={words.deviceHint}
        options={suggestions}
        value={setup.serial}
        onChange={(serial) => void typeSerial(store, desk, serial)}
        allowsOther
        maxLength={64}
      />
      <div className={styles.problems}>
        <h2>{words.problem}</h2>
        <SearchField
          label={words.search}
          placeholder={words.searchHint}
          value={setup.search}
          onSearch={(search) => void searchProblems(store, desk, search)}
        />
        {isPasted && (
          <Recognised
            name={readingText(reading, language.getState().language)}
            problems={problemsOf(reading)}
            onChoose={(tree) => changeSetup(store, { tree, search: '' })}
          />
        )}
        {narrowed.length === 0 ? (
          <p className={styles.quiet}>{words.noProblem(setup.search)}</p>
        ) : (
          <RadioList
            label={words.problem}
            options={narrowed.map(({ tree, title, symptom }) => ({ value: tree, title, detail: symptom }))}
            value={setup.tree}
            onChange={(tree) => changeSetup(store, { tree })}
          />
        )}
      </div>
      <Options store={store} tokens={tokens} />
      <div className={styles.options}>
        <Button variant="primary" type="submit" isDisabled={narrowed.length === 0}>
          {words.run}
        </Button>
        <span className={styles.quiet}>{words.costs}</span>
      </div>
    </form>
  )
}

type RecognisedProps = {
  readonly name: string | null
  readonly problems: readonly Problem[]
  readonly onChoose: (tree: string) => void
}

/** What a pasted text speaks of, and the problem that looks into it. */
function Recognised({ name, problems, onChoose }: RecognisedProps) {
  const words = text().troubleshoot.paste
  if (name === null) return <Notice tone="neutral" title={words.nothing} />
  return (
    <Notice
      tone="info"
      title={words.recognised(name)}
      actions={problems.map(({ tree, title }) => (
        <Button key={tree} onPress={() => onChoose(tree)}>
          {words.choose(title)}
        </Button>
      ))}
    />
  )
}

function Options({ store, tokens }: { readonly store: DiagnosisStore; readonly tokens: readonly Token[] }) {
  const words = text().troubleshoot.start
  const { isOffline, rehearses } = useStore(store, (state) => state.setup)
  return (
    <div className={styles.rows}>
      <TokenRow store={store} tokens={tokens} />
      <SettingGroup.Switch
        title={words.offline}
        description={words.offlineHint}
        isOn={isOffline}
        onChange={(isOn) => changeSetup(store, { isOffline: isOn })}
      />
      <SettingGroup.Switch
        title={words.rehearse}
        description={words.rehearseHint}
        isOn={rehearses && !isOffline}
        isDisabled={isOffline}
        onChange={(isOn) => changeSetup(store, { rehearses: isOn })}
      />
    </div>
  )
}
