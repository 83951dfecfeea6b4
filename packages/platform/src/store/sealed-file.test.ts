import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { assert, asyncProperty, integer } from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { BrokenSeal, sealStream, unsealFile } from './sealed-file.ts'

const chunk = 2 ** 20
const sealedChunk = chunk + 16
const header = 50

const folder = mkdtempSync(join(tmpdir(), 'caudal-test-sealed-'))
const sealed = join(folder, 'identities.enc')
const opened = join(folder, 'identities')
const key = randomBytes(32)

afterAll(() => rmSync(folder, { recursive: true }))

beforeEach(() => {
  rmSync(sealed, { force: true })
  rmSync(opened, { force: true })
})

async function seal(content: Buffer, pieces = 65_536): Promise<{ bytes: number; sha256: string }> {
  const parts: Buffer[] = []
  for (let start = 0; start < content.length; start += pieces)
    parts.push(content.subarray(start, start + pieces))
  return sealStream(Readable.from(parts), sealed, key)
}

/** A chunk of a sealed file with its tag. */
function part(from: Buffer, index: number): Buffer {
  return from.subarray(
    header + index * sealedChunk,
    Math.min(from.length, header + (index + 1) * sealedChunk),
  )
}

async function expectBroken(bytes: Buffer, withKey = key): Promise<void> {
  writeFileSync(sealed, bytes)
  await expect(unsealFile(sealed, opened, withKey)).rejects.toBeInstanceOf(BrokenSeal)
  expect(existsSync(opened)).toBe(false)
}

describe('A sealed file', () => {
  it.each([0, 1, chunk - 1, chunk, chunk + 1, 2 * chunk, 3 * chunk + 17])(
    'of %i bytes is opened as it was',
    async (length) => {
      const content = randomBytes(length)
      const { bytes } = await seal(content)
      expect(statSync(sealed).size).toBe(bytes)
      expect(bytes).toBe(header + length + 16 * Math.max(1, Math.ceil(length / chunk)))
      await unsealFile(sealed, opened, key)
      expect(readFileSync(opened).equals(content)).toBe(true)
      expect(statSync(opened).mode & 0o777).toBe(0o600)
    },
  )

  it('is the same whatever the pieces it came in', async () => {
    const content = randomBytes(2 * chunk + 100)
    for (const pieces of [100_003, chunk, 3 * chunk]) {
      rmSync(sealed, { force: true })
      rmSync(opened, { force: true })
      await seal(content, pieces)
      await unsealFile(sealed, opened, key)
      expect(readFileSync(opened).equals(content)).toBe(true)
    }
  })

  it('shows nothing of its content, and never the same bytes twice', async () => {
    const content = Buffer.from('GARCÍA MÁRQUEZ '.repeat(1000))
    await seal(content)
    const first = readFileSync(sealed)
    rmSync(sealed)
    await seal(content)
    expect(first.includes('GARC')).toBe(false)
    expect(first.subarray(header).equals(readFileSync(sealed).subarray(header))).toBe(false)
  })

  it('is refused where any bit of it was turned', async () => {
    expect.hasAssertions()
    await seal(randomBytes(chunk + 1000))
    const whole = readFileSync(sealed)
    await assert(
      asyncProperty(integer({ min: 0, max: whole.length * 8 - 1 }), async (bit) => {
        const bytes = Buffer.from(whole)
        bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        await expectBroken(bytes)
      }),
      { numRuns: 60 },
    )
    for (let byte = 0; byte < header; byte += 1) {
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(bytes.readUInt8(byte) ^ 0x10, byte)
      await expectBroken(bytes)
    }
  })

  it('is refused where it was cut short, at a chunk or anywhere', async () => {
    expect.hasAssertions()
    await seal(randomBytes(2 * chunk + 10))
    const whole = readFileSync(sealed)
    const ends = [
      0,
      10,
      header,
      header + 15,
      header + 16,
      header + sealedChunk,
      header + 2 * sealedChunk,
      whole.length - 1,
    ]
    for (const end of ends) await expectBroken(whole.subarray(0, end))
  })

  it('is refused where something was added', async () => {
    expect.hasAssertions()
    await seal(randomBytes(chunk))
    const whole = readFileSync(sealed)
    await expectBroken(Buffer.concat([whole, Buffer.alloc(1)]))
    await expectBroken(Buffer.concat([whole, whole.subarray(header)]))
  })

  it('is refused where chunks changed places, were repeated or came from another file', async () => {
    expect.hasAssertions()
    await seal(randomBytes(3 * chunk + 5))
    const whole = readFileSync(sealed)
    const build = (...parts: Buffer[]) => Buffer.concat([whole.subarray(0, header), ...parts])
    await expectBroken(build(part(whole, 1), part(whole, 0), part(whole, 2), part(whole, 3)))
    await expectBroken(
      build(part(whole, 0), part(whole, 0), part(whole, 1), part(whole, 2), part(whole, 3)),
    )
    await expectBroken(build(part(whole, 0), part(whole, 2), part(whole, 3)))
    await expectBroken(build(part(whole, 0), part(whole, 1), part(whole, 2)))
    rmSync(sealed)
    await seal(randomBytes(3 * chunk + 5))
    const other = readFileSync(sealed)
    await expectBroken(build(part(whole, 0), part(other, 1), part(whole, 2), part(whole, 3)))
  })

  it('is refused with another key', async () => {
    expect.hasAssertions()
    await seal(randomBytes(100))
    await expectBroken(readFileSync(sealed), randomBytes(32))
  })

  it('does not stay behind half where its source fails', async () => {
    const failing = Readable.from(
      (function* () {
        yield randomBytes(chunk * 2)
        throw new Error('the disk of the source')
      })(),
    )
    await expect(sealStream(failing, sealed, key)).rejects.toThrow('the disk of the source')
    expect(existsSync(sealed)).toBe(false)
  })

  it('takes little memory however large it is', async () => {
    const piece = randomBytes(chunk)
    const source = Readable.from(
      (function* () {
        for (let count = 0; count < 200; count += 1) yield piece
      })(),
      { highWaterMark: 1 },
    )
    const before = process.memoryUsage().external
    let most = 0
    const watch = setInterval(
      () => (most = Math.max(most, process.memoryUsage().external - before)),
      5,
    )
    await sealStream(source, sealed, key)
    await unsealFile(sealed, opened, key)
    clearInterval(watch)
    expect(statSync(opened).size).toBe(200 * chunk)
    // garbage included; the whole file is 200 MiB
    expect(most).toBeLessThan(120 * chunk)
  })
})
