// The residence rule with all its dates on ten million crossings, journeys repaired on the way,
// beside one window pass of the engine (`lead` over person in order of date, result written) on the
// same file in the same run; and the plain-file door on as many lines of CSV.
//
//   npx tsx benchmarks/residence.ts                  10,000,000 crossings
//   npx tsx benchmarks/residence.ts --rows 1000000
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { residenceCriteria } from '@caudal/methods/measure/residence'
import { openDuckDb } from '../packages/platform/src/store/index.ts'
import { decideCrossings } from '../packages/platform/src/measure/residence/decide-crossings.ts'
import { OutcomeTable } from '../packages/platform/src/measure/residence/outcome-table.ts'
import { measureResidenceFile } from '../packages/platform/src/measure/residence/service.ts'

const at = process.argv.indexOf('--rows')
const rows = at === -1 ? 10_000_000 : Number(process.argv[at + 1])
const rounds = 3
const limit = 10

const folder = await mkdtemp(join(tmpdir(), 'caudal-bench-residence-'))
const engine = await openDuckDb({ temporaryFolder: join(folder, 'spill') })
const path = (name: string) => `'${join(folder, name)}'`
const options = {
  criterion: residenceCriteria['twelve-in-sixteen'],
  observedUntil: 365 * 54,
  duplicateMinutes: 0,
}

try {
  // Journeys of about five crossings over fourteen years; one direction in thirty is wrong.
  await engine.run(`copy (
    select person, crossed_at,
      case when (row_number() over (partition by person order by crossed_at) + person) % 2
        = (hash(person * 7 + epoch(crossed_at)) % 30 = 0)::integer then 'arrival' else 'departure' end as direction
    from (
      select (hash(i) % ${Math.ceil(rows / 5)})::integer as person,
        timestamp '2010-01-01' + to_minutes((hash(i * 31 + 7) % 7200000)::bigint) as crossed_at
      from range(${rows}) as given(i))
    order by hash(person + epoch(crossed_at))
  ) to ${path('crossings.parquet')}`)

  const ratios: number[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const pass = await seconds(() =>
      engine.run(`copy (
        select *, lead(crossed_at) over (partition by person order by crossed_at) as next_at
        from ${path('crossings.parquet')}
      ) to ${path('lead.parquet')}`),
    )
    const rule = await seconds(decideAndWrite)
    ratios.push(rule / pass)
    console.log(
      `round ${round}: window pass ${pass.toFixed(2)} s, rule ${rule.toFixed(2)} s, ratio ${(rule / pass).toFixed(2)}`,
    )
  }
  const ratio = ratios.sort((a, b) => a - b)[Math.floor(rounds / 2)]!
  console.log(
    `${rows} crossings: ${ratio.toFixed(2)} times one window pass (median of ${rounds}); limit ${limit}, aim 5`,
  )

  await engine.run(`copy (
    select 'P' || person as person_id, strftime(crossed_at, '%Y-%m-%d %H:%M') as crossed_at, direction
    from ${path('crossings.parquet')}) to ${path('crossings.csv')} (format csv, header)`)
  let bytes = 0
  const door = await seconds(async () => {
    await measureResidenceFile(join(folder, 'crossings.csv'), options, async (part) => {
      bytes += part.length
    })
  })
  const perMillion = (door / rows) * 1e6
  console.log(
    `the plain-file door: ${door.toFixed(1)} s, ${perMillion.toFixed(2)} s a million lines, ${(bytes / 2 ** 20).toFixed(0)} MiB written`,
  )
  console.log(`most memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`)
  process.exitCode = ratio <= limit ? 0 : 1
} finally {
  engine.close()
  await rm(folder, { recursive: true, force: true })
}

async function decideAndWrite(): Promise<void> {
  await engine.run('drop table if exists outcomes')
  const table = new OutcomeTable(engine)
  await table.create()
  const sorted = engine.numbers(`
    select person, (row_number() over () - 1)::integer as file_row,
      (crossed_at::date - date '1970-01-01')::integer as day,
      (direction = 'arrival')::tinyint as direction, epoch(crossed_at) / 60 as minute
    from ${path('crossings.parquet')} order by person, crossed_at`)
  await decideCrossings(sorted, options, new Map(), table)
  await engine.run(`copy outcomes to ${path('outcomes.parquet')}`)
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}
