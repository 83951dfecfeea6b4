import { generateKeyPairSync, sign } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { publisherOf } from '../../govern/testing-actors.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { filesEdition } from './bake.ts'
import { unsignedFilesOf } from './check-files.ts'
import { packZip } from './release-zip.ts'
import { listReleaseFiles, releaseFolder } from './release-folder.ts'
import type { RecordedRelease } from './releases.ts'
import { createReleaseService } from './service.ts'
import { verifyFiles } from './verify.ts'

const ana = publisherOf('SLV')

/** SYNTHETIC crossings of a month: two of them French. */
const crossings = `select 'SLV' as country, date '2019-03-01' + (i * 7919 % 31)::integer as crossed_on,
    case when i % 2 = 0 then 'arrival' else 'departure' end as direction,
    case when i < 2 then 'FRA' when i % 3 = 0 then 'GTM' else 'NIC' end as citizenship,
    'land' as mode, 'F' as sex, 18 + i * 13 % 60 as age, 1941 + i * 13 % 60 as birth_year
  from range(600) as drawn(i)`

let node: CaudalNode
let drafted: RecordedRelease
let folder: string
let end = (): void => {}
let ended: Promise<void>

// one node for all: each test puts back what it has touched
beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    ended = withNode(async (opened) => {
      node = opened
      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'a',
        synthetic: true,
        sql: crossings,
      })
      drafted = await createReleaseService(node).draft(ana, {
        series: 'flows',
        title: { es: 'Flujos', en: 'Flows', fr: 'Flux' },
        rules: { threshold: 3 },
        figures: [
          {
            id: 'by-citizenship',
            cube: 'movements',
            table: 'rows=citizenship&columns=direction&where=country:SLV;time:2019-03',
          },
        ],
      })
      folder = join(releaseFolder(node, drafted.id), 'public')
      // printed beside it, as where a Chromium is found
      writeFileSync(join(folder, 'es/release.pdf'), '%PDF-1.7 SYNTHETIC')
      drafted = { ...drafted, unsignedFiles: unsignedFilesOf(node, drafted.id) }
      cpSync(folder, `${folder}.before`, { recursive: true })
      ready()
      await new Promise<void>((resolve) => {
        end = resolve
      })
    })
    ended.catch(failed)
  })
}, 120_000)

afterEach(() => {
  rmSync(folder, { recursive: true })
  cpSync(`${folder}.before`, folder, { recursive: true })
})

afterAll(async () => {
  end()
  await ended
})

const verify = (release: RecordedRelease) =>
  verifyFiles(
    node,
    release,
    (content) => node.keyring.signingKey('releases').sign(content),
    () => {},
  )

/** Turns one bit in the middle of a file. */
function touch(path: string): void {
  const bytes = readFileSync(path)
  bytes[Math.floor(bytes.length / 2)]! ^= 1
  writeFileSync(path, bytes)
}

test('what was done to a file of a release is told of it by name', async () => {
  expect(await verify(drafted)).toMatchObject({ outcome: 'verified', compared: 'files' })

  const told = async (harm: () => void) => {
    harm()
    const found = await verify(drafted)
    rmSync(folder, { recursive: true })
    cpSync(`${folder}.before`, folder, { recursive: true })
    return found.outcome === 'differs' ? found.differences : found.outcome
  }
  const touched = ['es/index.html', 'fr/by-citizenship.xlsx', 'es/release.pdf', 'archive.zip']
  for (const file of touched) {
    expect(await told(() => touch(join(folder, file)))).toEqual([{ file, kind: 'altered' }])
  }
  for (const file of ['sdmx/by-citizenship.csv', 'es/release.pdf', 'archive.zip']) {
    expect(await told(() => rmSync(join(folder, file)))).toEqual([{ file, kind: 'missing' }])
  }
  for (const file of ['manifest.json', 'manifest.sig']) {
    expect(await told(() => rmSync(join(folder, file)))).toEqual([{ file, kind: 'missing' }])
  }
  const add = () => {
    mkdirSync(join(folder, 'de'))
    writeFileSync(join(folder, 'de/index.html'), 'SYNTHETIC')
    writeFileSync(join(folder, 'en/release.pdf'), '%PDF-1.7 SYNTHETIC')
  }
  expect(await told(add)).toEqual([
    { file: 'de/index.html', kind: 'added' },
    { file: 'en/release.pdf', kind: 'added' },
  ])
})

