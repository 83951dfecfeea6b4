import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFile, listFindings } from '../collect/service.ts'
import { openDuckDb, type LakeEngine } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { drawRegion, type RegionManifest } from './index.ts'
import { keeper } from '../govern/testing-actors.ts'

const root = mkdtempSync(join(tmpdir(), 'caudal-synth-test-'))
const persons = 5000
const out = join(root, 'region')

let drawn: RegionManifest
let engine: LakeEngine

const truth = (table: string) => `read_parquet('${join(out, 'truth', table)}.parquet')`

const hashesOf = (manifest: RegionManifest) =>
  Object.fromEntries([...manifest.files, ...manifest.truth].map((file) => [file.path, file.sha256]))

beforeAll(async () => {
  drawn = await drawRegion({ out, persons, seed: 11, threads: 1 })
  engine = await openDuckDb({ temporaryFolder: root, memoryLimit: 512 * 2 ** 20, threads: 2 })
})

afterAll(() => {
  engine.close()
  rmSync(root, { recursive: true, force: true })
})

/** The lines of a drawn file, the header first. */
async function linesOf(path: string): Promise<string[]> {
  const bytes = readFileSync(join(out, path))
  if (path.endsWith('.zip')) return storedMember(bytes).toString('utf8').trimEnd().split('\n')
  const text = bytes.toString(
    path.includes('nic') ? 'utf16le' : path.includes('hnd') ? 'latin1' : 'utf8',
  )
  return text.trimEnd().split(/\r?\n/)
}

/** The one member of an archive without compression. */
function storedMember(archive: Buffer): Buffer {
  const end = archive.length - 22
  const directory = archive.readUInt32LE(end + 16)
  const size = archive.readUInt32LE(directory + 20)
  const name = archive.readUInt16LE(26)
  return archive.subarray(30 + name, 30 + name + size)
}

