import type { TreeFile } from '../../../shared/contract/groups.ts'
import { text } from '../../lib/text.ts'
import { formatCount } from '../../lib/format.ts'
import styles from './Groups.module.css'

/** Enough to see that columns were understood; the preview tells the rest. */
const SHOWN_ROWS = 200

export function RejectedRows({ rejected }: Pick<TreeFile, 'rejected'>) {
  const { imports } = text().groups
  return (
    <section className={styles.rows} aria-labelledby="rejected-rows">
      <h3 id="rejected-rows">{imports.rejected(rejected.length)}</h3>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                {imports.line}
              </th>
              <th scope="col">{imports.reason}</th>
            </tr>
          </thead>
          <tbody>
            {rejected.slice(0, SHOWN_ROWS).map(({ line, fault }) => (
              <tr key={line}>
                <td className={styles.number}>{formatCount(line)}</td>
                <td>
                  <bdi>{imports.faults[fault.code](fault.about)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Further count={rejected.length - SHOWN_ROWS} />
    </section>
  )
}

export function AcceptedRows({ rows }: Pick<TreeFile, 'rows'>) {
  const { imports } = text().groups
  return (
    <section className={styles.rows} aria-labelledby="accepted-rows">
      <h3 id="accepted-rows">{imports.accepted(rows.length)}</h3>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{imports.path}</th>
              <th scope="col">{imports.type}</th>
              <th scope="col">{imports.groupId}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN_ROWS).map(({ path, type, groupId }) => (
              <tr key={path}>
                <td>
                  <bdi>{path}</bdi>
                </td>
                <td className={styles.short}>
                  <bdi>{type ?? '–'}</bdi>
                </td>
                <td className={styles.short}>
                  <bdi>{groupId ?? '–'}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Further count={rows.length - SHOWN_ROWS} />
    </section>
  )
}

function Further({ count }: { readonly count: number }) {
  return count > 0 ? <p className={styles.quiet}>{text().groups.imports.further(count)}</p> : null
}
