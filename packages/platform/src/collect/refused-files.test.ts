import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { importFile, listBatches } from './service.ts'
import {
  crossing,
  crossings,
  crossingsProfile,
  filesOf,
  testFolder,
  writeImport,
} from './testing-import.ts'
import { zipOf } from './testing-zip.ts'
import { keeper } from '../govern/testing-actors.ts'

/** One node for all that is refused, since nothing of it stays. */
let shared: CaudalNode
let release = () => {}
let closed: Promise<void> | undefined
beforeAll(async () => {
  await new Promise<void>((ready) => {
    closed = withNode(async (node) => {
      await importFile(node, keeper, writeImport(crossings(crossing())))
      shared = node
      const released = new Promise<void>((resolve) => (release = resolve))
      ready()
      await released
    })
  })
})
afterAll(async () => {
  release()
  await closed
})

/** A refused import leaves the node as it was. */
async function expectRefusal(
  content: string | Buffer,
  code: string,
  details: Record<string, unknown> = {},
  layout?: Record<string, unknown>,
): Promise<void> {
  const before = [await listBatches(shared, keeper), filesOf(shared)]
  const profile = crossingsProfile(layout && { id: 'other-crossings', layout })
  await expect(importFile(shared, keeper, writeImport(content, { profile }))).rejects.toMatchObject(
    {
      code: `collect.${code}`,
      details,
    },
  )
  expect([await listBatches(shared, keeper), filesOf(shared)]).toEqual(before)
}

describe('a file in an encoding', () => {
  const accented = crossings(crossing({ apellidos: 'Núñez €' }))
  const codePage = accented.replace('€', '\x80')
  const bytes = Buffer.from(codePage, 'latin1')

  async function familyNames(content: Buffer, encoding?: string): Promise<unknown> {
    return withNode(async (node) => {
      const layout = { format: 'csv', delimiter: ',', ...(encoding && { encoding }) }
      const report = await importFile(
        node,
        keeper,
        writeImport(content, { profile: crossingsProfile({ layout }) }),
      )
      const [batch] = await listBatches(node, keeper)
      const plain = join(testFolder(), 'identities.parquet')
      const sealed = batch!.files.find(({ kind }) => kind === 'identities')!
      await node.keyring.decryptFile(
        join(node.folder.root, sealed.path),
        plain,
        node.keyring.unwrapDataKey(batch!.wrappedKey!),
      )
      const [row] = await node.lake.rows(`SELECT family_names FROM read_parquet('${plain}')`)
      return [row!['family_names'], report.quality.encoding, report.quality.byteOrderMark]
    })
  }

  it('is read as Windows-1252, whose euro sign is byte 0x80', async () => {
    expect(await familyNames(bytes, 'windows-1252')).toEqual(['Núñez €', 'windows-1252', false])
  })

  it('is read as true Latin-1, in which 0x80 is no euro sign', async () => {
    expect(await familyNames(bytes, 'latin-1')).toEqual(['Núñez \u0080', 'latin-1', false])
  })

  it('is read by its byte order mark', async () => {
    const little = Buffer.from(`\ufeff${accented}`, 'utf16le')
    const big = Buffer.from(little).swap16()
    expect(await familyNames(little)).toEqual(['Núñez €', 'utf-16le', true])
    expect(await familyNames(big)).toEqual(['Núñez €', 'utf-16be', true])
    expect(await familyNames(Buffer.from(`\ufeff${accented}`))).toEqual(['Núñez €', 'utf-8', true])
  })

  it('that is not the one of the profile is refused with its line, and a guess', async () => {
    await expectRefusal(bytes, 'encoding-broken', {
      line: 2,
      encoding: 'utf-8',
      looksLike: 'windows-1252',
    })
    const utf16 = Buffer.from(accented, 'utf16le')
    await expectRefusal(utf16, 'encoding-broken', { looksLike: 'utf-16le' })
    const layout = { format: 'csv', delimiter: ',', encoding: 'windows-1252' }
    await expectRefusal(
      Buffer.from(accented),
      'encoding-contradicted',
      { looksLike: 'utf-8' },
      layout,
    )
    const undefinedByte = Buffer.from(codePage.replace('\x80', '\x81'), 'latin1')
    await expectRefusal(
      undefinedByte,
      'encoding-broken',
      { encoding: 'windows-1252', line: 2 },
      layout,
    )
  })
})

