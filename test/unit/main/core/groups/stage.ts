import { createGroupService, type GroupsChanged } from '../../../../../main/core/groups/index.ts'
import { planChange, type Plan } from '../../../../../main/core/groups/plan-change.ts'
import { makeTree, type Tree } from '../../../../../main/core/groups/tree.ts'
import type { GroupRow, PageRow, TokenSeat } from '../../../../../main/db/group-tree.ts'
import { createDeviceReader } from '../../../../../main/core/devices/index.ts'
import type { WriteDb } from '../../../../../main/db/open.ts'
import { openMemoryDb } from '../../../../fakes/memory-db.ts'
import { silentLog } from '../../../../../main/ports/log.ts'
import { systemClock } from '../../../../../main/ports/clock.ts'
import type { GroupChange } from '../../../../../shared/contract/groups.ts'
import type { GroupId, TokenId } from '../../../../../shared/model/ids.ts'
import type { ChildPermission, GroupPage } from '../../../../../shared/model/group.ts'
import { createFakeClock } from '../../../../fakes/clock.ts'
import { createSeededRandom } from '../../../../fakes/random.ts'

/** What a test says about a group: pages as `{ schedule: [value or null, child] }`; a value means override. */
export type GivenGroup = {
  readonly type?: string
  readonly groupId?: string
  readonly tokens?: readonly string[]
  readonly token?: ChildPermission
  readonly schedule?: readonly [string | null, ChildPermission]
  readonly profile?: readonly [string | null, ChildPermission]
}

/** A tree from paths, each after the one above it; the first is the root. Tokens are numbered as they come. */
export function treeOf(given: Readonly<Record<string, GivenGroup>>): Tree {
  const groups: GroupRow[] = []
  const pages: PageRow[] = []
  const tokens: TokenSeat[] = []
  const numbers = new Map<string, number>()
  for (const [path, about] of Object.entries(given)) {
    const no = groups.length + 1
    const name = path.slice(path.lastIndexOf('/') + 1)
    const parentNo = numbers.get(path.slice(0, path.lastIndexOf('/'))) ?? null
    const type = about.type ?? (no === 1 ? 'Global' : 'Container')
    numbers.set(path, no)
    groups.push({ no, id: `g${no}` as GroupId, parentNo, name, type, groupId: about.groupId ?? null, createdAt: 0 })
    for (const token of about.tokens ?? []) tokens.push(seat(tokens.length + 1, token, no))
    if (about.token) pages.push({ groupNo: no, page: 'token', current: 'inherit', child: about.token, value: null })
    if (about.schedule) pages.push(pageRow(no, 'schedule', about.schedule))
    if (about.profile) pages.push(pageRow(no, 'default-profile', about.profile))
  }
  return makeTree({ revision: 1, nextNo: groups.length + 1, groups, pages, tokens })
}

function seat(no: number, name: string, groupNo: number): TokenSeat {
  const server = name.split('@')[1]
  return { no, id: `t${no}` as TokenId, name, groupNo, serverUuid: server ?? `SERVER-${no}`, isRemoved: false }
}

function pageRow(groupNo: number, page: GroupPage, [value, child]: readonly [string | null, ChildPermission]): PageRow {
  return { groupNo, page, current: value === null ? 'inherit' : 'override', child, value }
}

let ids = 0
export function plan(tree: Tree, change: GroupChange): Plan {
  return planChange(tree, change, { newId: () => `new-${++ids}` as GroupId, now: 1000 })
}

/** The service over a store in memory, with the device list of this process. */
export function createStage(db: WriteDb = openMemoryDb()) {
  const clock = createFakeClock()
  const openTarget = () => Promise.reject(new Error('no file is written here'))
  const reader = createDeviceReader({ db, clock: systemClock, openTarget })
  const countByGroup = async () => reader.countByGroup()
  const createService = () =>
    createGroupService({ db, clock, random: createSeededRandom(1), log: silentLog, reader: { countByGroup } })
  const service = createService()
  const changes: GroupsChanged[] = []
  service.onChanged((change) => changes.push(change))
  const context = { signal: new AbortController().signal, report() {} }
  const { handlers } = service
  return {
    db,
    clock,
    service,
    changes,
    apply: async (change: GroupChange) => handlers.apply({ change }, context),
    preview: async (change: GroupChange) => handlers.preview({ change }, context),
    undo: async () => handlers.undo({}, context),
    tree: async () => handlers.tree({}, context),
    /** As somebody tells it who reads the store for the first time. */
    storedTree: async () => createService().handlers.tree({}, context),
    show: async (group: string) => handlers.show({ group }, context),
    paths: async () => (await handlers.tree({}, context)).groups.map(({ path }) => path),
    /** Everything of the tree as it lies in the store, undo and revision apart. */
    rows: () => ({
      groups: db.prepare('SELECT * FROM groups ORDER BY no').all(),
      pages: db.prepare('SELECT * FROM group_pages ORDER BY group_no, page').all(),
      tokens: db.prepare('SELECT no, group_no FROM tokens ORDER BY no').all(),
      keyPairs: db.prepare('SELECT id, group_no FROM key_pairs ORDER BY id').all(),
    }),
  }
}
