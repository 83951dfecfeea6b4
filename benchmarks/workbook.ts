// Claim: a workbook of 200,000 rows and 12 columns comes into a node, every rule on, in under 30 s
// and 1 GiB of memory.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNode } from '../packages/platform/src/store/index.ts'
import { importFile } from '../packages/platform/src/collect/service.ts'
import { crossingsProfile } from '../packages/platform/src/collect/testing-import.ts'
import { workbookOf, type TestCell } from '../packages/platform/src/collect/testing-workbook.ts'
import { keeper } from '../packages/platform/src/govern/testing-actors.ts'

const rows = 200_000
const limit = { seconds: 30, bytes: 2 ** 30 }
const header = 'fecha,sentido,pais,sexo,nacimiento,nombres,apellidos,documento,a,b,c,d'.split(',')

/** SYNTHETIC: crossings that say little and are all different. */
function* crossings(): Iterable<readonly TestCell[]> {
  yield header
  for (let n = 0; n < rows; n += 1) {
    const day = String((n % 28) + 1).padStart(2, '0')
    const month = String((Math.floor(n / 28) % 12) + 1).padStart(2, '0')
    yield [
      `${day}/${month}/2020`,
      n % 2 === 0 ? 'E' : 'S',
      n % 3 === 0 ? 'GTM' : 'SLV',
      n % 2 === 0 ? 'F' : 'M',
      `${day}/${month}/${1950 + (n % 60)}`,
      `Nombre${n % 997}`,
      `Apellido${n % 1999} Otro${n % 499}`,
      `P${String(n).padStart(8, '0')}`,
      n,
      n / 7,
      n % 2 === 0,
      'texto',
    ]
  }
}

const folder = await mkdtemp(join(tmpdir(), 'caudal-bench-'))
let failed = false
try {
  const file = join(folder, 'cruces.xlsx')
  const profile = join(folder, 'perfil.json')
  await writeFile(file, workbookOf({ Datos: [...crossings()] }))
  await writeFile(profile, JSON.stringify(crossingsProfile({ layout: { format: 'xlsx' } })))
  const node = await openNode({ root: join(folder, 'node') })
  try {
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 50)
    const before = process.memoryUsage().rss
    const started = performance.now()
    const report = await importFile(node, keeper, { file, profile })
    const seconds = (performance.now() - started) / 1000
    clearInterval(watch)
    const read = report.seconds.read ?? Number.NaN
    const kept = seconds < limit.seconds && most < limit.bytes && report.rowsAccepted === rows
    failed ||= !kept
    console.log(
      `${rows} rows imported in ${seconds.toFixed(1)} s, ${read.toFixed(1)} s of it reading the sheet, ` +
        `peak ${(most / 2 ** 20).toFixed(0)} MiB (${(before / 2 ** 20).toFixed(0)} before); limit ` +
        `${limit.seconds} s and 1024 MiB: ${kept ? 'kept' : 'BROKEN'}`,
    )
  } finally {
    await node.close()
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
process.exit(failed ? 1 : 0)
