import { beforeEach, expect, it } from 'vitest'
import { createWisher } from '../../../../../main/core/assign/index.ts'
import { createAssignService, type AssignPorts } from '../../../../../main/core/assign/service.ts'
import { storeAnswers } from '../../../../../main/db/profile-assignments.ts'
import { beginVersion, endVersion } from '../../../../../main/db/profile-versions.ts'
import { insertProfile } from '../../../../../main/db/profiles.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { AppError } from '../../../../../shared/errors.ts'
import { toSerial, type ProfileId, type Serial } from '../../../../../shared/model/ids.ts'
import { NO_CONSOLE_SETTINGS } from '../../../../../shared/model/profile.ts'
import { insertDevices } from '../../../../fakes/device-store.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { addToken } from '../sync/stage.ts'

const [BLOCKED, FREE] = [1, 2]
const SERIALS = ['ONBLOCKED', 'ONFREE'].map(toSerial)
const context = { signal: new AbortController().signal, report() {} }
const expired = new AppError('auth.expired', 'the token has expired')

let service: ReturnType<typeof createAssignService>
let asked: number[]

/** A device on each of two tokens, one of which cannot be asked. */
beforeEach(() => {
  const db = openMemoryDb()
  asked = []
  for (const no of [BLOCKED, FREE]) addToken(db, no)
  const fields = { name: 'Berlin', groupNo: 1, draft: '{}', notes: '', console: NO_CONSOLE_SETTINGS }
  insertProfile(db, 'p1' as ProfileId, fields, 0)
  for (const tokenNo of [BLOCKED, FREE]) {
    const no = beginVersion(db, { profileNo: 1, tokenNo, body: '{}', appVersion: '0', now: 0 })
    endVersion(db, no, { state: 'published', profileUuid: `${tokenNo}`.repeat(32), now: 0 })
  }
  insertDevices(
    db,
    SERIALS.map((serial, at) => ({ serial, tokenNo: at === 0 ? BLOCKED : FREE, atApple: 'present' })),
  )
  const ids = (serials: readonly Serial[]) =>
    Uint32Array.from(
      serials.map((serial) => db.prepare('SELECT id FROM devices WHERE serial = ?').pluck().get(serial) as number),
    )
  const ask = (tokenNo: number) => {
    asked.push(tokenNo)
    if (tokenNo === BLOCKED) throw expired
  }
  const ports: Partial<AssignPorts> = {
    db,
    clock: { now: () => 1000, monotonic: () => 0, sleep: async () => {} },
    log: silentLog,
    dataDir: '/nowhere',
    wishDevices: createWisher(db),
    reader: {
      selectIds: async (selection) => ({
        ids: ids(selection.kind === 'serials' ? selection.serials : []),
        unknown: [],
      }),
      exportCsv: async ({ path }) => ({ rows: 0, path }),
    },
    runAssign: async (tokenNo) => {
      ask(tokenNo)
      const done = { word: 'SUCCESS', assignment: 'assigned', error: null, attempts: 0, nextAttemptAt: null } as const
      const about = { tokenNo, runNo: null, profileUuid: null, now: 1000 }
      storeAnswers(
        db,
        [...ids([SERIALS[1]!])].map((deviceId) => ({ deviceId, ...done })),
        about,
      )
      return 'done'
    },
    runRelease: async ({ tokenNo, serials }) => {
      ask(tokenNo)
      return Object.fromEntries(serials.map((serial) => [serial, 'SUCCESS']))
    },
  }
  service = createAssignService(ports as AssignPorts)
})

const assign = (serials: readonly Serial[]) =>
  service.handlers.assign(
    { selection: { kind: 'serials', serials: [...serials] }, profile: 'Berlin', listed: 10 },
    context,
  )

it('a token that cannot be asked holds up nobody but its own devices', async () => {
  const { results } = await assign(SERIALS)
  expect([asked, results]).toEqual([[BLOCKED, FREE], { WAITING: 1, SUCCESS: 1 }])
})

it('where nothing of it reached Apple, why is the answer', async () => {
  await expect(assign([SERIALS[0]!])).rejects.toBe(expired)
})

it("another token's trouble is not the trouble of these devices", async () => {
  await expect(assign([SERIALS[0]!])).rejects.toBe(expired)
  expect((await assign([SERIALS[1]!])).results).toEqual({ SUCCESS: 1 })
})

it('what one token has released is told although another could not be asked', async () => {
  const release = (serials: readonly Serial[]) =>
    service.handlers.release(
      { serials: [...serials], confirm: `RELEASE ${serials.length} DEVICES`, listed: 10 },
      context,
    )
  expect((await release(SERIALS)).results).toEqual({ NOT_SENT: 1, SUCCESS: 1 })
  await expect(release([SERIALS[0]!])).rejects.toBe(expired)
})
