import type { CoreHandlers } from '../../../shared/contract/index.ts'
import type { CorePorts } from '../ports.ts'

export type GroupService = ReturnType<typeof createGroupService>

/** Stand-in until the owner of this folder has filled it. */
export function createGroupService(_ports: Pick<CorePorts, 'db' | 'clock' | 'random'>) {
  const missing = (): never => {
    throw new Error('not built yet')
  }
  const handlers: CoreHandlers['groups'] = {
    tree: missing,
    show: missing,
    preview: missing,
    apply: missing,
    undo: missing,
    readTreeFile: missing,
  }
  return { handlers, onChanged: (_listener: () => void): void => {} }
}
