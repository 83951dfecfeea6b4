// Claim: a profile is proposed for a file of 1 GB in under 2 s, and takes no longer than for one of
// a thousandth of its size.
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { suggestProfile } from '../packages/platform/src/collect/service.ts'
import { crossing, crossingsHeader } from '../packages/platform/src/collect/testing-import.ts'

const limitSeconds = 2
const countries = ['GTM', 'SLV', 'HND', 'NIC', 'CRI', 'PAN', 'MEX', 'USA']

/** SYNTHETIC: a file of crossings of about so many bytes. */
async function write(path: string, bytes: number): Promise<void> {
  const lines = Array.from({ length: 5000 }, (_, n) =>
    crossing({
      fecha: `${String((n % 28) + 1).padStart(2, '0')}/${String((n % 12) + 1).padStart(2, '0')}/2020`,
      sentido: n % 2 === 0 ? 'E' : 'S',
      pais: countries[n % countries.length]!,
      documento: `P${String(n * 7919).padStart(8, '0')}`,
    }),
  )
  const block = `${lines.join('\n')}\n`
  const file = createWriteStream(path)
  file.write(`${crossingsHeader}\n`)
  for (let written = 0; written < bytes; written += block.length) {
    if (!file.write(block)) await once(file, 'drain')
  }
  file.end()
  await once(file, 'close')
}

const folder = await mkdtemp(join(tmpdir(), 'caudal-bench-'))
let failed = false
try {
  const seconds: number[] = []
  for (const bytes of [2 ** 20, 10 ** 9]) {
    const file = join(folder, 'cruces.csv')
    await write(file, bytes)
    const started = performance.now()
    const { recordTypes, fields } = await suggestProfile({ file, country: 'HND' })
    seconds.push((performance.now() - started) / 1000)
    console.log(
      `${((await stat(file)).size / 1e6).toFixed(0)} MB: ${recordTypes[0]!.id}, ${fields.length} fields, ${seconds.at(-1)!.toFixed(2)} s`,
    )
    failed ||= recordTypes[0]!.id !== 'movement' || seconds.at(-1)! >= limitSeconds
  }
  console.log(
    `limit ${limitSeconds} s: ${failed ? 'BROKEN' : 'kept'}; a thousand times the bytes take ${(seconds[1]! / seconds[0]!).toFixed(2)} of the time`,
  )
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
