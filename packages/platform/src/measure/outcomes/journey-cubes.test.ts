import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { quoteText } from '@caudal/methods/collect'
import { findCube, findReference, type CubeQuery } from '@caudal/methods/measure'
import { decideMigrations, residenceCriteria } from '@caudal/methods/measure/residence'
import { dayOfIso, isoDay } from '@caudal/methods/numerics'
import { blockCount, drawBlock, householdGroups } from '@caudal/methods/synthetic'
import { trueJourneys } from '../../../../methods/src/synthetic/testing-journeys.ts'
import { testRegion } from '../../../../methods/src/synthetic/testing-parameters.ts'
import { statistician, statisticianOf } from '../../govern/testing-actors.ts'
import { withdrawBatch, listBatches, type CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { buildCubes, createCubeReader, listCubeStates } from '../service.ts'
import { deriveEstimates } from '../estimates/derive-estimates.ts'
import { readBackTests } from '../comparisons.ts'
import { listBackTests } from '../estimates/list-back-tests.ts'
import { receiveFacts } from '../testing-facts.ts'

const criterion = residenceCriteria['twelve-in-sixteen']
const built = ['migrations', 'resident-stocks', 'stays']

async function ask(
  node: CaudalNode,
  cubeId: string,
  measure: string,
  rows: readonly string[],
  columns: readonly string[] = [],
  criterion = 'twelve-in-sixteen',
) {
  const cube = findCube(cubeId)!
  const query: CubeQuery = {
    measure: cube.measures.find(({ id }) => id === measure)!,
    rows: rows.map((name) => findReference(cube, name)!),
    columns: columns.map((name) => findReference(cube, name)!),
    where:
      cubeId === 'migrations'
        ? [{ reference: findReference(cube, 'criterion')!, codes: [criterion] }]
        : [],
    margins: { rows: true, columns: true, grand: true },
    maxCells: 1_000_000,
  }
  const reader = createCubeReader(node, { memory: 0 })
  const answer = await reader.answer(await reader.open(cubeId), query)
  const cells = Object.fromEntries(
    answer.values.map((value, i) => [
      [...answer.rows[answer.cellRows[i]!]!, ...answer.columns[answer.cellColumns[i]!]!].join(' '),
      value,
    ]),
  )
  return { ...answer, cells }
}

const crossing = (person: number, place: number, day: string, direction: string, more = {}) => ({
  country: 'SLV',
  person,
  place,
  crossed_on: day,
  direction,
  origin: 'recorded',
  sex: 'F',
  age: 30,
  citizenship: person === 2 ? 'HND' : 'SLV',
  birth_country: person === 2 ? 'HND' : 'SLV',
  ...more,
})

test('journeys make migrations, stays and stocks; what is undecided is counted apart', async () => {
  await withNode(async (node) => {
    const movement = await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      records: [
        { country: 'SLV', crossed_on: '2018-03-01', direction: 'arrival', authorised_days: 90 },
      ],
    })
    const record = Number(BigInt(movement.id) * 2n ** 36n + 1n)
    const journeys = await receiveFacts(node, {
      recordType: 'journey',
      dataset: 'journeys-slv',
      records: [
        // leaves for good, comes back for good
        crossing(1, 1, '2017-01-01', 'departure'),
        crossing(1, 2, '2018-01-06', 'arrival'),
        // a visitor who stays a hundred days with ninety granted
        crossing(2, 1, '2018-03-01', 'arrival', { record_id: record }),
        crossing(2, 2, '2018-06-09', 'departure', { origin: 'inserted' }),
        crossing(2, 3, '2018-12-01', 'arrival', { gap: true }),
        crossing(2, 4, '2018-12-01', 'departure'),
        // arrived a month before the end of observation
        crossing(3, 1, '2019-12-01', 'arrival', { purpose: 'work' }),
        crossing(4, 1, '2019-12-31', 'departure'),
        { ...crossing(4, 0, '2019-12-31', 'departure'), place: null, problem: 'duplicate' },
      ],
    })
    const states = await listCubeStates(node)
    expect(states.find(({ cube }) => cube.id === 'migrations')!.state).toBe('not-built')
    await buildCubes(node, statistician, { only: built })
    const flows = await ask(node, 'migrations', 'migrations', ['time'], ['direction'])
    expect(flows.cells).toMatchObject({ '2017-01-01 departure': 1, '2018-01-06 arrival': 1 })
    expect(flows.grandTotal).toBe(2)
    expect((await ask(node, 'migrations', 'net', ['time.year'])).cells).toMatchObject({
      2017: -1,
      2018: 1,
    })
    const persons = await ask(node, 'migrations', 'persons', ['time.year'])
    expect([persons.cells['2017'], persons.cells['2018'], persons.grandTotal]).toEqual([1, 1, 1])
    // each criterion counts in its own way
    const by = async (criterion: string) =>
      (await ask(node, 'migrations', 'migrations', ['time'], ['direction'], criterion)).cells
    expect(await by('declared-purpose')).toEqual({ '2019-12-01 arrival': 1 })
    expect(await by('six-months-and-a-day')).toMatchObject({ '2018-01-06 arrival': 1 })
    const undecided = await ask(node, 'migrations', 'undecided', ['time.month'])
    expect(undecided.cells).toMatchObject({ '2019-12': 2 })

    const lengths = await ask(node, 'stays', 'stays', ['length'])
    expect(lengths.cells).toEqual({ '91-180': 1, 'same-day': 1, open: 2 })
    expect((await ask(node, 'stays', 'persons', [])).grandTotal).toBe(3)
    expect((await ask(node, 'stays', 'imputed', [])).grandTotal).toBe(1)
    const overstays = await ask(node, 'stays', 'overstays', ['time.year'])
    // nobody recorded that departure: nothing is said of the ninety days
    expect([overstays.cells['2018'], overstays.grandTotal]).toEqual([0, 0])

    // 1 is a resident until the day of leaving and again from 2018; 4 until the last day of 2019
    const stock = await ask(node, 'resident-stocks', 'residents', ['time'])
    expect(stock.cells).toMatchObject({ 2017: 2, 2018: 1, 2019: 2, 2020: 1 })
    const open = await ask(node, 'resident-stocks', 'undecided', ['time'])
    expect(open.cells).toMatchObject({ 2019: 0, 2020: 2 })

    await withdrawBatch(node, journeys.id)
    await buildCubes(node, statistician, { only: built })
    expect(await listBatches(node, { recordType: 'outcome' })).toEqual([])
  })
})

