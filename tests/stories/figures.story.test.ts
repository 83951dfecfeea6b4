import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '@caudal/methods/vocabulary'
import { launchBrowser } from './browser.ts'
import { startNode, type NodeUnderTest } from './node-under-test.ts'
import {
  findBarriers,
  findInvalidMarkup,
  findOverflow,
  keepPicture,
  settle,
  withPage,
} from './page-checks.ts'

const pages = {
  changes: '/explore/movements?rows=country&columns=time.year&show=change&sort=-last',
  groups: '/explore/movements?rows=citizenship.continent,sex&columns=time.year',
  panels: '/explore/movements?rows=citizenship.region&columns=time.year&view=multiples',
  heat: '/explore/movements?rows=citizenship.region&columns=time.year&view=heat',
  pyramid: '/explore/movements?rows=age.group&columns=sex,time.year&view=pyramid',
  sankey: '/explore/movements?rows=citizenship&columns=country&view=sankey',
  'flow-map': '/explore/movements?rows=citizenship&columns=country,time.year&view=flow',
  chord: '/explore/movements?rows=citizenship&columns=country&view=chord',
  'way-to-a-pyramid': '/explore/movements?rows=country&columns=time.year&view=pyramid',
  embedded: '/embed/movements?rows=country&columns=time.year&view=bar',
} as const

/** Each language at one width: the words differ by language, the layout by width. */
const screens = {
  es: { width: 1440, dark: false },
  en: { width: 360, dark: false },
  fr: { width: 360, dark: true },
} as const

let node: NodeUnderTest
let browser: Browser