test('only what was drafted is served', async () => {
  const service = createReleaseService(node)
  const { id } = drafted
  // the register knows of none
  rmSync(join(folder, 'es/release.pdf'))
  await service.approve({ ...ana, id: 'Bea' }, id)
  await service.publish({ ...ana, id: 'Bea' }, id)
  expect(await service.readFile(id, 'es/by-citizenship.csv')).toBeDefined()
  writeFileSync(join(folder, 'es/by-nobody.csv'), 'SYNTHETIC')
  expect(await service.readFile(id, 'es/by-nobody.csv')).toBeUndefined()
  for (const file of ['es/by-citizenship.csv', 'manifest.sig', 'manifest.json']) {
    touch(join(folder, file))
    await expect(service.readFile(id, file)).rejects.toMatchObject({
      code: 'release.files-damaged',
      details: { file },
    })
  }
})

test('a manifest that another key has signed is told from one that was altered', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const manifest = readFileSync(join(folder, 'manifest.json'))
  const signature = readFileSync(join(folder, 'manifest.sig'))
  const signWith = (content: Buffer) => sign(null, content, privateKey).toString('base64')

  writeFileSync(join(folder, 'manifest.sig'), signWith(manifest))
  expect(await verify(drafted)).toEqual({
    outcome: 'differs',
    differences: [{ file: 'manifest.sig', kind: 'other-signature' }],
  })
  const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(12).toString('base64')
  const forged = Buffer.from(manifest.toString().replace(drafted.publicKey, key))
  writeFileSync(join(folder, 'manifest.json'), forged)
  writeFileSync(join(folder, 'manifest.sig'), signWith(forged))
  expect(await verify(drafted)).toEqual({
    outcome: 'differs',
    differences: [{ file: 'manifest.json', kind: 'other-key' }],
  })
  writeFileSync(join(folder, 'manifest.sig'), signature)
  writeFileSync(join(folder, 'manifest.json'), `${manifest.toString()} `)
  expect(await verify(drafted)).toEqual({
    outcome: 'differs',
    differences: [{ file: 'manifest.json', kind: 'altered' }],
  })
})

test('the archive of a release from before its digest was kept has to hold what was signed', async () => {
  const release = { ...drafted, unsignedFiles: null }
  // another machine packs the same files into other bytes
  const names = listReleaseFiles(node, drafted.id).filter((name) => !/\.(?:zip|pdf)$/.test(name))
  const contents = new Map(names.map((name) => [name, readFileSync(join(folder, name))]))
  const path = join(folder, 'archive.zip')
  writeFileSync(path, Buffer.concat([packZip(contents).subarray(0, -2), Buffer.from([1, 0, 32])]))
  expect(await verify(release)).toMatchObject({ outcome: 'verified' })
  writeFileSync(path, packZip(new Map([...contents].slice(1))))
  expect(await verify(release)).toEqual({
    outcome: 'differs',
    differences: [{ file: 'archive.zip', kind: 'altered' }],
  })
  touch(path)
  expect(await verify(release)).toMatchObject({ outcome: 'differs' })
})

test('a release that another version drafted is compared by its figures', async () => {
  const older = { ...drafted, program: '0.0.1' }
  expect(await verify(older)).toEqual({
    outcome: 'verified',
    files: 1,
    compared: 'tables',
  })
  const [figure] = drafted.plan.figures
  const arrivals = 'rows=citizenship&where=country:SLV;time:2019-03;direction:arrival'
  const counted = { ...older.plan, figures: [{ ...figure!, table: arrivals }] }
  expect(await verify({ ...older, plan: counted })).toEqual({
    outcome: 'differs',
    differences: [{ file: 'en/by-citizenship.json', kind: 'recount' }],
  })
})

test('what another method counted is not recomputable, where it comes out otherwise', async () => {
  const [source] = drafted.sources
  const other = { ...drafted, sources: [{ ...source!, methodVersion: '0' }] }
  expect(await verify(other)).toMatchObject({ outcome: 'verified', compared: 'tables' })
  const [figure] = drafted.plan.figures
  const arrivals = 'rows=citizenship&where=country:SLV;time:2019-03;direction:arrival'
  const plan = { ...drafted.plan, figures: [{ ...figure!, table: arrivals }] }
  expect(await verify({ ...other, plan })).toEqual({
    outcome: 'other-method',
    methods: [{ cube: 'movements', was: '0', is: expect.stringMatching(/^[1-9]/) }],
    hiddenOtherwise: [],
  })
})

test('cells that another version of protection hides are told from figures that differ', async () => {
  const { protectionEdition: _, ...before } = drafted.plan
  expect(before.edition).toBe(filesEdition)
  const hidingMore = { ...drafted.plan, rules: { threshold: 250 } }
  expect(await verify({ ...drafted, plan: { ...before, rules: { threshold: 250 } } })).toEqual({
    outcome: 'other-method',
    methods: [],
    hiddenOtherwise: ['by-citizenship'],
  })
  expect(await verify({ ...drafted, plan: hidingMore })).toMatchObject({
    outcome: 'differs',
  })
})
