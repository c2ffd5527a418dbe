import type { CoreHandlers } from '../../../shared/contract/index.ts'

export function fakeGroupHandlers(): CoreHandlers['groups'] {
  const missing = (): never => {
    throw new Error('not built yet')
  }
  return { tree: missing, show: missing, preview: missing, apply: missing, undo: missing, readTreeFile: missing }
}