test('final figures of the synthetic region equal the truth, given perfect links', async () => {
  const model = testRegion(4000, 4, ['GTM', 'SLV'])
  const groups = householdGroups(model)
  const persons = Array.from({ length: blockCount(4000) }, (_, block) =>
    drawBlock(model, groups, block),
  ).flat()
  const { starts, days, directions } = trueJourneys(model, persons)
  const until = dayOfIso('2021-07-01')
  const truth = new Map<string, number>()
  const migrants = new Map<string, Set<number>>()
  const lines = ['person,place,crossed_on,direction']
  for (let person = 0; person + 1 < starts.length; person += 1) {
    const [from, to] = [starts[person]!, starts[person + 1]!]
    const own = days.subarray(from, to)
    // the truth knows the whole history, the node only what it has observed
    const history = { days: own, length: to - from, firstIsArrival: directions[from] === 1 }
    const { migration } = decideMigrations(history, criterion, {
      observedFrom: model.firstDay,
      observedUntil: model.lastDay + 1,
    })
    own.forEach((day, place) => {
      if (day >= until) return
      const direction = directions[from + place] === 1 ? 'arrival' : 'departure'
      lines.push(`${person},${place + 1},${isoDay(day)},${direction}`)
      if (migration[place] !== 1) return
      const month = `${isoDay(day).slice(0, 7)} ${direction}`
      truth.set(month, (truth.get(month) ?? 0) + 1)
      const year = month.slice(0, 4)
      migrants.set(year, (migrants.get(year) ?? new Set()).add(person))
    })
  }
  await withNode(async (node) => {
    const file = join(node.folder.root, 'journeys.csv')
    await writeFile(file, `${lines.join('\n')}\n`)
    await receiveFacts(node, {
      recordType: 'journey',
      dataset: 'journeys-gtm',
      sql: `select 'GTM' as country, *, 'recorded' as origin from read_csv(${quoteText(file)})`,
    })
    await buildCubes(node, statistician, { only: ['migrations'] })
    const { cells } = await ask(node, 'migrations', 'migrations', ['time.month'], ['direction'])
    const lastFinal = isoDay(until - criterion.windowDays - 31).slice(0, 7)
    const isFinal = (key: string) => key.slice(0, 7) <= lastFinal
    const finals = [...truth].filter(([key]) => isFinal(key))
    expect(finals.length).toBeGreaterThan(40)
    for (const [key, count] of finals) expect(`${key} ${cells[key]}`).toBe(`${key} ${count}`)
    for (const [key, count] of Object.entries(cells)) {
      if (isFinal(key)) expect(`${key} ${truth.get(key) ?? 0}`).toBe(`${key} ${count}`)
    }
    const [made] = await deriveEstimates(node, statistician)
    expect(made).toMatchObject({ country: 'GTM', outcome: 'estimated' })
    const [again] = await deriveEstimates(node, statistician)
    expect(again!.outcome).toBe('up-to-date')
    await buildCubes(node, statistician, { only: ['migration-estimates'] })
    const vintages = await ask(node, 'migration-estimates', 'decided', ['release'], ['time'])
    // the present release and six past ones, each of which saw less
    expect(vintages.rows).toHaveLength(7)
    const { tested, coverage95 } = (await listBackTests(node))[0]!
    expect(tested).toBeGreaterThan(20)
    expect(coverage95).toBeGreaterThan(0.85)
    const toldTo = async (country: string) =>
      await readBackTests(node, async () => statisticianOf(country), 'en')
    expect(await toldTo('GTM')).toMatchObject({ tests: { length: 7 }, withheld: [] })
    expect(await toldTo('SLV')).toEqual({ tests: [], withheld: ['Guatemala'], synthetic: false })

    const distinct = await ask(node, 'migrations', 'persons', ['time.year'], ['direction'])
    for (const year of ['2016', '2017', '2018']) {
      const row = distinct.rows.findIndex(([key]) => key === year)
      expect(distinct.rowTotals![row]).toBe(migrants.get(year)!.size)
    }
  })
})
