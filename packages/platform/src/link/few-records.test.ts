import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { linkFiles } from './service.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'caudal-few-records-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

/** Decisions of every pair of a file, by the ids of its records. */
async function decide(...lines: readonly string[]): Promise<Record<string, string>> {
  const [file, pairs] = [join(folder, 'a.csv'), join(folder, 'P.csv')]
  await writeFile(file, `${lines.join('\n')}\n`)
  await linkFiles([file], { pairs, allPairs: true, memoryLimit: 2 ** 30 })
  const rows = (await readFile(pairs, 'utf8')).trimEnd().split('\n').slice(1)
  return Object.fromEntries(
    rows.map((line) => {
      const [left, right, , , decision] = line.split(',')
      return [`${left!}-${right!}`, decision!]
    }),
  )
}

const contacts = 'id,first_name,surname,dob,city,email'
const register = 'rec_id,given_name,surname,date_of_birth,address,soc_sec_id'

describe('files of few records', () => {
  it('two records alone are one person where they say the same, or nearly', async () => {
    const ana = '1,Ana,Paz,1980-01-02,Lima,ana@correo.example'
    expect(await decide(contacts, ana, '2,Ana,Paz,1980-01-02,Lima,ana@correo.example')).toEqual({
      '1-2': 'accept',
    })
    expect(await decide(contacts, ana, '2,Ana,Pas,1980-01-02,Lima,ana@correo.example')).toEqual({
      '1-2': 'accept',
    })
    expect(await decide(contacts, ana, '2,Ana,Paz,1991-07-23,Cuzco,apaz@otro.example')).toEqual({
      '1-2': 'reject',
    })
    expect(await decide(contacts, ana, '2,Luis,Paz,1983-05-21,Lima,')).toEqual({ '1-2': 'reject' })
    // a first name alone says little
    expect(await decide('id,first_name', '1,Ana', '2,Ana')).toEqual({ '1-2': 'review' })
  })

  it('a twin at one address is not accepted, a slip of the pen is', async () => {
    const [john, mary] = [
      '1,John,Smith,19800102,1 Main St,1234567',
      '3,Mary,Jones,19710305,9 High Rd,7654321',
    ]
    const slip = await decide(register, john, '2,Jon,Smith,19800102,1 Main St,1234567', mary)
    expect(slip).toEqual({ '1-2': 'accept', '1-3': 'reject', '2-3': 'reject' })
    const twin = await decide(register, john, '2,Peter,Smith,19800102,1 Main St,5512309', mary)
    expect(twin['1-2']).not.toBe('accept')
  })

  it('a dozen repeats of one record are one person', async () => {
    const repeats = Array.from({ length: 12 }, (_, i) => `${i},Ana,Paz,1980-01-02,Lima,a@b.example`)
    expect(new Set(Object.values(await decide(contacts, ...repeats)))).toEqual(new Set(['accept']))
  })
})
