import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDuckDb } from '../../store/duckdb-engine.ts'
import type { LakeEngine } from '../../store/lake-engine.ts'
import { csvRelation } from '../staging/source-relation.ts'
import { splitRecord } from './csv-dialect.ts'
import { CsvScanner, type ScanStart } from './csv-scanner.ts'
import type { LineEnd } from './plain-lines.ts'
import type { ReadingFault } from './reading-fault.ts'
import type { Table } from './table.ts'

const dialect = { delimiter: Buffer.from(','), quote: 0x22 }

interface Scanned {
  readonly sound: string
  readonly shifts: readonly (readonly number[])[]
  readonly faults: readonly ReadingFault[]
  readonly scanner: CsvScanner
}

function scan(chunks: readonly string[], start: Partial<ScanStart> = {}, copies = true): Scanned {
  const parts: Buffer[] = []
  const shifts: number[][] = []
  const faults: ReadingFault[] = []
  const scanner = new CsvScanner(
    dialect,
    { line: 2, fields: 3, lineEnd: '\n', ...start },
    {
      shift: (...shift) => shifts.push(shift),
      fault: (fault) => faults.push(fault),
      ...(copies ? { sound: (bytes: Buffer) => parts.push(Buffer.from(bytes)) } : {}),
    },
  )
  for (const chunk of chunks) scanner.push(Buffer.from(chunk))
  scanner.end()
  return { sound: Buffer.concat(parts).toString(), shifts, faults, scanner }
}

function faultsOf(text: string, start: Partial<ScanStart> = {}) {
  return scan([text], start).faults.map(({ kind, line }) => [kind, line])
}

describe('the scanner of CSV', () => {
  it('counts lines as a text editor does, quoted line ends and faulty records included', () => {
    const { shifts, faults } = scan(['a,"b\nb",c\nd,e\nf,g,h\n\ni,j,k\n'])
    expect(shifts).toEqual([
      [0, 1, 2],
      [1, 2, 4],
      [2, 2, 5],
    ])
    expect(faults).toEqual([{ kind: 'line.ragged', record: 2, line: 4, found: '2', expected: '3' }])
  })

  it('calls one line faulty where a quote is not closed, and reads on after it', () => {
    expect(faultsOf('a,b,c\nd,"e,f\ng,h,i\nj,k,l\n')).toEqual([['line.quote-open', 3]])
    expect(scan(['a,b,c\nd,"e,f\ng,h,i\nj,k,l\n']).sound).toBe('a,b,c\ng,h,i\nj,k,l\n')
  })

  it('calls a line of 10 MB one fault, wherever it is cut, and keeps little of it', () => {
    const long = 'x'.repeat(1_000_000)
    const chunks = ['a,b,c\nd,', ...Array.from({ length: 10 }, () => long), ',f\ng,h,i\n']
    const { faults, sound } = scan(chunks)
    expect(faults).toEqual([{ kind: 'line.too-long', record: 2, line: 3 }])
    expect(sound).toBe('a,b,c\ng,h,i\n')
  })

  it('calls an unclosed quote before megabytes of lines one fault', () => {
    const lines = 'a,b,c\n'.repeat(600_000)
    const { faults, scanner } = scan(['x,"y,z\n', ...lines.match(/[^]{1,65536}/g)!])
    expect(faults).toEqual([{ kind: 'line.quote-open', record: 1, line: 2 }])
    expect(scanner.soundRecords).toBe(600_000)
  })

  it('refuses text behind a closing quote and zero bytes, and lets stray quotes through', () => {
    expect(faultsOf('a,"b"c,d\ne,f\0,g\nh,12",i\n')).toEqual([
      ['line.quote-text', 2],
      ['line.zero-byte', 3],
    ])
    expect(scan(['h,12",i\n']).sound).toBe('"h","12""","i"\n')
  })

  it('passes over empty lines and counts them', () => {
    const { scanner, shifts } = scan(['a,b,c\n\n\nd,e,f'])
    expect(scanner.soundRecords).toBe(2)
    expect(scanner.blankLines).toBe(2)
    expect(shifts).toEqual([
      [0, 1, 2],
      [1, 1, 4],
    ])
  })

  it('writes records of other line ends and a last record without one as the rest are', () => {
    expect(scan(['a,b,c\r\nd,e,f\ng,h,i']).sound).toBe('a,b,c\nd,e,f\ng,h,i\n')
  })

  it('reads delimiters of several bytes, also where a chunk ends inside one', () => {
    const parts: Buffer[] = []
    const scanner = new CsvScanner(
      { delimiter: Buffer.from('||'), quote: 0x22 },
      { line: 2, fields: 2, lineEnd: '\n' },
      { shift() {}, fault() {}, sound: (bytes) => parts.push(Buffer.from(bytes)) },
    )
    for (const chunk of ['a|x|', '|b\n"c||', '"|', '|d\n']) scanner.push(Buffer.from(chunk))
    scanner.end()
    expect(scanner.soundRecords).toBe(2)
    expect(Buffer.concat(parts).toString()).toBe('a|x||b\n"c||"||d\n')
  })
})

