import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { testFolder } from '../testing-import.ts'
import { zipOf } from '../testing-workbook.ts'
import { openByteSource } from './byte-source.ts'

const mebibyte = 2 ** 20

/** How many bytes of a file are given out, and what it was refused for, if it was. */
async function readAll(
  name: string,
  content: Buffer,
): Promise<{ bytes: number; refusal: unknown }> {
  const path = join(testFolder(), name)
  writeFileSync(path, content)
  let bytes = 0
  try {
    const source = await openByteSource(path)
    for await (const chunk of source.read()) bytes += chunk.length
    return { bytes, refusal: undefined }
  } catch (refusal) {
    return { bytes, refusal }
  }
}

const repeated = (line: string, times: number) => Buffer.from(line.repeat(times))

describe('a packed file', () => {
  it('that is a bomb is refused once 16 MiB of it are unpacked, and says how often it expands', async () => {
    const bomb = gzipSync(Buffer.alloc(250 * mebibyte, 0x0a))
    const { bytes, refusal } = await readAll('cruces.csv.gz', bomb)
    expect(bytes).toBeLessThanOrEqual(16 * mebibyte)
    expect(refusal).toMatchObject({
      code: 'collect.archive-too-large',
      status: 413,
      details: { limit: { en: '16 MiB, over 600 times what it takes up' } },
    })
  })

  it('that is a bomb of whole lines is refused once 64 MiB of it are unpacked', async () => {
    const bomb = gzipSync(repeated('2020-01-05;E;HND;TOU;Toncontin;aereo\n', 6_000_000))
    const { bytes, refusal } = await readAll('cruces.csv.gz', bomb)
    expect(bytes).toBeLessThanOrEqual(64 * mebibyte)
    expect(refusal).toMatchObject({ code: 'collect.archive-too-large' })
  })

  it('of a million lines passes, however much they are alike', async () => {
    const same = repeated('2020-01-05;E;HND;TOU;Toncontin;aereo\n', 1_000_000)
    const alike = Buffer.from(
      Array.from({ length: 1_000_000 }, (_, at) => {
        const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(at / 2700)))
        const sex = (at * 7919) % 1013 < 500 ? 'F' : 'M'
        return `${day.toISOString().slice(0, 10)};E;HND;TOU;Toncontin;${sex}\n`
      }).join(''),
    )
    for (const lines of [same, alike]) {
      const packed = gzipSync(lines)
      expect(lines.length / packed.length).toBeGreaterThan(50)
      expect(await readAll('cruces.csv.gz', packed)).toEqual({
        bytes: lines.length,
        refusal: undefined,
      })
    }
  })

  it('that says itself that it is a bomb is refused before anything of it is unpacked', async () => {
    const bomb = zipOf({ 'cruces.csv': Buffer.alloc(80 * mebibyte, 0x0a) })
    const { bytes, refusal } = await readAll('cruces.zip', bomb)
    expect([bytes, refusal]).toMatchObject([0, { code: 'collect.archive-too-large' }])
  })
})