describe('a file that cannot be taken in is refused, and no earlier data is touched:', () => {
  it('an empty file', () => expectRefusal('', 'file-empty'))
  it('a header only', () => expectRefusal(crossings(), 'file-without-records'))

  it('a wrong delimiter', () =>
    expectRefusal(crossings(crossing()).replaceAll(',', ';'), 'delimiter-wrong', {
      looksLike: '";"',
    }))

  it('a column that the profile names and the file does not have', () =>
    expectRefusal(crossings(crossing()).replace('sentido', 'direccion'), 'columns-missing', {
      columns: 'sentido',
    }))

  it('a header that names a column twice', () =>
    expectRefusal(crossings(crossing()).replace('sexo', 'Pais'), 'columns-missing').then(() =>
      expectRefusal(
        `${crossings(crossing()).trimEnd().replace('documento', 'documento,Sexo')},M\n`,
        'column-repeated',
        { column: 'Sexo' },
      ),
    ))

  it('records of which none can be accepted', () =>
    expectRefusal(crossings(crossing({ fecha: 'ayer' })), 'nothing-accepted', { rows: 1 }))

  it('a truncated gzip', () => {
    const packed = gzipSync(
      crossings(...Array.from({ length: 5000 }, (_, n) => crossing({ documento: `P${n}` }))),
    )
    return expectRefusal(packed.subarray(0, packed.length - 2000), 'archive-broken')
  })

  it('a truncated zip', () => {
    const zip = zipOf({ 'cruces.csv': crossings(crossing()) })
    return expectRefusal(zip.subarray(0, zip.length - 30), 'archive-broken')
  })

  it('a zip whose content does not match its checksum', () => {
    const zip = zipOf({ 'cruces.csv': crossings(crossing()) })
    zip[zip.indexOf('Ximena')]! += 1
    return expectRefusal(zip, 'archive-broken', {
      reason: {
        es: 'su contenido no es el que se empaquetó',
        en: 'what it holds is not what was packed',
        fr: 'son contenu n’est pas celui qui a été compressé',
      },
    })
  })

  it('a zip of several files of which the profile names none', () =>
    expectRefusal(
      zipOf({ 'a.csv': crossings(crossing()), 'b.csv': 'x' }),
      'archive-member-unclear',
      {
        members: 'a.csv, b.csv',
      },
    ))

  it('a bomb', () =>
    expectRefusal(
      gzipSync(
        Buffer.concat([Buffer.from(crossings(crossing())), Buffer.alloc(80 * 2 ** 20, 0x0a)]),
      ),
      'archive-too-large',
    ))

  it('a picture, and bytes that are no text, by what they are', async () => {
    const picture = Buffer.concat([Buffer.from('\x89PNG\r\n', 'latin1'), Buffer.alloc(500, 7)])
    await expectRefusal(picture, 'file-binary', {
      looksLike: { es: 'una imagen (PNG)', en: 'a picture (PNG)', fr: 'une image (PNG)' },
    })
    await expectRefusal(Buffer.from([1, 2, 3, 250, 0, 0, 4, 5, 10, 200, 6, 7]), 'file-binary')
  })

  it('a file of another kind', () =>
    expectRefusal('%PDF-1.7 …', 'format-not-text', { looksLike: 'PDF' }))
})

describe('a file of JSON', () => {
  it('cut short in the middle of its JSON is refused with its line', async () => {
    const layout = { format: 'json' }
    await expectRefusal(
      '[{"fecha": "05/03/2020"},\n{"fecha": "05',
      'json-broken',
      { line: 2, reason: 'EOF' },
      layout,
    )
    await expectRefusal('fecha,sentido\n', 'format-not-text', { looksLike: 'CSV' }, layout)
  })
})

it('a profile that gives a part of a column the name of another column', async () => {
  const split = [{ column: 'documento', pattern: '(?<pais>.).*' }]
  const profile = crossingsProfile({ id: 'other-crossings', split })
  await expect(
    importFile(shared, keeper, writeImport(crossings(crossing()), { profile })),
  ).rejects.toMatchObject({ code: 'collect.split-column-taken', details: { column: 'pais' } })
})
