import { expect, test } from 'vitest'
import { publisherOf } from '../../govern/testing-actors.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { readReleaseFile } from './release-folder.ts'
import { createReleaseService } from './service.ts'

const person = (id: string) => publisherOf('GTM', id)

/**
 * SYNTHETIC arrivals of one month over an airport, a harbour and two posts on land, one of them with two persons; of nationals and
 * three other citizenships, one of them with two persons.
 */
const crossings = `select 'GTM' as country, date '2019-10-01' + (i % 31)::integer as crossed_on, 'arrival' as direction,
    case when i < 2 then 'north' when i < 40 then 'south' when i < 90 then 'airport' else 'harbour' end as border_post,
    case when i < 40 then 'land' when i < 90 then 'air' else 'sea' end as mode,
    case when i < 30 then 'GTM' when i < 68 then 'FRA' when i < 108 then 'USA' else 'ESP' end as citizenship,
    'F' as sex, 20 + i % 60 as age, 1999 - i % 60 as birth_year
  from range(110) as drawn(i)`

const held = 'where=country:GTM;time.month:2019-10'

/** What releases show, published one after the other: codes of a row and its value. */
async function shown(...releases: readonly (readonly string[])[]): Promise<Map<string, string>[]> {
  return await withNode(async (node) => {
    await receiveFacts(node, { recordType: 'movement', dataset: 'a', sql: crossings })
    const service = createReleaseService(node)
    const found: Map<string, string>[] = []
    for (const [r, tables] of releases.entries()) {
      const { id } = await service.draft(person('Ana'), {
        series: `series-${r}`,
        title: { es: 'N', en: 'N', fr: 'N' },
        rules: { threshold: 3 },
        figures: tables.map((table, at) => ({ id: `f${at}`, cube: 'movements', table })),
      })
      await service.approve(person('Bea'), id)
      await service.publish(person('Bea'), id)
      tables.forEach((_, at) => {
        const [head, ...lines] = readReleaseFile(node, id, `en/f${at}.csv`)!
          .toString()
          .trim()
          .split('\n')
        const value = head!.split(',').indexOf('value')
        found.push(
          new Map(
            lines.map((line) => {
              const cells = line.match(/"[^"]*"|[^,]+|(?<=,)(?=,|$)/g)!
              return [cells[0], cells[value]!]
            }),
          ),
        )
      })
    }
    return found
  })
}

const hiddenOf = (figure: Map<string, string>) =>
  [...figure].flatMap(([code, value]) => (value === '' ? [code] : [])).sort()

test('a post with two persons is not told by how many came by land', async () => {
  const [byPost, byMode] = await shown([
    `rows=border_post&columns=direction&${held}`,
    `rows=mode&columns=direction&${held}`,
  ])
  const [posts, modes] = [hiddenOf(byPost!), hiddenOf(byMode!)]
  expect(posts).toContain('north')
  // another post keeps it hidden: the other one on land, or one reached otherwise whose mode is hidden too
  const others = posts.filter((post) => post !== 'north')
  expect(others.length).toBeGreaterThan(0)
  if (!others.includes('south')) expect(modes.length).toBeGreaterThan(1)
}, 60_000)

test('by post alone another post may be hidden, whatever its mode', async () => {
  const [byPost] = await shown([`rows=border_post&columns=direction&${held}`])
  expect(hiddenOf(byPost!)).toEqual(['harbour', 'north'])
}, 60_000)

test.each([
  ['in one release', [['citizenship', 'citizenship_status']]],
  ['in two', [['citizenship'], ['citizenship_status']]],
  ['in two, the other way about', [['citizenship_status'], ['citizenship']]],
])(
  'two foreigners are not told by how many are nationals, %s',
  async (_, releases) => {
    const figures = await shown(
      ...releases.map((rows) => rows.map((each) => `rows=${each}&columns=direction&${held}`)),
    )
    const citizens = figures.find((figure) => figure.has('ESP'))!
    const status = figures.find((figure) => figure.has('national'))!
    const hidden = hiddenOf(citizens)
    expect(hidden).toContain('ESP')
    // nationals alone do not keep them hidden where their number is told
    const foreign = hidden.filter((code) => code !== 'ESP' && code !== 'GTM')
    if (foreign.length === 0) expect(hiddenOf(status)).toEqual(expect.arrayContaining(['national']))
  },
  90_000,
)
