import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findCube } from '@caudal/methods/measure'
import { parseTableSpec } from '@caudal/methods/publish'
import { languages, type Language } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { addBreak, endBreak } from '../../measure/breaks/service.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { statistician } from '../../govern/testing-actors.ts'
import { anonymous } from '@caudal/methods/govern'
import { createPublishService } from '../service.ts'
import { findChromium } from '../release/print-pdf.ts'
import { createSitePages, type SitePages } from './service.ts'
import { listThemeIds, parseTheme, readThemeText } from './theme-text.ts'

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

const towns = getCodeList('municipalities')
const departments = getCodeList('departments')
const honduran = departments.codes.filter(({ parent }) => parent === 'HND')
const { code: town, parent: department } = towns.codes.find(({ parent }) =>
  honduran.some(({ code }) => code === parent),
)!

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
        recordType: 'residence',
        dataset: 'register',
        records: [{ country: 'SLV', started_on: '2022-05-04' }],
      })
      await receiveFacts(node, {
        recordType: 'return',
        dataset: 'drawn-returns',
        synthetic: true,
        sql: `select 'HND' as country, date '2021-05-01' + cast(i % 600 as integer) as returned_on,
          if(i % 3 = 0, 'F', 'M') as sex, cast(i % 60 as integer) as age,
          'forced' as return_type, 'USA' as counterpart_country,
          '${town}' as origin_municipality, '${department}' as origin_department
          from range(1200) t(i)`,
      })
      await buildCubes(node, statistician, { only: ['movements', 'returns', 'residences'] })
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
      await pages.themes(language),
      await pages.goals(language),
      await pages.courses(language),
      (await pages.course('records', language))!,
      (await pages.sheet('HND', '2022-05', 'html', language))!,
      (await pages.municipalities('HND', language))!,
      (await pages.municipality('HND', town, language))!,
      ...(
        await Promise.all(
          ['flows', 'returns', 'smuggling-and-trafficking'].map((id) => pages.theme(id, language)),
        )
      ).flatMap((page) => page ?? []),
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
  expect(html).toContain('bring it in with “caudal import FILE --profile un-migrant-stock-2019”')
})

test('a profile marks a break where its series breaks, and says why in sight', async () => {
  const profile = async () => (await pages.country('GTM', 'es'))!.html
  expect(await profile()).not.toContain('plot-break')
  const number = await addBreak(node, statistician, {
    country: 'GTM',
    cube: 'movements',
    from: '2022-01',
    reason: { es: 'Se abrió el registro', en: 'The register was opened', fr: 'Registre ouvert' },
    source: 'Acuerdo 12',
  })
  // what is recorded is believed for a moment before it is asked for again
  const soon = { timeout: 20_000, interval: 500 }
  await expect.poll(profile, soon).toContain('class="plot-break"')
  expect(await profile()).toMatch(
    /figure-break"><b>b<\/b> [^<]*Se abrió el registro \(fuente: Acuerdo 12\)/,
  )
  await endBreak(node, statistician, number, 'A trial.')
  await expect.poll(profile, soon).not.toContain('plot-break')
}, 60_000)

test('of figures of persons pages show what everybody is shown, never an exact one', async () => {
  const service = createPublishService(node)
  const spec = parseTableSpec(new URLSearchParams('rows=country'))
  const shown = await service.measureTable(async () => anonymous, 'residences', spec, 'en')
  expect(shown.protection).toBe('perturbed')
  expect([0, 3, 4, 5, 6, 7, 8, 9, 10]).toContain(shown.grandTotal)
  for (const { html } of [await pages.home('en'), (await pages.country('SLV', 'en'))!]) {
    expect(html).not.toMatch(/<b>1 <small>spells/)
  }
})

test('the sheet of a month counts that month, with the twelve before, in dark bars on white', async () => {
  const { html: svg } = (await pages.sheet('HND', '2022-05', 'svg', 'en'))!
  const inMay = Array.from({ length: 1200 }, (_, i) => i % 600).filter((day) => {
    const at = new Date(Date.UTC(2021, 4, 1 + day))
    return at.getUTCFullYear() === 2022 && at.getUTCMonth() === 4
  }).length
  expect(svg).toContain(`>${inMay}</text>`)
  expect(
    svg.match(/>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec) 2[12]<\/text>/g),
  ).toHaveLength(13)
  expect(svg).toContain('SYNTHETIC')
  expect(svg).not.toMatch(/<script|href=/)
  expect((await pages.sheet('HND', '2022-05', 'svg', 'en'))!.html).toBe(svg)
  for (const month of ['2019-01', '2022-13', '2022', '', '../x']) {
    expect(await pages.sheet('HND', month, 'html', 'en')).toBeUndefined()
  }
  expect(await pages.sheet('SLV', '2022-05', 'html', 'en')).toBeUndefined()
})

