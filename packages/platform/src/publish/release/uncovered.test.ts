import { expect, test } from 'vitest'
import { parseTableSpec } from '@caudal/methods/publish'
import { importFile } from '../../collect/service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../../collect/testing-import.ts'
import { keeper, publisherOf, statistician } from '../../govern/testing-actors.ts'
import { buildCubes } from '../../measure/service.ts'
import { withNode } from '../../store/testing.ts'
import { createPublishService } from '../service.ts'
import { readReleaseFile } from './release-folder.ts'
import { createReleaseService } from './service.ts'

const ana = publisherOf('SLV')

/** Twelve crossings of each of some months of 2020. */
const inMonths = (...months: readonly number[]) =>
  crossings(
    ...months.flatMap((month) =>
      Array.from({ length: 12 }, (_, at) =>
        crossing({
          fecha: `${String(1 + at).padStart(2, '0')}/${String(month).padStart(2, '0')}/2020`,
          documento: `P${month}-${at}`,
          nacimiento: `17/08/${1950 + at}`,
          nombres: `N${at}`,
        }),
      ),
    ),
  )

test('what no source covers is missing and what was counted as none is zero, from the import to the release', async () => {
  await withNode(async (node) => {
    const files = { HND: inMonths(1, 2, 4), SLV: inMonths(3, 4) }
    for (const [country, content] of Object.entries(files)) {
      const { fields } = crossingsProfile()
      const profile = crossingsProfile({
        id: `crossings-${country.toLowerCase()}`,
        dataset: `crossings-${country.toLowerCase()}`,
        country,
        fields: { ...(fields as object), country: { constant: country } },
      })
      await importFile(node, keeper, writeImport(content, { profile }))
    }
    const table = 'rows=country&columns=time.month&where=time.year:2020'
    // El Salvador begins in March; Honduras counted in March, and none
    const expected = { HND: [12, 12, 0, 12], SLV: [null, null, 12, 12] }

    await buildCubes(node, statistician, { only: ['movements'] })
    const explored = await createPublishService(node).measureTable(
      async () => statistician,
      'movements',
      parseTableSpec(new URLSearchParams(table)),
      'en',
    )
    const rowOf = (values: readonly (number | null)[], at: number) =>
      values.slice(at * 4, at * 4 + 4)
    expect(explored.rowKeys).toEqual([['HND'], ['SLV']])
    expect([rowOf(explored.values, 0), rowOf(explored.values, 1)]).toEqual([
      expected.HND,
      expected.SLV,
    ])

    const release = createReleaseService(node)
    const { id } = await release.draft(ana, {
      series: 'flows',
      title: { es: 'Flujos', en: 'Flows', fr: 'Flux' },
      rules: { threshold: 3 },
      figures: [{ id: 'by-month', cube: 'movements', table }],
    })
    const read = (name: string) => readReleaseFile(node, id, name)!.toString('utf8')
    const stat = JSON.parse(read('en/by-month.json')) as {
      size: readonly number[]
      value: Readonly<Record<number, number | null>>
    }
    // behind the months of a country stands their total
    const width = stat.size.at(-1)!
    const released = (row: number) =>
      Array.from({ length: 4 }, (_, at) => stat.value[row * width + at] ?? null)
    expect([released(0), released(1)]).toEqual([expected.HND, expected.SLV])
    expect(stat.value[4]).toBe(36)
    // so in what programs read
    const sdmx = read('sdmx/by-month.csv').split('\n')
    const line = (country: string, month: string) =>
      sdmx.find((each) => each.includes(`,${country},`) && each.includes(month))!
    expect(line('SLV', '2020-01')).toMatch(/,M,|,L,|,O,/)
    expect(line('SLV', '2020-01')).not.toMatch(/,0,/)
    expect(line('HND', '2020-03')).toMatch(/,0,/)
    // a table on paper has the sign of what is missing
    expect(read('en/index.html')).toContain('<abbr title="no figure">:</abbr>')
    expect(await release.verify(ana, id)).toMatchObject({ outcome: 'verified' })
  })
})
