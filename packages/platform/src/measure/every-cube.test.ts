import { join } from 'node:path'
import { expect, test } from 'vitest'
import { getRecordType, quoteName, quoteText, type Field } from '@caudal/methods/collect'
import {
  answerDistinct,
  cellMeasures,
  cellsSql,
  compileCubeQuery,
  countsLinkedPersons,
  cubes,
  factsSource,
  levelReference,
  listLevels,
  readParquet,
  recordsColumn,
  type Cube,
  type CubeQuery,
  type FactsSource,
} from '@caudal/methods/measure'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { statistician } from '../govern/testing-actors.ts'
import {
  listBatches,
  snapshot,
  withdrawBatch,
  type Batch,
  type CaudalNode,
} from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { codeListsFor } from './code-lists.ts'
import { editionsOf } from './editions.ts'
import { locateIn } from './roll-up-relation.ts'
import { buildCubes, createCubeReader } from './service.ts'
import { receiveFacts } from './testing-facts.ts'

/** Codes that a drawn field may have: some of its list, which may be empty for each country to fill. */
function codesOf({ id, codeList }: Field): readonly (string | null)[] {
  if (id === 'country') return ['GTM', 'SLV']
  const codes = getCodeList(codeList!).codes.map(({ code }) => code)
  return codes.length === 0 ? ['P1', 'P2', null] : [...codes.slice(0, 4), null]
}

/** SQL of a value of a field, drawn by hashing the number of its row. */
function drawnSql(field: Field, seed: number): string {
  const drawn = `(hash(i, ${seed}, ${quoteText(field.id)}) % 1009)::integer`
  const of = (values: readonly string[]) =>
    `([${values.join(', ')}])[1 + ${drawn} % ${values.length}]`
  switch (field.type) {
    case 'code':
      return of(codesOf(field).map((code) => (code === null ? 'null' : quoteText(code))))
    case 'date':
      return `date '2019-01-01' + ${drawn} % 700`
    case 'period':
      return of([`'2019-02'`, `'2019-11'`, `'2020-03'`])
    case 'integer':
      return field.id === 'year' ? `2019 + ${drawn} % 2` : `${drawn} % 70`
    case 'decimal':
      return `${drawn} / 8.0`
    case 'boolean':
      return `${drawn} % 2 = 0`
    default:
      return of([`'a'`, `'b'`])
  }
}

function drawnRecords(recordType: string, rows: number, seed: number): string {
  if (recordType === 'journey') {
    return `select ['GTM', 'SLV'][1 + i % 2] as country, ${seed * 1000} + i // 3 as person, 1 + i % 3 as place,
      date '2017-01-01' + ((i // 3) % 90 + (i % 3) * (20 + hash(i // 3, ${seed}) % 420))::integer as crossed_on,
      case when i % 3 = 1 then 'departure' else 'arrival' end as direction, 'recorded' as origin,
      ['F', 'M'][1 + i // 3 % 2] as sex, 20 + i % 50 as age, 'HND' as citizenship, 'HND' as birth_country
      from range(${rows}) as drawn(i)`
  }
  const fields = getRecordType(recordType).fields.filter(
    ({ sensitivity, type }) => sensitivity !== 'identity' && type !== 'timestamp',
  )
  const columns = fields.map((field) => `${drawnSql(field, seed)} as ${quoteName(field.id)}`)
  return `select ${columns.join(', ')} from range(${rows}) as drawn(i)`
}

const sources: readonly (readonly [recordType: string, dataset: string])[] = [
  ...['movement', 'permit', 'residence', 'return'].map((type) => [type, `drawn-${type}`] as const),
  ['journey', 'journeys-gtm'],
  ['incident', 'incidents'],
  ['incident', 'missing-migrants'],
  ...cubes.flatMap(({ recordType, datasets = [] }) =>
    recordType === 'observation' ? datasets.slice(0, 1).map((id) => [recordType, id] as const) : [],
  ),
]

async function receive(node: CaudalNode, rows: number, seed: number, supersedes?: Batch[]) {
  const batches: Batch[] = []
  for (const [at, [recordType, dataset]] of sources.entries()) {
    batches.push(
      await receiveFacts(node, {
        recordType,
        // linkage keeps one batch of journeys of each country
        dataset: recordType === 'journey' && seed >= 100 ? 'journeys-slv' : dataset,
        sql: drawnRecords(recordType, rows, seed + at),
        // what is added later nobody has linked yet
        ...(recordType === 'journey' && seed < 100 && { links: drawnLinks(node, batches) }),
        ...(supersedes && { supersedes: [supersedes[at]!.id] }),
      }),
    )
  }
  return batches
}

/** SQL of a run of linkage over batches: who is who, drawn by hashing the number of each record. */
function drawnLinks(node: CaudalNode, batches: readonly Batch[]): string {
  const paths = batches.flatMap(({ files }) =>
    files.map(({ path }) => join(node.folder.root, path)),
  )
  return `select record_id, (hash(record_id) % 25)::bigint as person from ${readParquet(paths)}`
}

