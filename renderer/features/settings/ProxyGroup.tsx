import { useState, type FormEvent } from 'react'
import type { NetworkInUse, Settings } from '../../../shared/model/settings.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { forgetTask } from '../../lib/tasks.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { SettingGroup } from '../../ui/SettingGroup.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { changeSettings } from './actions.ts'
import { proxyProblem, refusalProblem, toChange, toProxyForm, type ProxyForm } from './proxy-form.ts'
import styles from './Settings.module.css'
import type { SettingsStore } from './store.ts'

export function ProxyGroup({ store, settings }: { readonly store: SettingsStore; readonly settings: Settings }) {
  const desk = useDesk()
  const { network, tasks } = useStore(store)
  const [draft, setDraft] = useState<ProxyForm | null>(null)
  const [isTried, setIsTried] = useState(false)
  const words = text().settings.network
  const saved = toProxyForm(settings)
  const form = draft ?? saved
  const failure = tasks.proxy?.status === 'failed' ? tasks.proxy.error : null
  const refused = refusalProblem(failure)
  const isRefusedInForm = refused.address !== undefined || refused.password !== undefined
  const problem = isRefusedInForm ? refused : isTried ? proxyProblem(form) : {}

  const change = (part: Partial<ProxyForm>) => {
    forgetTask(store, 'proxy')
    setDraft({ ...form, ...part })
  }
  const discard = () => {
    forgetTask(store, 'proxy')
    setIsTried(false)
    setDraft(null)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setIsTried(true)
    const { address, password } = proxyProblem(form)
    if (address !== undefined || password !== undefined) return
    if (await changeSettings(store, desk, toChange(form), 'proxy')) discard()
  }
  const isSameProxy = form.address.trim() === saved.address && form.user === saved.user
  const passwordHint = !settings.hasProxyPassword
    ? words.passwordHint
    : isSameProxy
      ? words.passwordKept
      : words.otherProxy

  return (
    <SettingGroup title={words.proxyTitle} description={words.proxyText}>
      <SettingGroup.Row title={words.inUse} description={network.status === 'ready' ? inUseText(network.value) : ''} />
      <SettingGroup.Block>
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          <TextField
            label={words.address}
            value={form.address}
            onChange={(address) => change({ address })}
            description={words.addressHint}
            error={problem.address ?? ''}
            maxLength={1000}
          />
          <div className={styles.pair}>
            <TextField label={words.user} value={form.user} onChange={(user) => change({ user })} maxLength={200} />
            <TextField
              label={words.password}
              kind="password"
              autoComplete="new-password"
              value={form.password}
              onChange={(password) => change({ password })}
              description={passwordHint}
              error={problem.password ?? ''}
            />
          </div>
          <TextField
            label={words.except}
            value={form.noProxy}
            onChange={(noProxy) => change({ noProxy })}
            description={words.exceptHint}
          />
          {failure && !isRefusedInForm && <FailureNotice error={failure} />}
          <div className={styles.buttons}>
            <Button
              variant="primary"
              type="submit"
              isBusy={tasks.proxy?.status === 'loading'}
              isDisabled={draft === null}
            >
              {text().settings.save}
            </Button>
            {draft !== null && (
              <Button variant="quiet" onPress={discard}>
                {text().settings.discard}
              </Button>
            )}
            {settings.hasProxyPassword && (
              <Button
                variant="quiet"
                onPress={() => void changeSettings(store, desk, { proxyPassword: null }, 'proxy')}
              >
                {words.forgetPassword}
              </Button>
            )}
          </div>
        </form>
      </SettingGroup.Block>
    </SettingGroup>
  )
}

function inUseText({ proxy, noProxy }: NetworkInUse): string {
  const words = text().settings.network
  if (proxy === null) return words.direct
  const way = proxy.from === 'settings' ? words.bySettings(proxy.address) : words.byOutside(proxy.address)
  if (noProxy === null) return way
  const except = noProxy.from === 'settings' ? words.exceptBySettings : words.exceptByOutside
  return `${way} ${except(noProxy.text)}`
}
