import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { protectMicrodata } from './service.ts'

const specification = {
  dimensions: [{ column: 'sex' }],
  measure: { count: true },
  person: 'person',
  primary: { threshold: 3 },
  tables: [['sex']],
}

/** Protects records `sex,person` of a folder that is removed after. */
async function withRecords(
  rows: readonly string[],
  work: (protect: () => ReturnType<typeof protectMicrodata>, out: string) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-persons-'))
  try {
    const path = (name: string) => join(folder, name)
    writeFileSync(path('records.csv'), `sex,person\n${rows.join('\n')}\n`)
    writeFileSync(path('spec.json'), JSON.stringify(specification))
    const protect = () => protectMicrodata(path('records.csv'), path('spec.json'), path('out'))
    await work(protect, path('out'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** SYNTHETIC records of ten women and ten men. */
const rows = Array.from({ length: 20 }, (_, at) => `${at % 2 === 0 ? 'F' : 'M'},p${at}`)

test.each([
  ['an empty one', '', { es: 'vacío', en: 'empty', fr: 'vide' }],
  ['blanks alone', '  ', { es: 'vacío', en: 'empty', fr: 'vide' }],
  ['a mark of what is missing', 'NA', '“NA”'],
])(
  'records with %s for a person are refused, with their number and the line of the first',
  async (_, written, mark) => {
    await withRecords([...rows, `F,${written}`, `M,${written}`], async (protect, out) => {
      await expect(protect()).rejects.toMatchObject({
        code: 'protect.person-missing',
        details: { count: 2, records: 22, line: 22, mark },
      })
      expect(existsSync(out)).toBe(false)
    })
  },
)

test('a person is the same with blanks around its name', async () => {
  await withRecords([...rows.slice(0, 18), 'X,p1', 'X,p1 ', 'X, p1'], async (protect, out) => {
    await protect()
    expect(readFileSync(join(out, 'sex.csv'), 'utf8')).toMatch(/X,,primary/)
  })
})