describe('drawing the region', () => {
  it('gives the same bytes for the same seed, whatever the number of threads', async () => {
    const again = await drawRegion({ out: join(root, 'again'), persons, seed: 11, threads: 3 })
    expect(hashesOf(again)).toEqual(hashesOf(drawn))
  })

  it('gives other bytes for another seed', async () => {
    const other = await drawRegion({ out: join(root, 'other'), persons, seed: 12, threads: 1 })
    for (const { path, sha256 } of other.files) expect(sha256).not.toBe(hashesOf(drawn)[path])
  })

  it('writes a file of every office that has something to tell, with its profile', () => {
    const countries = ['gtm', 'slv', 'hnd', 'nic', 'cri', 'dom']
    const offices = [
      ...countries.map((code) => `synthetic-movements-${code}`),
      ...countries
        .toSorted()
        .flatMap((code) =>
          ['permits', 'residences', 'returns'].map((kind) => `synthetic-${kind}-${code}`),
        ),
      'synthetic-population',
      ...countries
        .toSorted()
        .flatMap((code) =>
          ['displaced', 'incidents', 'figures', 'survey', 'vital-events'].map(
            (kind) => `synthetic-${kind}-${code}`,
          ),
        ),
    ]
    const profiles = drawn.files.map(({ profile }) => profile)
    expect(profiles).toEqual(offices.filter((office) => profiles.includes(office)))
    expect(profiles).toEqual(expect.arrayContaining(offices.slice(0, countries.length)))
    expect(readdirSync(join(out, 'records'))).toHaveLength(drawn.files.length)
    for (const { path, profilePath, bytes, records } of drawn.files) {
      expect(records).toBeGreaterThan(0)
      expect(readFileSync(join(out, path)).length).toBe(bytes)
      expect(JSON.parse(readFileSync(join(out, profilePath), 'utf8'))).toMatchObject({
        synthetic: true,
      })
    }
    const manifest = JSON.parse(readFileSync(join(out, 'region.json'), 'utf8')) as RegionManifest
    expect(manifest).toEqual(JSON.parse(JSON.stringify(drawn)))
    expect(manifest.notice.en).toMatch(/^SYNTHETIC/)
  })

  it('counts what it drew', async () => {
    const [counted] = await engine.rows(
      `select (select count(*) from ${truth('persons')}) as persons,
        (select count(*) from ${truth('crossings')}) as crossings,
        (select count(*) from ${truth('crossings')} where not recorded) as unrecorded,
        (select count(*) from ${truth('records')}) as records,
        (select count(*) from ${truth('registrations')}) as registrations`,
    )
    const { errors: _, ...counts } = drawn.counts
    expect(counted).toEqual(counts)
    expect(counts.persons).toBe(persons)
  })

  it('lets the true crossings of every person alternate in every country', async () => {
    const broken = await engine.rows(
      `select person_id from (
        select person_id, direction, lag(direction) over (
          partition by person_id, country order by crossed_at) as before
        from ${truth('crossings')})
      where direction = before`,
    )
    expect(broken).toEqual([])
  })

  it('says of every line of every file whose it is', async () => {
    for (const { path, records, recordType } of drawn.files) {
      if (recordType !== 'movement') continue
      const lines = await linesOf(path)
      expect(lines.length).toBe(records + 1)
      const [known] = await engine.rows<{ first: number; last: number; lines: number }>(
        `select min(line) as first, max(line) as last, count(distinct line) as lines
        from ${truth('records')} where file = '${path.replace('records/', '')}'`,
      )
      expect(known).toEqual({ first: 2, last: records + 1, lines: records })
    }
  })

  it('ties every line of a permit office, a register or a reception centre to a person', async () => {
    const lines = await linesOf('records/cri_permisos.csv')
    const rows = await engine.rows<{ line: number; birth: string; citizenship: string }>(
      `select line, birth_date::varchar as birth, citizenship
      from ${truth('registrations')} join ${truth('persons')} using (person_id)
      where file = 'cri_permisos.csv' order by line`,
    )
    expect(rows.map(({ line }) => line)).toEqual(lines.slice(1).map((_, index) => index + 2))
    for (const { line, birth, citizenship } of rows) {
      expect(lines[line - 1]).toContain(`;${birth};${citizenship};`)
    }
  })

  it('ties a line to the person who is named in it, and to the crossing', async () => {
    const lines = await linesOf('records/dom_movimientos.zip')
    const rows = await engine.rows<{
      line: number
      paternal: string
      written: string
      direction: string
    }>(
      `select line, paternal_name as paternal, strftime(crossed_at, '%Y%m%d,%H%M') as written, direction
      from ${truth('records')} join ${truth('persons')} using (person_id)
        join ${truth('crossings')} using (crossing_id)
      where file = 'dom_movimientos.zip' and errors is null`,
    )
    expect(rows.length).toBeGreaterThan(1000)
    for (const { line, paternal, written, direction } of rows) {
      const text = lines[line - 1]!
      expect(text.startsWith(`${written},${direction === 'arrival' ? 'E' : 'S'},`)).toBe(true)
      const bare = paternal
        .normalize('NFD')
        .replace(/[^A-Za-z]/g, '')
        .slice(0, 2)
      expect(text.split(',')[5]!.replace(/[^A-Z]/g, '')).toContain(bare.toUpperCase())
    }
  })

  it('records each crossing once, but for the repeats it plants', async () => {
    const wrong = await engine.rows(
      `select crossing_id from ${truth('records')} group by crossing_id
      having count(*) filter (not copy) <> 1 or count(*) filter (copy) > 1
      union all
      select crossing_id from ${truth('crossings')}
      where recorded <> (crossing_id in (select crossing_id from ${truth('records')}))`,
    )
    expect(wrong).toEqual([])
  })

  it('plants every kind of error as often as it says', async () => {
    const rows = await engine.rows<{ country: string; kind: string; n: number }>(
      `select country, kind, count(*) as n from (
        select country, unnest(string_split(errors, ' ')) as kind
        from ${truth('records')} join ${truth('crossings')} using (crossing_id))
      group by all`,
    )
    for (const { country, kind, n } of rows) expect(drawn.counts.errors[country]![kind]).toBe(n)
    const planted = new Set(rows.map((row) => row.kind))
    for (const kind of [
      'family-misspelt',
      'surnames-swapped',
      'maternal-missing',
      'late',
      'duplicate-exact',
      'impossible-date',
    ]) {
      expect(planted).toContain(kind)
    }
  })

  it('makes the population of the countries out of its residents', async () => {
    const text = readFileSync(join(out, 'records/poblacion.csv'), 'utf8')
    const rows = text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
    const total = (year: string) =>
      rows.filter((row) => row[1] === year).reduce((sum, row) => sum + Number(row[6]), 0)
    const { counts, populationScale } = JSON.parse(
      readFileSync(join(out, 'region.json'), 'utf8'),
    ) as RegionManifest
    expect(total('2015')).toBeLessThan(counts.persons)
    // 53 million inhabitants in 2015, by the parameters.
    expect(Math.abs((total('2015') * populationScale) / 53_072_000 - 1)).toBeLessThan(0.002)
    expect(total('2024') / total('2015')).toBeGreaterThan(1.05)
    expect(total('2024') / total('2015')).toBeLessThan(1.25)
  })
})

