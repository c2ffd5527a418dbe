import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { valueOr } from '../../lib/remote.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { SettingGroup } from '../../ui/SettingGroup.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { SpokenOnly } from '../../ui/SpokenOnly.tsx'
import styles from './Profiles.module.css'
import type { NamedToken, OpenProfile, ProfilesStore } from './store.ts'
import { setDefault, updateDevices } from './version-actions.ts'

export type TokenLinesProps = {
  readonly store: ProfilesStore
  readonly opened: OpenProfile
  readonly tokens: readonly NamedToken[]
}

/** Per token: what is newest there, whether new devices get it, and the way to give it to those that have an older one. */
export function TokenLines({ store, opened, tokens }: TokenLinesProps) {
  const error = useStore(store, (state) => state.defaultError)
  const words = text().profiles.tokens
  return (
    <SettingGroup title={words.title} description={words.hint}>
      {tokens.length === 0 && (
        <SettingGroup.Block>
          <p className={styles.quiet}>{words.none}</p>
        </SettingGroup.Block>
      )}
      {tokens.map((token) => (
        <TokenLine key={token.id} store={store} opened={opened} token={token} />
      ))}
      {error && (
        <SettingGroup.Block>
          <FailureNotice error={error} onDismiss={() => store.setState({ defaultError: null })} />
        </SettingGroup.Block>
      )}
    </SettingGroup>
  )
}

type TokenLineProps = Pick<TokenLinesProps, 'store' | 'opened'> & { readonly token: NamedToken }

function TokenLine({ store, opened, token: { name } }: TokenLineProps) {
  const desk = useDesk()
  const isUpdating = useStore(store, ({ update }) => update?.work.status === 'loading')
  const other = useStore(store, ({ profiles }) =>
    valueOr(profiles, []).find(({ defaultOf }) => defaultOf.includes(name)),
  )
  const words = text().profiles.tokens
  const { versions, id } = opened.saved
  const own = versions.filter(({ token }) => token === name)
  const newest = own.find(({ state }) => state === 'published')
  const older = own.reduce((sum, version) => (version === newest ? sum : sum + version.deviceCount), 0)
  const isDefault = other?.id === id
  const said = [
    newest ? words.newest(newest.version, newest.deviceCount) : words.notPublished,
    older > 0 ? words.older(older) : '',
    isDefault ? words.thisDefault : other ? words.otherDefault(other.name) : words.noDefault,
  ]
  return (
    <SettingGroup.Row
      title={name}
      description={said.filter(Boolean).join(' · ')}
      control={
        <div className={styles.choices}>
          {newest && (
            <Button isDisabled={isUpdating} onPress={() => void updateDevices(store, desk, name)}>
              {words.update}
              <SpokenOnly> {name}</SpokenOnly>
            </Button>
          )}
          <span className={styles.quiet} aria-hidden>
            {words.default}
          </span>
          <Switch
            label={words.isDefault(name)}
            isOn={isDefault}
            onChange={(isOn) => void setDefault(store, desk, { token: name, isDefault: isOn })}
          />
        </div>
      }
    />
  )
}
