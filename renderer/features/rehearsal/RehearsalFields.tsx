import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioLine } from '../../ui/RadioLine.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { changeForm, planRehearsal } from './actions.ts'
import { wrongFields } from './form.ts'
import styles from './Rehearsal.module.css'
import type { RehearsalStore } from './store.ts'

/** Which server, and which device is played. */
export function RehearsalFields({ store }: { readonly store: RehearsalStore }) {
  const desk = useDesk()
  const words = text().troubleshoot.rehearsal
  const { form, profiles, plan, run } = useStore(store)
  const wrong = wrongFields(form)
  const error = (field: 'product' | 'osVersion', hint: string) => (wrong.includes(field) ? { error: hint } : {})
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void planRehearsal(store, desk)
      }}
    >
      <RadioLine
        label={words.target}
        options={(['profile', 'url'] as const).map((value) => ({
          value,
          text: words.kinds[value],
          isDisabled: value === 'profile' && profiles.length === 0,
        }))}
        value={form.kind}
        onChange={(kind) => changeForm(store, { kind })}
      />
      {form.kind === 'url' ? (
        <TextField
          label={words.url}
          description={profiles.length === 0 ? words.noProfiles : words.urlHint}
          value={form.url}
          onChange={(url) => changeForm(store, { url })}
          maxLength={2000}
        />
      ) : (
        <Select
          label={words.profile}
          options={profiles.map(({ id, name }) => ({ value: id, text: name }))}
          value={form.profile}
          onChange={(profile) => changeForm(store, { profile })}
        />
      )}
      <div className={styles.device}>
        <TextField
          label={words.serial}
          description={words.serialHint}
          value={form.serial}
          onChange={(serial) => changeForm(store, { serial })}
          maxLength={64}
        />
        <TextField
          label={words.product}
          description={words.productHint}
          {...error('product', words.productHint)}
          value={form.product}
          onChange={(product) => changeForm(store, { product })}
          maxLength={60}
        />
        <TextField
          label={words.osVersion}
          description={words.osHint}
          {...error('osVersion', words.osHint)}
          value={form.osVersion}
          onChange={(osVersion) => changeForm(store, { osVersion })}
          maxLength={20}
        />
      </div>
      {plan.status !== 'ready' && (
        <div>
          <Button
            variant="primary"
            type="submit"
            isBusy={plan.status === 'loading'}
            isDisabled={wrong.length > 0 || run !== null}
          >
            {words.plan}
          </Button>
        </div>
      )}
    </form>
  )
}
