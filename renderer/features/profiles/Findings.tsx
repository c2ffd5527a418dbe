import type { FindingLevel, ProfileFinding } from '../../../shared/model/profile.ts'
import { text } from '../../lib/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { Icon, type IconName } from '../../ui/Icon.tsx'
import { SpokenOnly } from '../../ui/SpokenOnly.tsx'
import styles from './Profiles.module.css'

const ICONS: Readonly<Record<FindingLevel, IconName>> = { error: 'close-circle', warning: 'alert', advice: 'info' }

/** What is said about a field, beneath it: Apple's code with an error, advice a step quieter. */
export function Findings({ findings }: { readonly findings: readonly ProfileFinding[] }) {
  if (findings.length === 0) return null
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <li key={`${finding.path} ${finding.rule}`} className={classNames(styles.finding, styles[finding.level])}>
          <Icon name={ICONS[finding.level]} size="small" />
          <FindingWords finding={finding} />
        </li>
      ))}
    </ul>
  )
}

export function FindingWords({ finding }: { readonly finding: ProfileFinding }) {
  const { level, code, rule } = finding
  return (
    <span>
      <SpokenOnly>{text().profiles.levels[level]}: </SpokenOnly>
      {findingText(finding)} {code !== rule && <code className={styles.code}>{code}</code>}
    </span>
  )
}

export function findingText({ rule, facts }: ProfileFinding): string {
  return text().profiles.rules[rule](facts)
}
