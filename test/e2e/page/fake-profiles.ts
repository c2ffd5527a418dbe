import type { CoreHandlers } from '../../../shared/contract/index.ts'

/** No place shows profiles yet. */
export function fakeProfileHandlers(): CoreHandlers['profiles'] {
  const missing = (): never => {
    throw new Error('no place shows profiles yet')
  }
  return {
    list: () => [],
    show: missing,
    check: missing,
    import: missing,
    edit: missing,
    remove: missing,
    body: missing,
    diff: missing,
    publish: missing,
    verify: missing,
    setDefault: missing,
  }
}

export function fakeAssignmentHandlers(): CoreHandlers['assignments'] {
  const missing = (): never => {
    throw new Error('no place assigns profiles yet')
  }
  return { preview: missing, assign: missing, update: missing, release: missing, retry: missing }
}
