import { expect, test } from 'vitest'
import { getRecordType } from '@caudal/methods/collect'
import {
  cubes,
  findCube,
  findReference,
  linkedPersonsOf,
  type CubeQuery,
  type QueryAnswer,
} from '@caudal/methods/measure'
import { linkedTypes } from '../link/persons/linked-fields.ts'
import { statistician } from '../govern/testing-actors.ts'
import { withdrawBatch, type Batch, type CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { buildCubes, createCubeReader, listCubeStates } from './service.ts'
import { receiveFacts } from './testing-facts.ts'

/** A record as the test knows it: who it is of is the truth. */
interface Known {
  readonly person: number | null
  readonly country: 'GTM' | 'SLV'
  readonly day: string
  readonly sex: 'F' | 'M' | null
  readonly citizenship: string
}

/** The cubes of records of persons, with the field of their day. */
const dayFields = {
  movements: 'crossed_on',
  permits: 'recorded_on',
  residences: 'started_on',
  returns: 'returned_on',
} as const

type CubeId = keyof typeof dayFields

const cubeIds = [...Object.keys(dayFields), 'permit-events']

/** Persons of one country who come back, some of whom nobody can tell: drawn by arithmetic alone. */
function draw(country: Known['country'], count: number, seed: number): Known[] {
  return Array.from({ length: count }, (_, i) => {
    const person = (i * 7 + seed) % 23
    const isNobody = (i + seed) % 17 === 0
    return {
      person: isNobody ? null : person,
      country,
      day: `20${17 + ((i * 3 + seed) % 4)}-0${1 + ((i + seed) % 9)}-1${i % 10}`,
      sex: person % 5 === 0 ? null : person % 2 === 0 ? 'F' : 'M',
      // who naturalises is one person under two citizenships
      citizenship: person % 6 === 0 && i % 2 === 0 ? 'HND' : ['GTM', 'NIC', 'SLV'][person % 3]!,
    }
  })
}

class Region {
  readonly records = new Map<CubeId, { readonly id: bigint; readonly known: Known }[]>()
  runs: Batch[] = []
  readonly node: CaudalNode

  constructor(node: CaudalNode) {
    this.node = node
  }

  /** Receives the same persons' records of every type. */
  async receive(known: readonly Known[], dataset: string): Promise<Batch[]> {
    const batches: Batch[] = []
    for (const id of Object.keys(dayFields) as CubeId[]) {
      const { recordType } = findCube(id)!
      const fields = new Set(getRecordType(recordType).fields.map((field) => field.id))
      const records = known.map((each) => ({
        country: each.country,
        [dayFields[id]]: each.day,
        sex: each.sex,
        citizenship: each.citizenship,
        ...(fields.has('direction') && { direction: 'arrival' }),
        // one event of a permit, on the day that is recorded
        ...(fields.has('decision') && { decision: 'granted' }),
      }))
      const batch = await receiveFacts(this.node, {
        recordType,
        dataset: `${dataset}-${id}`,
        records,
      })
      batches.push(batch)
      const first = BigInt(batch.id) * 2n ** 36n
      const own = known.map((each, i) => ({ id: first + BigInt(i + 1), known: each }))
      this.records.set(id, [...(this.records.get(id) ?? []), ...own])
    }
    return batches
  }

  /** A run of linkage that finds what is true; but for whom it takes for another. */
  async link(
    country: Known['country'],
    finds = (known: Known): number | null => known.person,
  ): Promise<void> {
    const before = this.runs.find(({ dataset }) => dataset === `journeys-${country}`)
    const rows = [...this.records.values()]
      .flat()
      .filter(({ known }) => known.country === country)
      .map(({ id, known }) => `(${id}, ${finds(known) ?? 'null'})`)
    const run = await receiveFacts(this.node, {
      recordType: 'journey',
      dataset: `journeys-${country}`,
      records: [{ country, person: 1, place: 1, crossed_on: '2017-01-01', direction: 'arrival' }],
      links: `select record_id::bigint as record_id, person::bigint as person
        from (values ${rows.join(', ')}) as found(record_id, person)`,
      ...(before && { supersedes: [before.id] }),
    })
    this.runs = [...this.runs.filter((each) => each !== before), run]
  }

  async build(only: readonly string[] = cubeIds): Promise<Record<string, string>> {
    const outcomes = await buildCubes(this.node, statistician, { only })
    return Object.fromEntries(outcomes.map(({ cubeId, outcome }) => [cubeId, outcome]))
  }
}

async function ask(
  node: CaudalNode,
  cubeId: string,
  rows: readonly string[],
  columns: readonly string[] = [],
  more: Partial<CubeQuery> = {},
): Promise<QueryAnswer> {
  const cube = findCube(cubeId)!
  const reader = createCubeReader(node, { memory: 0 })
  return reader.answer(await reader.open(cubeId), {
    measure: linkedPersonsOf(cube)!,
    rows: rows.map((name) => findReference(cube, name)!),
    columns: columns.map((name) => findReference(cube, name)!),
    where: [],
    margins: { rows: true, columns: true, grand: true },
    maxCells: 1_000_000,
    ...more,
  })
}

/** Codes of what a record is counted by. */
const codeOf: Readonly<Record<string, (known: Known) => string>> = {
  country: ({ country }) => country,
  sex: ({ sex }) => sex ?? '_U',
  citizenship: ({ citizenship }) => citizenship,
  'time.year': ({ day }) => day.slice(0, 4),
  'time.month': ({ day }) => day.slice(0, 7),
}

/** How many persons there are by a direct recount; null where nobody can tell. */
function recount(records: readonly Known[], linked: readonly string[]): number | null {
  if (records.some(({ country }) => !linked.includes(country))) return null
  const persons = new Set(
    records.flatMap(({ country, person }) => (person === null ? [] : `${country} ${person}`)),
  )
  return persons.size === 0 ? null : persons.size
}

/** Compares every cell and every margin of a table with the recount. */
function expectRecounted(
  answer: QueryAnswer,
  records: readonly Known[],
  row: string,
  column: string,
  linked: readonly string[] = ['GTM', 'SLV'],
): void {
  const among = (by: Readonly<Record<string, string>>) =>
    recount(
      records.filter((known) =>
        Object.entries(by).every(([name, code]) => codeOf[name]!(known) === code),
      ),
      linked,
    )
  answer.values.forEach((value, i) => {
    const [r, c] = [
      answer.rows[answer.cellRows[i]!]![0]!,
      answer.columns[answer.cellColumns[i]!]![0]!,
    ]
    expect(`${r} ${c}: ${value}`).toBe(`${r} ${c}: ${among({ [row]: r, [column]: c })}`)
  })
  expect(answer.rowTotals).toEqual(answer.rows.map(([code]) => among({ [row]: code! })))
  expect(answer.columnTotals).toEqual(answer.columns.map(([code]) => among({ [column]: code! })))
  expect(answer.grandTotal).toBe(recount(records, linked))
}

const tables = [
  ['sex', 'time.year'],
  ['citizenship', 'country'],
  ['time.month', 'sex'],
] as const

test('persons are as many as there are, in every cell and at every margin of every cube of records', async () => {
  await withNode(async (node) => {
    const region = new Region(node)
    const known = [...draw('GTM', 120, 1), ...draw('SLV', 90, 2)]
    await region.receive(known, 'posts')
    await region.link('GTM')
    await region.link('SLV')
    await region.build()
    for (const id of cubeIds) {
      for (const [row, column] of tables) {
        expectRecounted(await ask(node, id, [row], [column]), known, row, column)
      }
    }
    // the cells do not add up to the total, which is what there is to tell
    const { rowTotals, grandTotal } = await ask(node, 'movements', ['time.year'])
    expect(rowTotals!.reduce((sum, each) => sum! + each!, 0)).toBeGreaterThan(grandTotal!)
    const first = await ask(node, 'movements', ['citizenship'], [], {
      top: { rows: 1, least: false },
    })
    expect(first.rest!.total).toBeNull()
  })
})

test('a country whose records are not linked has no figure, nor has a total that includes it', async () => {
  await withNode(async (node) => {
    const region = new Region(node)
    const known = [...draw('GTM', 60, 1), ...draw('SLV', 60, 2)]
    await region.receive(known, 'posts')
    await region.build()
    expect((await ask(node, 'returns', ['country'])).values).toEqual([null, null])
    await region.link('GTM')
    expect(await region.build()).toMatchObject({ movements: 'retold', returns: 'retold' })
    for (const [row, column] of tables) {
      expectRecounted(await ask(node, 'permits', [row], [column]), known, row, column, ['GTM'])
    }
    // a run that finds a person for four records in five is not enough
    await region.link('SLV', ({ person, day }) =>
      day.endsWith('5') || day.endsWith('6') ? null : person,
    )
    await region.build()
    expect((await ask(node, 'permits', ['country'])).grandTotal).toBeNull()
    await region.link('SLV')
    await region.build()
    expect((await ask(node, 'permits', ['country'])).grandTotal).toBe(
      recount(known, ['GTM', 'SLV']),
    )
  })
})

test('another linkage makes other figures, and a cube from before it says so', async () => {
  await withNode(async (node) => {
    const region = new Region(node)
    const known = draw('GTM', 120, 1)
    await region.receive(known, 'posts')
    await region.link('GTM', ({ person }) => (person === null ? null : person % 10))
    await region.build()
    const stateOf = async () =>
      (await listCubeStates(node)).find(({ cube }) => cube.id === 'residences')!.state
    expect((await ask(node, 'residences', [])).grandTotal).toBe(10)
    expect(await stateOf()).toBe('built')
    await region.link('GTM')
    expect(await stateOf()).toBe('stale')
    expect(await region.build()).toMatchObject({ residences: 'retold' })
    expect(await stateOf()).toBe('built')
    expectRecounted(
      await ask(node, 'residences', ['sex'], ['time.year']),
      known,
      'sex',
      'time.year',
    )
    expect(await region.build()).toMatchObject({ residences: 'up-to-date' })
  })
})

test('records that are added, linked or not yet, count as in a cube that is built whole', async () => {
  await withNode(async (node) => {
    const region = new Region(node)
    const known = [...draw('GTM', 300, 1)]
    await region.receive(known, 'posts')
    await region.link('GTM')
    await region.build()
    const late = draw('GTM', 9, 5).map((each) => ({ ...each, citizenship: 'BLZ' }))
    const batches = await region.receive(late, 'late')
    expect(await region.build()).toMatchObject({ movements: 'extended', permits: 'extended' })
    // nobody has linked them: they are of nobody whom linkage found
    const waiting = [...known, ...late.map((each) => ({ ...each, person: null }))]
    const answers = async () => {
      const made = []
      for (const [row, column] of tables) made.push(await ask(node, 'movements', [row], [column]))
      return made
    }
    const extended = await answers()
    extended.forEach((answer, at) => {
      const [row, column] = tables[at]!
      expectRecounted(answer, waiting, row, column)
    })
    await buildCubes(node, statistician, { only: ['movements'], rebuild: true })
    const told = (all: readonly QueryAnswer[]) =>
      all.map(({ grandTotal, values }) => [grandTotal, values.toSorted((a, b) => a! - b!)])
    expect(told(await answers())).toEqual(told(extended))

    // as many again that nobody has linked leave too few with a person
    await region.receive(draw('GTM', 40, 7), 'later')
    expect(await region.build()).toMatchObject({ movements: 'built' })
    expect((await ask(node, 'movements', [])).grandTotal).toBeNull()
    await withdrawBatch(node, batches[0]!.id)
    await region.link('GTM')
    await region.build()
    const present = [...known, ...draw('GTM', 40, 7)]
    expectRecounted(await ask(node, 'movements', ['sex'], ['country']), present, 'sex', 'country')
  })
})

test('every cube of records that linkage goes over counts persons', () => {
  const ofPersons = cubes.filter(({ recordType }) =>
    linkedTypes.some((type) => type === recordType),
  )
  expect(ofPersons.map(({ id }) => id).sort()).toEqual([...cubeIds].sort())
  for (const cube of ofPersons) expect(linkedPersonsOf(cube)?.notAdditiveOver).toBeUndefined()
})