describe('the folder of a drawing', () => {
  it('is refused where it holds something that was not drawn', async () => {
    const folder = join(root, 'mine')
    mkdirSync(folder)
    writeFileSync(join(folder, 'letter.txt'), 'dear all')
    await expect(drawRegion({ out: folder, persons: 10 })).rejects.toMatchObject({
      code: 'synthetic.folder-not-empty',
    })
    expect(readdirSync(folder)).toEqual(['letter.txt'])
  })

  it('takes the place of an earlier drawing, and of an empty folder', async () => {
    const folder = join(root, 'twice')
    mkdirSync(folder)
    await drawRegion({ out: folder, persons: 50, seed: 1 })
    const second = await drawRegion({ out: folder, persons: 60, seed: 2, countries: ['SLV'] })
    expect(second.counts.persons).toBe(60)
    expect(
      readdirSync(join(folder, 'records'))
        .map((name) => `records/${name}`)
        .sort(),
    ).toEqual(second.files.map(({ path }) => path).sort())
    expect(readdirSync(root).filter((name) => name.startsWith('.twice'))).toEqual([])
  })

  it('is not there when the drawing was given up', async () => {
    const giveUp = new AbortController()
    const folder = join(root, 'given-up')
    const drawing = drawRegion({ out: folder, persons: 20_000, signal: giveUp.signal }, () =>
      giveUp.abort(new Error('enough')),
    )
    await expect(drawing).rejects.toThrow('enough')
    expect(existsSync(folder)).toBe(false)
    expect(readdirSync(root).filter((name) => name.includes('given-up'))).toEqual([])
  })

  it('clears away what a killed drawing left beside it', async () => {
    const folder = join(root, 'after-kill')
    // No process has this number: Linux counts to 4,194,304.
    const left = join(root, '.after-kill.drawing-99999999')
    mkdirSync(left)
    writeFileSync(join(left, 'half'), '')
    await drawRegion({ out: folder, persons: 20 })
    expect(existsSync(left)).toBe(false)
  })

  it('brings an earlier drawing back that was moved away when the process was killed', async () => {
    const folder = join(root, 'moved-away')
    await drawRegion({ out: folder, persons: 20 })
    const { renameSync } = await import('node:fs')
    renameSync(folder, join(root, '.moved-away.drawing-99999999.earlier'))
    const giveUp = new AbortController()
    giveUp.abort(new Error('enough'))
    await expect(drawRegion({ out: folder, persons: 20, signal: giveUp.signal })).rejects.toThrow(
      'enough',
    )
    expect(existsSync(join(folder, 'region.json'))).toBe(true)
  })
})

describe('options of a drawing', () => {
  it.each([
    [{ countries: ['FRA'] }, 'country-unknown'],
    [{ countries: ['GTM', 'GTM'] }, 'country-unknown'],
    [{ countries: [] }, 'country-unknown'],
    [{ firstYear: 2024, lastYear: 2015 }, 'years-invalid'],
    [{ firstYear: 1200 }, 'years-invalid'],
    [{ persons: 0 }, 'number-invalid'],
    [{ persons: Number.NaN }, 'number-invalid'],
    [{ seed: -1 }, 'number-invalid'],
  ])('%o are refused as %s', async (options, code) => {
    const refused = drawRegion({ out: join(root, 'never'), ...options })
    await expect(refused).rejects.toMatchObject({ code: `synthetic.${code}` })
    expect(existsSync(join(root, 'never'))).toBe(false)
  })
})

describe('the drawn files at the door', () => {
  it('are taken in like any other, and only planted errors are rejected', async () => {
    await withNode(async (node) => {
      for (const { path, profilePath, recordType, records } of drawn.files) {
        const report = await importFile(node, keeper, {
          file: join(out, path),
          profile: join(out, profilePath),
          receivedOn: '2025-01-31',
        })
        expect(report.rowsRead).toBe(records)
        const findings = await listFindings(node, keeper, report.batch, { limit: 100_000 })
        const rejected = new Set(
          findings.findings.filter((one) => one.level === 'reject').map((one) => one.line),
        )
        expect(rejected.size).toBe(report.rowsRejected)
        // Institutions that are no desk write without a slip: whatever is unknown is so to the profile.
        if (['incident', 'displacement', 'survey-response'].includes(recordType)) {
          expect(findings.findings.filter(({ rule }) => rule.startsWith('value.'))).toEqual([])
        }
        const file = path.replace('records/', '')
        const planted = await engine.rows<{ line: number }>(
          `select line from ${truth('records')} where file = '${file}'
            and regexp_matches(errors, 'impossible-date|birth-after-crossing|ragged-line|crossing-date-typo')`,
        )
        const allowed = new Set(planted.map((row) => row.line))
        expect([...rejected].filter((line) => !allowed.has(line))).toEqual([])
      }
    })
  }, 180_000)
})
