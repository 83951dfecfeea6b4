import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  damerauLevenshtein,
  jaroWinkler,
  nameWords,
  plainText,
  soundKey,
} from '@caudal/methods/link'
import { Xoshiro128 } from '@caudal/methods/numerics'
import { openDuckDb, type LakeEngine } from '../store/index.ts'
import { dateDigitsSql, nameWordsSql, plainTextSql, soundKeySql } from './text-sql.ts'

let folder = ''
let engine: LakeEngine
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-text-'))
  engine = await openDuckDb({ temporaryFolder: folder, threads: 1 })
})
afterAll(async () => {
  engine.close()
  await rm(folder, { recursive: true })
})

const ask = async <Value>(sql: string, ...values: string[]): Promise<Value> => {
  const [row] = await engine.rows<{ answer: Value }>(`select ${sql} as answer`, values)
  return row!.answer
}

/** Names as they come: accents, particles, several scripts, and nonsense. */
function drawName(random: RandomGenerator): string {
  const parts = [
    'Ñúñez',
    'de la',
    'O’Brien',
    'ma.',
    'Mª',
    'GÜELL',
    'ch',
    'll',
    'qu',
    'Ольга',
    'محمد',
    'Αλέξης',
    'ß',
    '王',
    '-',
    "d'",
    'nxx',
    'ae',
    'gui',
    ' ',
    'x',
    '7',
    'ñ',
    'y',
    'Fco',
  ]
  return Array.from({ length: 1 + random.below(6) }, () => parts[random.below(parts.length)]!).join(
    random.chance(0.5) ? ' ' : '',
  )
}
type RandomGenerator = Xoshiro128

describe('text in the engine and in the handbook', () => {
  it('is made plain, cut into words and sounded out alike', async () => {
    const random = new Xoshiro128(4)
    for (let i = 0; i < 300; i += 1) {
      const name = drawName(random)
      const plain = plainText(name)
      expect(await ask(plainTextSql('$1::varchar'), name), name).toBe(plain)
      expect(await ask(nameWordsSql('$1::varchar'), plain), name).toEqual(
        plain === '' ? [''] : nameWords(name),
      )
      expect(await ask(soundKeySql('$1::varchar'), plain), name).toBe(soundKey(plain))
    }
  })

  it('is compared alike', async () => {
    const random = new Xoshiro128(5)
    const word = () =>
      Array.from({ length: 1 + random.below(9) }, () => 'abcd'[random.below(4)]!).join('')
    for (let i = 0; i < 300; i += 1) {
      const [a, b] = [word(), word()]
      expect(await ask<number>('damerau_levenshtein($1, $2)', a, b), `${a} ${b}`).toBe(
        damerauLevenshtein(a, b),
      )
      expect(await ask<number>('jaro_winkler_similarity($1, $2)', a, b), `${a} ${b}`).toBeCloseTo(
        jaroWinkler(a, b),
        12,
      )
    }
  })

  it.each([
    ['1980-05-02', '19800502'],
    ['1980-05-02 00:00:00', '19800502'],
    ['2/5/1980', '19800502'],
    ['02.05.1980', '19800502'],
    ['19800502', '19800502'],
    ['02051980', '19800502'],
    ['1980', '19800000'],
    ['2 May 1980', '19800502'],
    ['19800231', '19800231'],
    ['1980231', '1980231'],
    ['02/05/80', '19800502'],
  ])('the date %s has the digits %s', async (text, digits) => {
    expect(await ask(dateDigitsSql('$1::varchar', 'day-first'), text)).toBe(digits)
  })

  it('what is no date has no digits', async () => {
    expect(await ask(dateDigitsSql('$1::varchar', 'day-first'), 'soon')).toBeNull()
  })
})