test('without a browser on the machine a sheet is no PDF, and its page offers none', async () => {
  const bare = createSitePages(node, { portal, printer: undefined })
  if (findChromium() === undefined) {
    expect(await bare.sheetPdf('HND', '2022-05', 'en')).toBeUndefined()
    expect((await bare.sheet('HND', '2022-05', 'html', 'en'))!.html).not.toContain('.pdf')
  }
})

test('a municipality has a page of the returns of its people, in its own country alone', async () => {
  const list = (await pages.municipalities('HND', 'en'))!.html
  expect(list).toContain(`/en/countries/HND/municipalities/${town}`)
  expect(list).toContain('<span>1\u202f200</span>')
  expect((await pages.municipality('HND', town, 'en'))!.html).toContain('SYNTHETIC')
  expect(await pages.municipality('SLV', town, 'en')).toBeUndefined()
  expect(await pages.municipality('HND', 'HN9999', 'en')).toBeUndefined()
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

test('every theme of the program is there in three languages, with the same figures in each', async () => {
  const figuresOf = async (id: string, language: Language) => {
    const read = (await readThemeText(node.folder.content, id, language))!
    expect(read.path).toContain(`${id}.${language}.md`)
    const { title, lead, parts } = parseTheme(read.text)
    expect([title, lead].every((text) => text !== '')).toBe(true)
    expect(parts).toHaveLength(4)
    return parts.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'figures' ? block.asked : [])),
    )
  }
  const ids = await listThemeIds(node.folder.content)
  expect(ids).toHaveLength(11)
  for (const id of ids) {
    const spanish = await figuresOf(id, 'es')
    expect(spanish.length).toBeGreaterThan(0)
    // What a text asks for is a table that its cube can answer.
    for (const { cube, table } of spanish) {
      const spec = parseTableSpec(
        new URLSearchParams(decodeURIComponent(table).replaceAll('{year}', '2022')),
      )
      const known = findCube(cube)!.dimensions.map((dimension) => dimension.id)
      for (const name of [...spec.rows, ...spec.columns]) {
        expect([id, cube, known.includes(name.split('.')[0]!)]).toEqual([id, cube, true])
      }
    }
    expect(await figuresOf(id, 'en')).toEqual(spanish)
    expect(await figuresOf(id, 'fr')).toEqual(spanish)
  }
})

test('a text of the node takes the place of that of the program, and what it gets wrong is said', async () => {
  const folder = join(node.folder.content, 'themes')
  mkdirSync(folder, { recursive: true })
  writeFileSync(
    join(folder, 'flows.en.md'),
    '# Ours\n\nA lead.\n\n## Part\n\n<script>alert(1)</script> [link](javascript:alert)\n\n![Said by an editor](figure:movements?rows=time.year)\n\n![](figure:movements?rows=colour)\n',
  )
  const { html } = (await pages.theme('flows', 'en'))!
  expect(html).toContain('<h1>Ours</h1>')
  expect(html).toContain('Said by an editor</h3>')
  expect(html).not.toContain('<script')
  expect(html).not.toContain('href="javascript')
  expect(html).toContain('colour')
  expect(faults.at(-1)).toMatch(/flows\.en\.md: figure 2 \(movements\)/)
  writeFileSync(join(folder, 'border-towns.es.md'), '# Pueblos de frontera\n\nDe la casa.\n')
  expect((await pages.themes('fr')).html).toContain('Pueblos de frontera')
  expect(await pages.theme('../portal', 'en')).toBeUndefined()
  rmSync(folder, { recursive: true })
})

test('a page keeps its tag until something it is made from changes', async () => {
  const before = await pages.home('es')
  expect((await pages.home('es')).tag).toBe(before.tag)
  expect((await pages.home('fr')).tag).not.toBe(before.tag)
})
