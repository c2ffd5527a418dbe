import type { Token } from '../../../shared/model/token.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { SettingGroup } from '../../ui/SettingGroup.tsx'
import { changeSetup } from './setup-actions.ts'
import type { DiagnosisStore } from './store.ts'

const ANY = ''

type TokenRowProps = { readonly store: DiagnosisStore; readonly tokens: readonly Token[] }

/** Which token is looked at, where there are several to choose from. */
export function TokenRow({ store, tokens }: TokenRowProps) {
  const words = text().troubleshoot.start
  const chosen = useStore(store, (state) => state.setup.tokenId)
  if (tokens.length < 2) return null
  const options = [{ value: ANY, text: words.anyToken }, ...tokens.map(({ id, name }) => ({ value: id, text: name }))]
  return (
    <SettingGroup.Select
      title={words.token}
      description={words.tokenHint}
      options={options}
      value={chosen ?? ANY}
      onChange={(value) => changeSetup(store, { tokenId: tokens.find(({ id }) => id === value)?.id ?? null })}
    />
  )
}
