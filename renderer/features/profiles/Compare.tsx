import { useState } from 'react'
import type { JsonValue, ProfileDifference } from '../../../shared/model/profile.ts'
import { useDesk } from '../../lib/desk.ts'
import { FailureNotice } from '../../lib/FailureNotice.tsx'
import { useStore } from '../../lib/store.ts'
import { text } from '../../lib/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { FieldGroup } from './fields.tsx'
import styles from './Profiles.module.css'
import type { OpenProfile, ProfilesStore } from './store.ts'
import { compareVersions } from './version-actions.ts'

/** Any two versions, the draft among them, member by member. */
export function Compare({ store, opened }: { readonly store: ProfilesStore; readonly opened: OpenProfile }) {
  const desk = useDesk()
  const comparison = useStore(store, (state) => state.comparison)
  const words = text().profiles.compare
  const named = text().profiles.versions
  const { versions } = opened.saved
  const [from, setFrom] = useState(String(versions[0]?.version ?? 0))
  const [to, setTo] = useState('0')
  const options = [
    { value: '0', text: named.draft },
    ...versions.map(({ version, token }) => ({ value: String(version), text: named.named(version, token) })),
  ]
  const result = comparison?.result
  return (
    <FieldGroup title={words.title}>
      <div className={styles.choices}>
        <Select label={words.from} options={options} value={from} onChange={setFrom} />
        <span aria-hidden>{'→'}</span>
        <Select label={words.to} options={options} value={to} onChange={setTo} />
        <Button
          isDisabled={from === to}
          isBusy={result?.status === 'loading'}
          onPress={() => void compareVersions(store, desk, { from: Number(from), to: Number(to) })}
        >
          {words.run}
        </Button>
      </div>
      {result?.status === 'failed' && <FailureNotice error={result.error} />}
      {comparison && result?.status === 'ready' && (
        <>
          <p role="status">
            {result.value.differences.length === 0 ? words.same : words.result(result.value.differences.length)}{' '}
            {comparison.from > 0 && words.devices(result.value.deviceCount)}
          </p>
          <Differences
            differences={result.value.differences}
            titles={[nameOf(comparison.from), nameOf(comparison.to)]}
          />
        </>
      )}
    </FieldGroup>
  )

  function nameOf(version: number): string {
    return options.find(({ value }) => value === String(version))?.text ?? String(version)
  }
}

export type DifferencesProps = {
  readonly differences: readonly ProfileDifference[]
  readonly titles: readonly [before: string, after: string]
}

export function Differences({ differences, titles: [before, after] }: DifferencesProps) {
  const words = text().profiles.compare
  if (differences.length === 0) return null
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={words.label}>
        <thead>
          <tr>
            <th scope="col">{words.key}</th>
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.path}>
              <th scope="row">
                <code>{difference.path}</code>
              </th>
              <Side value={difference.before} other={difference.after} />
              <Side value={difference.after} other={difference.before} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Of two lists, what only one of them has stands out; certificates are cut, for nobody reads them. */
function Side({ value, other }: { readonly value: JsonValue | undefined; readonly other: JsonValue | undefined }) {
  if (value === undefined) return <td className={styles.quiet}>{text().profiles.compare.absent}</td>
  if (!Array.isArray(value)) return <td className={styles.value}>{short(value)}</td>
  const others = new Set(Array.isArray(other) ? other.map((item) => JSON.stringify(item)) : [])
  // A list may hold the same twice.
  const items = value.map((item: JsonValue, at) => ({ id: `${at} ${short(item)}`, item }))
  return (
    <td className={styles.value}>
      {items.map(({ id, item }) => (
        <span key={id} className={others.has(JSON.stringify(item)) ? styles.common : styles.only}>
          {short(item)}{' '}
        </span>
      ))}
    </td>
  )
}

const MAX_SHOWN = 80

function short(value: JsonValue): string {
  const written = JSON.stringify(value)
  return written.length > MAX_SHOWN ? `${written.slice(0, MAX_SHOWN)}…` : written
}
