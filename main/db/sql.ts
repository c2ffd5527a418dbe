import type { Statement } from 'better-sqlite3'
import type { ReadDb } from './open.ts'

export type SqlValue = string | number | bigint | Uint8Array | null
export type Sql = { readonly text: string; readonly params: readonly SqlValue[] }

/** Query text with its values apart: sql`SELECT … WHERE id = ${id}`. A nested `Sql` is spliced in, all else is bound. */
export function sql(parts: TemplateStringsArray, ...values: readonly (SqlValue | Sql)[]): Sql {
  const params: SqlValue[] = []
  let text = parts[0] ?? ''
  values.forEach((value, index) => {
    if (isSql(value)) {
      text += value.text
      params.push(...value.params)
    } else {
      text += '?'
      params.push(value)
    }
    text += parts[index + 1] ?? ''
  })
  return { text, params }
}

/** An identifier that cannot be bound: letters, digits and underscores only. */
export function identifier(name: string): Sql {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`not an identifier: ${name}`)
  return { text: `"${name}"`, params: [] }
}

function isSql(value: SqlValue | Sql): value is Sql {
  return typeof value === 'object' && value !== null && 'text' in value
}

const statements = new WeakMap<ReadDb, Map<string, Statement<unknown[]>>>()

/** Statements are prepared once per connection. */
export function prepare(db: ReadDb, text: string): Statement<unknown[]> {
  let cache = statements.get(db)
  if (!cache) statements.set(db, (cache = new Map()))
  let statement = cache.get(text)
  if (!statement) cache.set(text, (statement = db.prepare(text)))
  return statement
}

export function all<T>(db: ReadDb, query: Sql): T[] {
  return prepare(db, query.text).all(...query.params) as T[]
}

export function get<T>(db: ReadDb, query: Sql): T | undefined {
  return prepare(db, query.text).get(...query.params) as T | undefined
}

export function run(db: ReadDb, query: Sql): { readonly changes: number; readonly lastInsertRowid: number | bigint } {
  return prepare(db, query.text).run(...query.params)
}