beforeAll(async () => {
  ;[node, browser] = await Promise.all([startNode({ persons: 3000 }), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

async function tell(path: string, story: (page: Page) => Promise<void>, width = 1280) {
  await withPage(browser, { width }, async (page, complaints) => {
    await page.goto(node.address + path)
    await settle(page)
    await story(page)
    expect(complaints).toEqual([])
  })
}

const search = (page: Page): URLSearchParams => new URL(page.url()).searchParams

describe.each(languages)('in %s', (language) => {
  test('every view keeps nobody out, is valid, fits its screen and complains of nothing', async () => {
    const found: string[] = []
    const { width, dark } = screens[language]
    for (const [name, path] of Object.entries(pages)) {
      await withPage(browser, { width, dark }, async (page, complaints) => {
        await page.goto(`${node.address}/${language}${path}`)
        await settle(page)
        const problems = [
          ...(await findBarriers(page, dark ? 'colours' : 'all')),
          ...(dark ? [] : await findInvalidMarkup(page)),
          ...complaints,
        ]
        const overflow = await findOverflow(page)
        if (overflow > 0) problems.push(`the page can be scrolled sideways by ${overflow} px`)
        found.push(...problems.map((problem) => `${name}: ${problem}`))
        await keepPicture(page, `${name}-${language}-${width}`)
      })
    }
    expect(found).toEqual([])
  }, 180_000)
})

describe('a table', () => {
  test('opens a continent into its regions and these into countries, and goes back up', async () => {
    await tell(
      '/en/explore/movements?rows=citizenship.continent&columns=time.year',
      async (page) => {
        await page.getByRole('button', { name: /^Americas: show by/ }).click()
        await page.waitForURL(/citizenship\.region/)
        expect(search(page).get('where')).toBe('citizenship.continent:019')
        await page.getByRole('button', { name: /^Central America: show by/ }).click()
        await page.waitForURL(/rows=citizenship&/)
        const path = page.getByRole('navigation', { name: 'Path: Citizenship' })
        // The address changes first, the page then.
        await path.getByText('Central America').waitFor()
        expect((await path.innerText()).replace(/\s+/g, ' ')).toMatch(/Americas.*Central America/)
        await path.getByRole('button', { name: 'Americas' }).click()
        await page.waitForURL(/rows=citizenship\.region/)
        await path.getByRole('button', { name: 'Citizenship: all' }).click()
        await page.waitForURL(/rows=citizenship\.continent/)
        expect(search(page).get('where')).toBeNull()
      },
    )
  })

  test('shows shares that make a hundred, and drops them where they make no sense', async () => {
    await tell('/es/explore/movements?rows=sex&columns=time.year', async (page) => {
      await page.getByLabel('Mostrar como').selectOption('column-share')
      await page.waitForURL(/show=column-share/)
      await settle(page)
      const total = await page.locator('tr[data-row="total"] td').first().innerText()
      expect(total).toBe('100,0')
      await page.getByLabel('Mostrar como').selectOption('change')
      await page.waitForURL(/show=change/)
      await page.locator('[data-focus="menu time"]').click()
      await page.locator('[data-focus="rest time"]').click()
      await page.waitForFunction(() => !location.search.includes('show='))
    })
  })

  test('answers how each number is known, by pointer and by keyboard', async () => {
    await tell('/en/explore/movements?rows=country&columns=time.year&show=change', async (page) => {
      await page.locator('tbody tr').nth(1).locator('td').nth(5).click()
      const panel = page.getByRole('dialog')
      await panel.getByText('Quality of the records').waitFor()
      const said = await panel.innerText()
      for (const words of [
        'Definition',
        'Calculated from',
        'Batch ',
        'Confidentiality',
        'SHA-256',
      ]) {
        expect(said).toContain(words)
      }
      expect(await findBarriers(page)).toEqual([])
      expect(await findInvalidMarkup(page)).toEqual([])
      await keepPicture(page, 'how-a-number-is-known')
      await page.keyboard.press('Escape')
      expect(await panel.count()).toBe(0)

      await page.locator('section[tabindex="0"]').focus()
      await page.keyboard.press('Enter')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await panel.getByText('Quality of the records').waitFor()
    })
  })
})

test('the key / searches all data, forgives a slip and leads to a table by keyboard alone', async () => {
  await tell('/es', async (page) => {
    await page.keyboard.press('/')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('hondruas')
    await page.locator('dialog li a').first().waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(await findInvalidMarkup(page)).toEqual([])
    // The page of the country comes first, then what the data hold of it.
    expect(await page.locator('dialog li a').first().getAttribute('href')).toBe('/es/countries/HND')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/explore\/movements/)
    expect(search(page).get('where')).toMatch(/^(country|citizenship):HND$/)
  })
})

test('a view that does not fit leads to a table that it can be drawn of, and plays its years', async () => {
  await tell(pages['way-to-a-pyramid'].replace('/', '/en/'), async (page) => {
    await page.getByRole('button', { name: 'Show by age and sex' }).click()
    await page.locator('[data-picture] svg[role="img"]').waitFor()
    await page.getByLabel('Year').first().selectOption('2022')
    await page.waitForURL(/at=time\.year:2022/)
    await page.getByRole('button', { name: /^Play/ }).click()
    await page.waitForURL(/at=time\.year:2023/)
    expect(search(page).get('columns')).toBe('sex,time.year')
  })
})

test('a figure is taken along as a picture that says what it is and where it comes from', async () => {
  await tell(pages.heat.replace('/', '/en/'), async (page) => {
    await page.getByRole('button', { name: 'Download' }).click()
    const [svg] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'SVG picture' }).click(),
    ])
    expect(svg.suggestedFilename()).toBe('caudal-movements-heat-SYNTHETIC.svg')
    const text = await readFile(await svg.path(), 'utf8')
    expect(text).toMatch(/^<svg[^>]* viewBox="0 0 \d+ \d+"/)
    expect(text).toContain('SYNTHETIC')
    expect(text).toContain('made with Caudal, snapshot')
    expect(text).not.toMatch(/var\(--|class="/)
    const [png] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PNG picture' }).click(),
    ])
    const bytes = await readFile(await png.path())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.length).toBeGreaterThan(20_000)
  })
})

test('a figure in a frame of another page stands alone and leads to the whole', async () => {
  await tell(`/es${pages.embedded}`, async (page) => {
    expect(await page.locator('header nav').count()).toBe(0)
    expect(await page.innerText('main')).toContain('SINTÉTICOS')
    const whole = page.getByRole('link', { name: 'Abrir y explorar' })
    expect(await whole.getAttribute('href')).toBe(
      '/es/explore/movements?rows=country&columns=time.year&view=bar',
    )
  })
})
