import type { Handlers } from '../../../shared/contract/define.ts'
import type { files } from '../../../shared/contract/files.ts'

/** Takes every file and throws it away: only its name counts. */
export function fakeFileHandlers(): Handlers<typeof files>['files'] {
  return {
    begin: ({ name }) => name,
    append: () => null,
    end: ({ hand }) => `/home/admin/Documents/${hand}`,
    drop: () => null,
  }
}
