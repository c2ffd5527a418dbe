import type { Handlers } from '../../../shared/contract/define.ts'
import type { files } from '../../../shared/contract/files.ts'

/** Takes every file and throws it away: only its name counts. */
export function fakeFileHandlers(): Handlers<typeof files>['files'] {
  const names: string[] = []
  return {
    begin: ({ name }) => `hand-${names.push(name) - 1}`,
    append: () => null,
    end: ({ hand }) => `/home/admin/Documents/${names[Number(hand.slice('hand-'.length))]}`,
    drop: () => null,
  }
}
