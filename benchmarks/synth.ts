// Claim: the synthetic region that a new node draws (six countries, at least 300,000 persons and
// 2 million crossings over ten years) is drawn in under 60 s on two cores, files and truth
// included, in bounded memory: twice the persons take little more of it.
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawRegion } from '../packages/platform/src/synthetic/index.ts'
import { defaultDrawing } from '../packages/platform/src/synthetic/drawing-options.ts'

const limitSeconds = 60
const least = { persons: 300_000, crossings: 2_000_000 }

const folder = await mkdtemp(join(tmpdir(), 'caudal-bench-'))
let failed = false
try {
  for (const persons of [defaultDrawing.persons, 2 * defaultDrawing.persons]) {
    const started = performance.now()
    const cpuBefore = process.cpuUsage()
    const drawn = await drawRegion({ out: join(folder, 'region'), persons })
    const seconds = (performance.now() - started) / 1000
    const cpu = process.cpuUsage(cpuBefore)
    const bytes = drawn.files.reduce((sum, file) => sum + file.bytes, 0)
    const { counts } = drawn
    console.log(
      `${String(counts.persons)} persons, ${String(counts.crossings)} crossings, ${String(counts.records)} records, ` +
        `${(bytes / 2 ** 20).toFixed(0)} MiB of files: ${seconds.toFixed(1)} s ` +
        `(${((cpu.user + cpu.system) / 1e6).toFixed(1)} s of processor, ${String(availableParallelism())} cores), ` +
        `peak ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
    )
    if (persons !== defaultDrawing.persons) continue
    const enough = counts.persons >= least.persons && counts.crossings >= least.crossings
    const fast = seconds < limitSeconds
    console.log(
      `limit ${String(limitSeconds)} s: ${fast ? 'kept' : 'BROKEN'}; size: ${enough ? 'kept' : 'BROKEN'}`,
    )
    failed ||= !fast || !enough
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
