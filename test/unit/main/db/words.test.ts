import { describe, expect, it } from 'vitest'
import { openMemoryDb } from '../../../fakes/memory-db.ts'
import { forgetWords, wordId, wordText } from '../../../../main/db/words.ts'

describe('words', () => {
  it('have one number each, and the number gives the word', () => {
    const db = openMemoryDb()
    const [red, blue] = [wordId(db, 'red'), wordId(db, 'blue')]
    expect([wordId(db, 'red'), wordText(db, red), wordText(db, blue)]).toEqual([red, 'red', 'blue'])
  })

  it('given in a transaction that was rolled back are given anew', () => {
    const db = openMemoryDb()
    db.exec('BEGIN')
    wordId(db, 'lost')
    db.exec('ROLLBACK')
    forgetWords(db)
    const other = wordId(db, 'other')
    expect([wordText(db, other), wordText(db, wordId(db, 'lost'))]).toEqual(['other', 'lost'])
  })
})
