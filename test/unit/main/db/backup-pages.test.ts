import { expect, test } from 'vitest'
import { readBackup } from '../../../../main/db/backup.ts'
import { mergeBackup } from '../../../../main/db/merge-backup.ts'
import { openDb, type WriteDb } from '../../../../main/db/open.ts'

const pages = (db: WriteDb) =>
  db
    .prepare(
      `SELECT name, page, current, child, value FROM group_pages JOIN groups ON groups.no = group_no ORDER BY name, page`,
    )
    .raw()
    .all()

function office(): WriteDb {
  const db = openDb(':memory:')
  db.exec(`INSERT INTO groups (no, id, parent_no, name, type, created_at) VALUES (2, 'g2', 1, 'EMEA', 'Container', 0)`)
  db.exec(`INSERT INTO group_pages VALUES (1, 'schedule', 'override', 'inherit-only', '60'),
                                          (2, 'default-profile', 'inherit', 'any', 'Standard')`)
  return db
}

test('what is set at groups comes along in a backup; what is set here already stays', () => {
  const source = office()
  const target = openDb(':memory:')
  mergeBackup(target, { ...readBackup(source), madeAt: 1 })
  expect(pages(target)).toEqual(pages(source))
  target.exec("UPDATE group_pages SET value = '30'")
  mergeBackup(target, { ...readBackup(source), madeAt: 1 })
  expect(pages(target)).toEqual([
    ['EMEA', 'default-profile', 'inherit', 'any', '30'],
    ['Global', 'schedule', 'override', 'inherit-only', '30'],
  ])
})

test('a restored group never gets the number of a removed one, which devices may still name', () => {
  const target = openDb(':memory:')
  target.exec('INSERT INTO removed_groups VALUES (2, 1)')
  mergeBackup(target, { ...readBackup(office()), madeAt: 1 })
  expect(target.prepare("SELECT no FROM groups WHERE name = 'EMEA'").pluck().get()).toBe(3)
})
