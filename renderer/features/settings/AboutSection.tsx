import { useDesk } from '../../lib/desk.ts'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Facts } from '../../ui/Card.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { SettingGroup } from '../../ui/SettingGroup.tsx'
import { switchDemo } from './actions.ts'
import { LICENCES } from './licences.ts'
import styles from './Settings.module.css'
import type { SettingsStore } from './store.ts'
import { TaskFailure } from './TaskFailure.tsx'

export function AboutSection({ store }: { readonly store: SettingsStore }) {
  const desk = useDesk()
  const { about, tasks } = useStore(store)
  const words = text().settings.about
  if (about.status !== 'ready') return null
  const { version, appleUrl, demo, runtime } = about.value
  return (
    <div>
      <SettingGroup title={words.title}>
        <SettingGroup.Block>
          <Facts
            variant="lines"
            facts={[
              { label: words.version, value: version },
              { label: words.runtime, value: runtimeText(runtime) },
              { label: words.apple, value: appleUrl },
            ]}
          />
        </SettingGroup.Block>
        <SettingGroup.Row
          title={words.demoTitle}
          description={demo ? words.demoOn : words.demoOff}
          control={
            <Button isBusy={tasks.demo?.status === 'loading'} onPress={() => void switchDemo(store, desk, !demo)}>
              {demo ? words.leaveDemo : words.openDemo}
            </Button>
          }
        >
          <TaskFailure store={store} task="demo" />
        </SettingGroup.Row>
      </SettingGroup>
      <SettingGroup title={words.licences} description={words.licencesText(LICENCES.length)}>
        <SettingGroup.Block>
          <Disclosure title={words.showLicences}>
            <table className={styles.licences}>
              <thead>
                <tr>
                  <th scope="col">{words.name}</th>
                  <th scope="col">{words.version}</th>
                  <th scope="col">{words.licence}</th>
                </tr>
              </thead>
              <tbody>
                {LICENCES.map(([name, packageVersion, licence]) => (
                  <tr key={`${name} ${packageVersion}`}>
                    <th scope="row">{name}</th>
                    <td>{packageVersion}</td>
                    <td>{licence}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Disclosure>
        </SettingGroup.Block>
      </SettingGroup>
    </div>
  )
}

/** "Node 24.1.0, Chromium 150, linux x64". */
function runtimeText(runtime: Readonly<Record<string, string>>): string {
  return Object.entries(runtime)
    .map(([name, version]) =>
      name === 'platform' ? version : `${name.charAt(0).toUpperCase()}${name.slice(1)} ${version}`,
    )
    .join(', ')
}