const piece = fc.constantFrom(
  ',',
  ',',
  ',',
  '"',
  '"',
  '\n',
  '\n',
  '\r\n',
  '\r',
  ' ',
  'a',
  'bc',
  'é',
  '""',
)
const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

describe('for any text', () => {
  it('what is found does not hang on where chunks end', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.nat(40), { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (whole, cuts, lineEnd) => {
          const bytes = Buffer.from(whole)
          const places = [
            0,
            ...cuts.map((cut) => Math.min(cut, bytes.length)).toSorted((a, b) => a - b),
            bytes.length,
          ]
          const scanChunks = (chunks: readonly Buffer[]) => {
            const seen: unknown[] = []
            const parts: Buffer[] = []
            const scanner = new CsvScanner(
              dialect,
              { line: 2, fields: 3, lineEnd: lineEnd },
              {
                shift: (...shift) => seen.push(shift),
                fault: (fault) => seen.push(fault),
                sound: (part) => parts.push(Buffer.from(part)),
              },
            )
            for (const chunk of chunks) scanner.push(chunk)
            scanner.end()
            return [seen, Buffer.concat(parts).toString(), scanner.soundRecords, scanner.isPlain]
          }
          const cut = places.slice(1).map((place, n) => bytes.subarray(places[n], place))
          expect(scanChunks(cut)).toEqual(scanChunks([bytes]))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('a hurried scan that finds the text plain counts as a careful one does, ragged records aside', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('\n' as const, '\r\n' as const), (whole, lineEnd) => {
        const hurried = scan([whole], { lineEnd, leavesFieldsToEngine: true }, false).scanner
        const careful = scan([whole], { lineEnd }).scanner
        fc.pre(hurried.isPlain && careful.isPlain)
        expect(hurried.soundRecords).toBe(careful.soundRecords)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the engine and the scanner', () => {
  let engine: LakeEngine
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'caudal-scan-'))
    engine = await openDuckDb({ temporaryFolder: folder, memoryLimit: 256 * 2 ** 20, threads: 2 })
  })
  afterAll(() => {
    engine.close()
    rmSync(folder, { recursive: true })
  })

  async function readByEngine(
    content: string,
    lineEnd: LineEnd,
    skip = 0,
  ): Promise<(string | null)[][]> {
    const path = join(folder, 'records.csv')
    writeFileSync(path, content)
    const csv = { path, isCopy: true, delimiter: ',', quote: '"', lineEnd, skip }
    const table = { csv, columns: ['a', 'b', 'c'] } as unknown as Table
    const rows = await engine.rows<Record<string, string | null>>(
      `SELECT * FROM ${csvRelation(table)}`,
    )
    return rows.map((row) => [row['a']!, row['b']!, row['c']!])
  }

  it.each(['\n', '\r\n', '\r'] as const)(
    'read the same records out of a copy of the sound ones (%j)',
    async (lineEnd) => {
      for (const whole of fc.sample(text, { numRuns: 400, seed: 11 })) {
        const { sound, scanner } = scan([whole], { lineEnd })
        if (scanner.soundRecords === 0) continue
        const rows = await readByEngine(sound, lineEnd)
        expect(rows.length, JSON.stringify([whole, sound])).toBe(scanner.soundRecords)
        expect(rows.flat(), JSON.stringify([whole, sound])).toEqual(splitAll(sound, lineEnd))
      }
    },
  )

  it.each(['\n', '\r\n', '\r'] as const)(
    'read the same records out of a file that is plain (%j)',
    async (lineEnd) => {
      let plain = 0
      for (const pieces of fc.sample(text, { numRuns: 1500, seed: 12 })) {
        const whole = pieces.replaceAll(/\r\n|\r|\n/g, lineEnd)
        const { scanner, sound } = scan([whole], { lineEnd })
        if (scanner.soundRecords === 0 || !scanner.isPlain) continue
        plain += 1
        const rows = await readByEngine(`a,b,c${lineEnd}${whole}`, lineEnd, 1)
        expect(rows, JSON.stringify(whole)).toEqual(await readByEngine(sound, lineEnd))
      }
      expect(plain).toBeGreaterThan(20)
    },
  )
})

/** Every field of a text of sound records, an empty one as missing. */
function splitAll(sound: string, lineEnd: LineEnd): (string | null)[] {
  const records: string[] = []
  let quotes = 0
  let record = ''
  for (const letter of sound) {
    if (letter === '"') quotes += 1
    record += letter
    if (record.endsWith(lineEnd) && quotes % 2 === 0) {
      records.push(record.slice(0, -lineEnd.length))
      record = ''
    }
  }
  return records
    .filter((each) => each !== '')
    .flatMap((each) => splitRecord(Buffer.from(each), dialect)!)
    .map((field) => field.toString() || null)
}
