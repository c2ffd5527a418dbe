import { formatBytes } from '../../lib/format-bytes.ts'
import { formatCount } from '../../lib/format.ts'
import { text } from '../../lib/text.ts'
import type { Work } from './store.ts'

export type WorkText = { readonly label: string; readonly detail: string; readonly fraction: number | null }

/** Once devices are changed, an import is carried to its end. */
export function canBeCancelled(work: Work): boolean {
  return work.kind !== 'import' || work.progress?.phase !== 'applying'
}

/** What is under way, how far it is, and the numbers in words. */
export function workText(work: Work): WorkText {
  const { reconcilePage, imports } = text()
  if (work.progress === null) return { label: titleOf(work), detail: '', fraction: null }
  if (work.kind === 'export') {
    const { rows, total } = work.progress
    const detail = reconcilePage.result.exportProgress(formatCount(rows), formatCount(total))
    return { label: titleOf(work), detail, fraction: total === 0 ? null : rows / total }
  }
  if (work.kind === 'import') {
    const { phase, done, total } = work.progress
    const detail =
      phase === 'applying' ? imports.place.progress(formatCount(done), formatCount(total)) : bytesText(done, total)
    return { label: imports.place.phases[phase], detail, fraction: total === 0 ? null : Math.min(1, done / total) }
  }
  const { phase, done, total } = work.progress
  const isFile = phase === 'portal' || phase === 'console'
  const numbers =
    total === null ? formatCount(done) : reconcilePage.result.exportProgress(formatCount(done), formatCount(total))
  return {
    label: reconcilePage.start.phases[phase],
    // Of records they are rows, and small numbers of bytes are no help.
    detail: isFile ? '' : numbers,
    fraction: total === null || total === 0 ? null : Math.min(1, done / total),
  }
}

function bytesText(done: number, total: number): string {
  return `${formatBytes(done)} / ${formatBytes(total)}`
}

export function titleOf({ kind }: Work): string {
  const { reconcilePage, imports } = text()
  switch (kind) {
    case 'compare':
      return reconcilePage.start.running
    case 'ask':
      return reconcilePage.result.askingTitle
    case 'import':
      return imports.place.running
    case 'export':
      return reconcilePage.result.exporting
  }
}
