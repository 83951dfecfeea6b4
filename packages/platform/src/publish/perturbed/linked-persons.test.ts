import { expect, test } from 'vitest'
import { anonymous, type Actor } from '@caudal/methods/govern'
import { formatNumber } from '@caudal/methods/measure'
import { addKeyedCounts, perturbCount } from '@caudal/methods/protect'
import { parseTableSpec, type TableResult } from '@caudal/methods/publish'
import { languages, type Language } from '@caudal/methods/vocabulary'
import { statistician } from '../../govern/testing-actors.ts'
import { personKey } from '../../measure/person-cells.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { perturbationOf } from '../../protect/perturbed/perturbation.ts'
import { nodeSecret, type Batch, type CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { createPublishService } from '../service.ts'

const records = 3000
const persons = 400

/** Record i is of person i % 400, every 40th of nobody; of women are the persons of even number. */
const drawn = (day: string) => `select 'GTM' as country,
    date '2019-01-01' + (i * 37 % 1000)::integer as ${day}, 'arrival' as direction,
    if(i % 2 = 0, 'F', 'M') as sex, 'HND' as citizenship, 30 as age, 1990 as birth_year
  from range(${records}) as drawn(i) order by i`

const personOf = (i: number) => (i % 40 === 0 ? null : i % persons)
const thousands = (count: number) => formatNumber(count, 'en')
const yearOf = (i: number) => new Date(Date.UTC(2019, 0, 1 + ((i * 37) % 1000))).getUTCFullYear()

async function link(node: CaudalNode, batches: readonly Batch[]): Promise<void> {
  const links = batches.map(
    ({ id }) => `select ${BigInt(id) * 2n ** 36n} + i + 1 as record_id,
      if(i % 40 = 0, null, i % ${persons}) as person from range(${records}) as drawn(i)`,
  )
  await receiveFacts(node, {
    recordType: 'journey',
    dataset: 'journeys-gtm',
    records: [{ country: 'GTM', person: 1, place: 1 }],
    links: links.join(' union all '),
  })
}

test('persons of records are perturbed by who they are, whatever cube or question they are in', async () => {
  await withNode(async (node) => {
    const batches = [
      await receiveFacts(node, { recordType: 'movement', dataset: 'm', sql: drawn('crossed_on') }),
      await receiveFacts(node, { recordType: 'permit', dataset: 'p', sql: drawn('recorded_on') }),
    ]
    const only = ['movements', 'permits']
    const service = createPublishService(node, { believedFor: 0 })
    const ask = (
      cube: string,
      query: string,
      reader: Actor = anonymous,
      language: Language = 'en',
    ) =>
      service.measureTable(
        async () => reader,
        cube,
        parseTableSpec(new URLSearchParams(`measure=persons&${query}`)),
        language,
        '192.0.2.1',
      )
    const at = ({ rowKeys, values }: TableResult, code: string) =>
      values[rowKeys.findIndex(([key]) => key === code)]

    // before linkage there is no figure for anybody, and it says why in every language
    await buildCubes(node, statistician, { only })
    for (const language of languages) {
      for (const reader of [anonymous, statistician]) {
        const none = await ask('movements', 'rows=sex', reader, language)
        expect([none.values, none.grandTotal]).toEqual([[null, null], null])
        expect(Object.values(none.statuses)).toEqual(['missing', 'missing'])
        expect(none.notes.join(' ')).toContain('caudal link run')
      }
    }

    await link(node, batches)
    await buildCubes(node, statistician, { only })
    const table = await perturbationOf(node)
    const secret = await nodeSecret(node, 'cell keys')
    const shownOf = (isIn: (i: number) => boolean) => {
      const all = Array.from({ length: records }, (_, i) => i).filter(isIn)
      const found = [...new Set(all.map(personOf))].filter((person) => person !== null)
      const pairs = found.map((person) => ({
        persons: 1,
        key: personKey(secret, `journeys-gtm:${person}`),
      }))
      const { persons: count, key } = addKeyedCounts(pairs)
      return { count, shown: perturbCount(table, count, key) }
    }
    const women = shownOf((i) => i % 2 === 0)
    const womenOf2020 = shownOf((i) => i % 2 === 0 && yearOf(i) === 2020)
    for (const cube of only) {
      expect(at(await ask(cube, 'rows=sex', statistician), 'F')).toBe(women.count)
      expect(at(await ask(cube, 'rows=sex'), 'F')).toBe(women.shown)
      expect((await ask(cube, 'rows=&where=sex:F')).grandTotal).toBe(women.shown)
      expect(at(await ask(cube, 'rows=sex&where=time.year:2020'), 'F')).toBe(womenOf2020.shown)
      const crossed = await ask(cube, 'rows=time.year&columns=sex')
      const place = crossed.columnKeys.findIndex(([code]) => code === 'F')
      expect(crossed.columnTotals![place]).toBe(women.shown)
      const row = crossed.rowKeys.findIndex(([code]) => code === '2020')
      expect(crossed.values[row * crossed.columnKeys.length + place]).toBe(womenOf2020.shown)
      expect(crossed.grandTotal).toBe(shownOf(() => true).shown)
    }

    // persons of some years together are no sum of the years: that is withheld, and said
    const chosen = await ask('movements', 'rows=sex&where=time.year:2019,2020')
    expect([chosen.values, chosen.grandTotal]).toEqual([[null, null], null])
    expect(Object.values(chosen.statuses)).toEqual(['suppressed', 'suppressed'])
    expect(chosen.notes.join(' ')).toContain('not of a choice of several')
    const exact = await ask('movements', 'rows=sex&where=time.year:2019,2020', statistician)
    expect(at(exact, 'F')).toBe(shownOf((i) => i % 2 === 0 && yearOf(i) < 2021).count)

    // records of nobody are told beside the number, to the hundred where figures are protected
    const nobody = (await ask('movements', 'rows=sex', statistician)).notes.join(' ')
    expect(nobody).toContain(`Records of nobody whom linkage found: 75 of ${thousands(3000)} (3%)`)
    expect(nobody).not.toContain('caudal link run')
    expect((await ask('movements', 'rows=sex')).notes.join(' ')).toContain(
      `100 of ${thousands(3000)} (3%)`,
    )
    // and by how much the years pass the total
    const years = await ask('movements', 'rows=time.year', statistician)
    const sum = years.rowTotals!.reduce((all, each) => all! + each!, 0)!
    expect(years.notes.join(' ')).toContain(
      `would make ${thousands(sum)}, and there are ${years.grandTotal} persons`,
    )
  })
})
