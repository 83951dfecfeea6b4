import { expect, test } from 'vitest'
import { publisherOf } from '../../govern/testing-actors.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { readReleaseFile } from './release-folder.ts'
import { createReleaseService } from './service.ts'

const ana = publisherOf('GTM')

/** SYNTHETIC crossings of one month: a youth of 17, and adults, of whom some are of the same age group as the youth. */
const crossings = `select 'GTM' as country, date '2019-10-01' + (i % 31)::integer as crossed_on,
    if(i % 2 = 0, 'arrival', 'departure') as direction, 'land' as mode, 'GTM' as citizenship,
    if(i % 4 < 2, 'F', 'M') as sex, if(i = 0, 17, 18 + i % 40) as age, 2019 - if(i = 0, 17, 18 + i % 40) as birth_year
  from range(61) as drawn(i)`

const held = 'where=country:GTM;time.month:2019-10'

async function shown(tables: readonly string[]): Promise<Map<string, string>[]> {
  return await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'movement', dataset: 'a', sql: crossings })
    const { id } = await createReleaseService(node).draft(ana, {
      series: 'ages',
      title: { es: 'N', en: 'N', fr: 'N' },
      rules: { threshold: 3 },
      figures: tables.map((table, at) => ({ id: `f${at}`, cube: 'movements', table })),
    })
    return tables.map((_, at) => {
      const lines = readReleaseFile(node, id, `en/f${at}.csv`)!.toString().trim().split('\n')
      const head = lines[0]!.split(',')
      const [value, column] = [head.indexOf('value'), head.indexOf('direction')]
      return new Map(
        lines.slice(1).map((line) => {
          const cells = line.match(/"[^"]*"|[^,]+|(?<=,)(?=,|$)/g)!
          return [`${cells[0]} ${cells[column]}`, cells[value]!] as const
        }),
      )
    })
  })
}

test('one youth is hidden in a table by a level of ages that cuts across age groups', async () => {
  const [figure] = await shown([`rows=age.majority&columns=direction&${held}`])
  expect(figure!.get('_T _T')).toBe('61')
  expect(figure!.get('Y0T17 _T')).toBe('')
  expect(figure!.get('Y_GE18 _T')).toBe('')
}, 60_000)

test('beside age groups its figures do not contradict theirs', async () => {
  const [majority, broad] = await shown([
    `rows=age.majority&columns=direction&${held}`,
    `rows=age.broad&columns=direction&${held}`,
  ])
  expect(majority!.get('_T _T')).toBe('61')
  expect(broad!.get('_T _T')).toBe('61')
}, 60_000)

test('a table of very few persons by such a level is refused like any other', async () => {
  const day = 'rows=age.majority&columns=direction&where=country:GTM;time:2019-10-01'
  await expect(shown([day])).rejects.toMatchObject({ code: 'release.figure-thin' })
}, 60_000)