/** Facts with the persons that the drawn runs found, where they found nine in ten of a country. */
async function withPersons(node: CaudalNode, source: FactsSource): Promise<FactsSource> {
  const runs = await listBatches(node, { recordType: 'journey' })
  const paths = runs.flatMap(({ files }) =>
    files.flatMap(({ kind, path }) => (kind === 'persons' ? join(node.folder.root, path) : [])),
  )
  const known = `case when avg((link.person is not null)::integer) over (partition by fact.country) >= 0.9
    then (link.person is not null)::integer end`
  return {
    ...source,
    relation: `(select fact.*, link.person as _person, ${known} as _known from ${source.relation} as fact
      left join ${readParquet(paths)} as link on link.record_id = fact.record_id)`,
  }
}

const perCell = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  rows.map((row) => JSON.stringify(Object.values(row).map((each) => Number(each) || each))).sort()

/** Two tables of a cube with every margin, by a source of its figures. */
function questionsOf(cube: Cube): CubeQuery[] {
  const coarsest = cube.dimensions.map((dimension) =>
    levelReference(dimension, listLevels(dimension).length - 1),
  )
  return cube.measures.map((measure, at) => ({
    measure,
    rows: [coarsest[at % coarsest.length]!],
    columns: [coarsest[(at + 3) % coarsest.length]!],
    where: [],
    margins: { rows: true, columns: true, grand: true },
    maxCells: 100_000,
  }))
}

/** What a build holds and answers beside what its records say, counted afresh. */
async function expectAsRecorded(node: CaudalNode, cube: Cube): Promise<void> {
  const records = await snapshot(node, cube.recordType, cube.datasets)
  const recordType = getRecordType(cube.recordType)
  const facts: FactsSource = factsSource(
    cube,
    recordType,
    editionsOf(node, records.batches),
    codeListsFor(cube),
  )
  const reader = createCubeReader(node, { memory: 0 })
  const open = await reader.open(cube.id)
  expect(`${cube.id} ${open.state}`).toBe(`${cube.id} built`)
  const names = cube.dimensions.map(({ id }) => quoteName(id))
  const sums = [recordsColumn, ...cellMeasures(cube).map(({ id }) => id)].map(
    (id) => `sum(${quoteName(id)})::double as ${quoteName(id)}`,
  )
  const summed = (relation: string) =>
    node.lake.rows(`select ${[...names, ...sums].join(', ')} from ${relation} group by all`)
  const parts = open.manifest.cellParts.map((name) => locateIn(node, open.build)({ name, rows: 0 }))
  const counted = await summed(`(${cellsSql(cube, recordType, facts)})`)
  expect(perCell(await summed(readParquet(parts)))).toEqual(perCell(counted))
  expect(open.manifest.cells).toBe(counted.length)
  for (const query of questionsOf(cube)) {
    const ask = async (each: CubeQuery) => {
      const isOfLinked = countsLinkedPersons(each.measure)
      const compiled = compileCubeQuery(each, isOfLinked ? await withPersons(node, facts) : facts)
      return compiled.read(await node.lake.rows(compiled.sql, compiled.parameters))
    }
    const truth =
      query.measure.aggregate === 'distinct' ? await answerDistinct(query, ask) : await ask(query)
    const found = await reader.answer(open, query)
    const told = ({ rows, columns, cellRows, cellColumns, values, grandTotal }: typeof found) => ({
      id: `${cube.id} ${query.measure.id}`,
      total: grandTotal,
      cells: values
        .map(
          (value, i) =>
            `${rows[cellRows[i]!]!.join()} ${columns[cellColumns[i]!]!.join()} ${value}`,
        )
        .sort(),
    })
    expect(told(found)).toEqual(told(truth))
  }
}

test('every cube says what its records say after batches were added, replaced and withdrawn', async () => {
  await withNode(async (node) => {
    const first = await receive(node, 90, 1)
    await buildCubes(node, statistician)
    const added = await receive(node, 6, 100)
    const outcomes = await buildCubes(node, statistician)
    const filled = outcomes.filter(({ outcome }) => outcome !== 'empty').map(({ cubeId }) => cubeId)
    expect(filled).toEqual(cubes.map(({ id }) => id))
    // only what was added is built, but of editions that compete and of what the node derives itself
    expect(outcomes.filter(({ outcome }) => outcome === 'extended').length).toBeGreaterThan(8)
    for (const cube of cubes) await expectAsRecorded(node, cube)

    await receive(node, 5, 200, added)
    for (const { id } of first.slice(0, 3)) await withdrawBatch(node, id)
    await buildCubes(node, statistician)
    for (const cube of cubes) await expectAsRecorded(node, cube)
  })
}, 180_000)
