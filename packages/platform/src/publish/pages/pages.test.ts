import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '@caudal/methods/vocabulary'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { statistician } from '../../govern/testing-actors.ts'
import { anonymous } from '@caudal/methods/govern'
import { parseTableSpec } from '@caudal/methods/publish'
import { createPublishService } from '../service.ts'
import { createSitePages, type SitePages } from './service.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-raw-characters': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
  },
})

const faults: string[] = []
const portal = mkdtempSync(join(tmpdir(), 'caudal-no-portal-'))
let node: CaudalNode
let pages: SitePages
let finish: () => void
let running: Promise<void>

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    const ended = new Promise<void>((resolve) => (finish = resolve))
    running = withNode(async (opened) => {
      node = opened
      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'drawn',
        synthetic: true,
        sql: `select 'GTM' as country, date '2021-01-01' + cast(i % 730 as integer) as crossed_on,
          if(i % 3 = 0, 'departure', 'arrival') as direction, 'HND' as citizenship,
          if(i % 2 = 0, 'F', 'M') as sex, cast(i % 60 as integer) as age
          from range(2000) t(i)`,
      })
      await receiveFacts(node, {
        recordType: 'return',
        dataset: 'centre',
        records: [{ country: 'SLV', returned_on: '2022-05-04' }],
      })
      await buildCubes(node, statistician, { only: ['movements', 'returns'] })
      pages = createSitePages(node, { portal, warn: (fault) => faults.push(fault) })
      ready()
      await ended
    })
    running.catch(failed)
  })
})

afterAll(async () => {
  finish()
  await running
  rmSync(portal, { recursive: true })
})

describe.each(languages)('in %s', (language) => {
  test('every page is valid HTML that is whole without a script', async () => {
    const baked = [
      await pages.home(language),
      await pages.countries(language),
      (await pages.country('GTM', language))!,
      await pages.nothing(language),
    ]
    for (const { html } of baked) {
      const { results } = await validator.validateString(html)
      expect(
        results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
        ),
      ).toEqual([])
      expect(html).toContain('<h1>')
      expect(html).not.toMatch(/undefined|NaN|\[object/)
      expect(html).not.toContain('<script')
    }
  })
})

test('the home page says what changed, and what is missing', async () => {
  const { html } = await pages.home('en')
  expect(html).toContain('No reviewed release yet')
  expect(html).toContain('International migrants by origin and destination: no records at all.')
  expect(html).toMatch(/No records of their own: Belize, .*Trinidad and Tobago/)
})

test('a profile shows the figures that the API gives, with how they are known', async () => {
  const { html } = (await pages.country('GTM', 'en'))!
  // 730 days hold 2000 crossings: of the 365 days of 2022, those of i % 730 from 365 on.
  const inYear = Array.from({ length: 2000 }, (_, i) => i).filter((i) => i % 730 >= 365)
  const arrivals = inYear.filter((i) => i % 3 !== 0).length
  expect(html).toContain(`<b>${arrivals} <small>crossings</small></b>`)
  expect(html).toContain('SYNTHETIC')
  expect(html).toContain('How do you know?')
  expect(html).toContain('Bring one in with “caudal import FILE --profile un-migrant-stock-2019”')
})

test('of figures of persons pages show what everybody is shown, never an exact one', async () => {
  const service = createPublishService(node)
  const spec = parseTableSpec(new URLSearchParams('rows=country'))
  const shown = await service.measureTable(async () => anonymous, 'returns', spec, 'en')
  expect(shown.protection).toBe('perturbed')
  expect([0, 3, 4, 5, 6, 7, 8, 9, 10]).toContain(shown.grandTotal)
  for (const { html } of [await pages.home('en'), (await pages.country('SLV', 'en'))!]) {
    expect(html).not.toMatch(/<b>1 <small>returns/)
  }
})

test('a code that is no country has no page', async () => {
  for (const code of ['XXX', 'gtm', 'Q', '../etc', 'constructor']) {
    expect(await pages.country(code, 'en')).toBeUndefined()
  }
})

test('the countries of the list are those that the node names, and a broken file leaves them as they were', async () => {
  const path = join(node.folder.content, 'portal.json')
  mkdirSync(node.folder.content, { recursive: true })
  writeFileSync(path, '{"countries": ["PER", "BOL"]}')
  const chosen = await pages.countries('en')
  expect(chosen.html).toContain('>Peru</a>')
  expect(chosen.html).not.toContain('>Jamaica</a>')
  for (const broken of ['{', '{"countries": ["XX"]}', '{"county": []}', '[]']) {
    writeFileSync(path, broken)
    expect((await pages.countries('en')).html).toContain('>Jamaica</a>')
    expect(faults.at(-1)).toContain('portal.json')
  }
  expect(faults.some((fault) => fault.includes('XX'))).toBe(true)
  rmSync(path)
})

test('a page keeps its tag until something it is made from changes', async () => {
  const before = await pages.home('es')
  expect((await pages.home('es')).tag).toBe(before.tag)
  expect((await pages.home('fr')).tag).not.toBe(before.tag)
})
