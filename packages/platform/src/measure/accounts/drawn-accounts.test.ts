import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NodeAccount } from '@caudal/methods/measure'
import { quoteText } from '@caudal/methods/collect'
import { importFile } from '../../collect/service.ts'
import { statistician } from '../../govern/testing-actors.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { createPublishService } from '../../publish/service.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { drawRegion, type RegionManifest } from '../../synthetic/index.ts'
import { buildCubes } from '../service.ts'
import { receiveFacts } from '../testing-facts.ts'
import { accountCubes, readNodeAccounts } from './node-accounts.ts'

let root = ''
let region: RegionManifest
let whole: Map<string, NodeAccount>
const countries = ['GTM', 'SLV']

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'caudal-drawn-accounts-'))
  region = await drawRegion({
    out: join(root, 'region'),
    persons: 6000,
    seed: 3,
    countries,
    threads: 1,
  })
  whole = await accountsWithout({})
}, 60_000)
afterAll(() => rm(root, { recursive: true }))

/** Every true change of residence into or out of a country since the first drawn day, as its border would see it. */
const movesSql = (truth: string) => `
  with spells as (
    select person_id, country, resident_from as crossed_on,
      lag(country) over (partition by person_id order by spell) as country_before
    from read_parquet(${quoteText(truth)})
  ), moves as (
    select person_id, country, crossed_on, 'arrival' as direction from spells where country_before is not null
    union all
    select person_id, country_before, crossed_on, 'departure' from spells
  )
  select country, person_id * 2 + (country = 'SLV')::integer as person, crossed_on, direction,
    'recorded' as origin, row_number() over (partition by country, person_id order by crossed_on) as place
  from moves where country in ('GTM', 'SLV') and crossed_on >= date '2015-01-01'`

interface Withheld {
  /** Profile of a file that is not imported. */
  readonly file?: string
  /** Condition on the moves that the border did not see. */
  readonly moves?: string
}

/** The accounts of the population, by country and year of their beginning, of a node that knows everything but what is withheld. */
async function accountsWithout({ file, moves = 'false' }: Withheld) {
  const told = new Map<string, NodeAccount>()
  await withNode(async (node: CaudalNode) => {
    for (const { path, profile, profilePath } of region.files) {
      if (!/population|vital-events/.test(profile) || profile === file) continue
      const folder = join(root, 'region')
      const report = await importFile(node, terminalActor('data-officer'), {
        file: join(folder, path),
        profile: join(folder, profilePath),
      })
      expect([profile, report.status, report.rowsRejected + report.rowsFlaggedDuplicate]).toEqual([
        profile,
        'imported',
        0,
      ])
    }
    const truth = movesSql(join(root, 'region', 'truth', 'residence.parquet'))
    for (const country of countries) {
      await receiveFacts(node, {
        recordType: 'journey',
        dataset: `journeys-${country.toLowerCase()}`,
        synthetic: true,
        sql: `select * from (${truth}) where country = ${quoteText(country)} and not (${moves})`,
      })
    }
    // crossings of every day show that the border was observed; nobody of these is in a journey
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'posts',
      synthetic: true,
      sql: `select country, 'arrival' as direction, date '2015-01-01' + day::integer as crossed_on
        from range(3653) as days(day), unnest(['GTM', 'SLV']) as each(country)`,
    })
    await buildCubes(node, statistician, { only: [...accountCubes, 'population'] })
    const { figures } = createPublishService(node, { memory: 0, believedFor: 0 })
    const asker = { reader: async () => statistician }
    const answer = await readNodeAccounts(node, figures, asker, { stock: 'population' }, 'en')
    for (const each of answer.accounts) told.set(`${each.country} ${each.from.slice(0, 4)}`, each)
  })
  return told
}

/** Years whose every migration is decided with sixteen months of observation after it. */
const decidedYears = Array.from({ length: 8 }, (_, at) => 2015 + at)
const keys = countries.flatMap((country) =>
  decidedYears.map((year) => `${country} ${String(year)}`),
)
const residualsOf = (told: Map<string, NodeAccount>) =>
  Object.fromEntries(keys.map((key) => [key, told.get(key)?.residual]))

describe('the accounts of the synthetic region', () => {
  test('close without a residual where the border saw every change of residence', async () => {
    const told = whole
    expect(residualsOf(told)).toEqual(Object.fromEntries(keys.map((key) => [key, 0])))
    const { terms } = told.get('GTM 2018')!
    for (const term of ['births', 'deaths', 'arrivals', 'departures'] as const) {
      // months of the office make the year up: nothing is split
      expect([term, terms[term].mark, terms[term].value! > 0]).toEqual([term, null, true])
    }
    // not everybody who crossed since has been gone or here for a year
    expect(told.get('GTM 2023')).toMatchObject({ residual: null, missing: [] })
  })

  test('leave over just the departures that the border did not see', async () => {
    const inYear = `crossed_on >= date '2018-07-01' and crossed_on < date '2019-07-01'`
    const told = await accountsWithout({
      moves: `country = 'GTM' and direction = 'departure' and ${inYear}`,
    })
    const unseen = whole.get('GTM 2018')!.terms.departures.value!
    expect(unseen).toBeGreaterThan(5)
    expect(residualsOf(told)).toMatchObject({ 'GTM 2018': -unseen, 'SLV 2018': 0, 'GTM 2017': 0 })
  })

  test('of a country whose births and deaths are withheld stay open, and say what lacks', async () => {
    const told = await accountsWithout({ file: 'synthetic-vital-events-slv' })
    for (const year of decidedYears) {
      expect(told.get(`SLV ${String(year)}`)).toMatchObject({
        residual: null,
        missing: ['births', 'deaths'],
      })
      expect(told.get(`GTM ${String(year)}`)!.residual).toBe(0)
    }
  })
})
