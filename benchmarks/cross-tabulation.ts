// Claim: a cross-tabulation of 50 million facts by country, year, sex, age group and direction,
// straight from the facts, takes at most 1.3 times the same SQL written by hand.
//
// Data: crossings drawn by hashing in ten batches (CAUDAL_BENCH_RECORDS for another number). Ours
// reads a specification, resolves it against the cube, compiles it, runs it and shapes the table
// with its margins and labels; by hand is one SELECT whose rows are read and thrown away. Both run
// in the same engine in the same process, in turns; medians of five are compared.
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRecordType, quoteText } from '@caudal/methods/collect'
import { compileCubeQuery, cubeDomain, factsSource, findCube } from '@caudal/methods/measure'
import { parseTableSpec, resolveTable, shapeTable } from '@caudal/methods/publish'
import { codeListsFor } from '../packages/platform/src/measure/service.ts'
import { receiveFacts } from '../packages/platform/src/measure/testing-facts.ts'
import { openNode } from '../packages/platform/src/store/index.ts'
import { crossingsSql } from './table-request/crossings.ts'

const limit = 1.3
const rounds = 5
const records = Number(process.env['CAUDAL_BENCH_RECORDS'] ?? 50_000_000)
const batches = 10

const cube = findCube('movements')!
const lists = codeListsFor(cube)
const query = 'rows=country,time.year,direction&columns=sex,age'

const root = await mkdtemp(join(tmpdir(), 'caudal-bench-'))
try {
  const node = await openNode({ root, role: 'command', registerUrl: '' })
  try {
    const paths: string[] = []
    for (let batch = 0; batch < batches; batch++) {
      const each = Math.ceil(records / batches)
      const received = await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'benchmark',
        synthetic: true,
        sql: crossingsSql(each, batch * each),
      })
      paths.push(...received.files.map(({ path }) => join(node.folder.root, path)))
    }
    const facts = factsSource(cube, getRecordType('movement'), [{ profile: 'one', paths }], lists)
    const domain = await domainOf()

    const byHand = `
      select country, year(crossed_on) as year, direction, sex, least(age // 5, 18) as age_group,
        count(*) as crossings
      from read_parquet([${paths.map(quoteText).join(', ')}])
      group by all`

    const ours: number[] = []
    const hand: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const handSeconds = await seconds(async () => {
        const rows = await node.lake.rows<{ crossings: number }>(byHand)
        expectTotal(rows.reduce((sum, row) => sum + row.crossings, 0))
      })
      const ourSeconds = await seconds(async () => expectTotal((await tabulate()).grandTotal))
      // The first round warms the file cache for both.
      if (round > 0) {
        hand.push(handSeconds)
        ours.push(ourSeconds)
      }
    }
    const [oursMedian, handMedian] = [median(ours), median(hand)]
    const ratio = Math.round((oursMedian / handMedian) * 100) / 100
    console.log(
      JSON.stringify({
        benchmark: 'cross-tabulation',
        facts: records,
        cores: availableParallelism(),
        ours: round3(oursMedian),
        byHand: round3(handMedian),
        ratio,
        limit,
      }),
    )
    console.log(
      `${records} facts: ${round3(oursMedian)} s against ${round3(handMedian)} s by hand, ratio ${ratio} (at most ${limit})`,
    )
    if (ratio > limit) process.exitCode = 1

    async function tabulate() {
      const table = resolveTable(cube, parseTableSpec(new URLSearchParams(query)), domain, lists)
      const compiled = compileCubeQuery(table.query, facts)
      const answer = compiled.read(await node.lake.rows(compiled.sql, compiled.parameters))
      return shapeTable({
        cube,
        table,
        answer,
        domain,
        lists,
        language: 'en',
        provenance: {
          snapshot: 'benchmark',
          updatedOn: null,
          synthetic: true,
          observed: false,
          stale: false,
          sources: [],
          records,
          repeats: 0,
          rejected: 0,
          leftOut: [],
          setAside: { records: 0, parts: [] },
        },
      })
    }

    /** Codes that occur, as a built cube would have them; not part of what is measured. */
    async function domainOf() {
      const occurring: Record<string, string[]> = {}
      for (const name of ['country', 'direction', 'sex']) {
        const rows = await node.lake.rows<{ code: string | null }>(
          `select distinct ${name} as code from ${facts.relation}`,
        )
        occurring[name] = rows.map(({ code }) => code ?? '_U')
      }
      occurring['time'] = Array.from({ length: 120 }, (_, month) => {
        const year = 2015 + Math.floor(month / 12)
        return `${year}-${String((month % 12) + 1).padStart(2, '0')}`
      })
      occurring['age'] = [
        ...Array.from({ length: 18 }, (_, band) => `Y${band * 5}T${band * 5 + 4}`),
        'Y_GE90',
        '_U',
      ]
      return cubeDomain(cube, occurring, lists)
    }
  } finally {
    await node.close()
  }
} finally {
  await rm(root, { recursive: true, force: true })
}

function expectTotal(total: number | null): void {
  const expected = Math.ceil(records / batches) * batches
  if (total !== expected) throw new Error(`${total} facts were counted, and there are ${expected}`)
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000
}
