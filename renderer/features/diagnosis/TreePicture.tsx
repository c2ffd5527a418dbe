import type { Diagnosis } from '../../../shared/model/diagnosis.ts'
import { text } from '../../lib/text.ts'
import { classNames } from '../../ui/class-names.ts'
import { pictureOf, pictureText, type Branch, type PictureRow } from './tree-picture.ts'
import styles from './TreePicture.module.css'
import { book, diagnosisWords } from './words.ts'

const ROW_PX = 28
const TRUNK_PX = 16
const FIRST_BRANCH_PX = 48
const BRANCH_PX = 20
const MAX_BRANCHES = 7
const WIDTH_PX = FIRST_BRANCH_PX + (MAX_BRANCHES - 1) * BRANCH_PX + 12

/** The way that was gone, from top to bottom, and the ways that were not, at its side. The list of steps says the same in words. */
export function TreePicture({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const words = diagnosisWords()
  const said = text().troubleshoot.picture
  const rows = pictureOf(diagnosis, book().TREES, words)
  return (
    <section className={styles.picture} aria-label={said.title}>
      <h3>{said.title}</h3>
      <svg
        role="img"
        aria-label={pictureText(diagnosis, words)}
        width={WIDTH_PX}
        height={rows.length * ROW_PX}
        viewBox={`0 0 ${WIDTH_PX} ${rows.length * ROW_PX}`}
      >
        {rows.map((row, index) => (
          <Row key={row.id} row={row} y={index * ROW_PX + ROW_PX / 2} hasNext={index < rows.length - 1} />
        ))}
      </svg>
      <Legend />
    </section>
  )
}

type RowProps = { readonly row: PictureRow; readonly y: number; readonly hasNext: boolean }

function Row({ row, y, hasNext }: RowProps) {
  const branches = row.branches.slice(0, MAX_BRANCHES)
  const end = FIRST_BRANCH_PX + (branches.length - 1) * BRANCH_PX
  return (
    <g>
      {hasNext && <path className={styles.taken} d={`M${TRUNK_PX} ${y}v${ROW_PX}`} />}
      {branches.length > 0 && <path className={styles.other} d={`M${TRUNK_PX} ${y}H${end}`} />}
      {branches.map((branch, index) => (
        <BranchEnd key={branch.label} branch={branch} x={FIRST_BRANCH_PX + index * BRANCH_PX} y={y} />
      ))}
      <circle
        className={classNames(styles.step, row.isCause && styles.cause, row.state === 'open' && styles.open)}
        cx={TRUNK_PX}
        cy={y}
        r={10}
      />
      <text className={classNames(styles.number, row.isCause && styles.onCause)} x={TRUNK_PX} y={y + 4}>
        {row.number}
      </text>
      <title>{row.question}</title>
    </g>
  )
}

function BranchEnd({
  branch: { kind, label },
  x,
  y,
}: {
  readonly branch: Branch
  readonly x: number
  readonly y: number
}) {
  return (
    <g>
      {kind === 'cause' ? (
        <rect className={styles.branchCause} x={x - 5} y={y - 5} width={10} height={10} rx={2} />
      ) : (
        <circle className={styles.branch} cx={x} cy={y} r={kind === 'end' ? 2.5 : 5} />
      )}
      <title>{label}</title>
    </g>
  )
}

function Legend() {
  const { legend } = text().troubleshoot.picture
  return (
    <p className={styles.legend} aria-hidden>
      <span className={styles.line} data-taken /> {legend.taken}
      <span className={styles.line} /> {legend.other}
      <span className={styles.square} /> {legend.cause}
    </p>
  )
}
