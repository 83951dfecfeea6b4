import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages, type Language } from '@caudal/methods/vocabulary'
import { launchBrowser } from './browser.ts'
import { startNode, type NodeUnderTest } from './node-under-test.ts'
import {
  findBarriers,
  findInvalidMarkup,
  findOverflow,
  hearComplaints,
  keepPicture,
  openPage,
  settle,
  withPage,
} from './page-checks.ts'

const pages = {
  home: '',
  countries: '/countries',
  country: '/countries/GTM',
  theme: '/themes/children',
  goals: '/goals',
  releases: '/releases?country=GTM',
  course: '/learn/records',
  capacity: '/capacity',
  choose: '/explore',
  table: '/explore/movements',
  'crossed-table': '/explore/movements?rows=country,sex&columns=direction,time.year&totals=first',
  bars: '/explore/movements?rows=citizenship&columns=sex&sort=-total&top=12&view=bar',
  columns: '/explore/movements?rows=citizenship&columns=time.year&view=bar',
  lines: '/explore/movements?rows=citizenship&columns=time.quarter&view=line',
  map: '/explore/movements?rows=country&columns=time.year&view=map',
  'way-to-a-map': '/explore/movements?rows=sex&columns=time.year&view=map',
  reference: '/methods/link',
  glossary: '/glossary',
  data: '/data',
  gaps: '/gaps?by=sex',
  mirror: '/mirror?origin=GTM&destination=SLV&by=age',
  'back-test': '/back-test',
  accounts: '/accounts',
  growth: '/growth',
  survival: '/survival?by=citizenship_status',
  'not-found': '/nowhere',
} as const

const widths = [1440, 360] as const

/** Pages that share style and parts: in the dark, and at their longest, one language speaks for all. */
const onlyLight = new Set([
  'accounts',
  'growth',
  'survival',
  'capacity',
  'course',
  'releases',
  'gaps',
  'back-test',
  'countries',
  'country',
  'goals',
  'mirror',
  'theme',
])
const onlyOnce = new Set([
  'accounts',
  'growth',
  'survival',
  'capacity',
  'course',
  'releases',
  'gaps',
  'back-test',
  'country',
  'goals',
  'mirror',
  'theme',
])

let node: NodeUnderTest
let browser: Browser
/** One reader a language, whose browser keeps the files of the portal from page to page. */
let readers: ReadonlyMap<Language, BrowserContext>

beforeAll(async () => {
  ;[node, browser] = await Promise.all([startNode({ persons: 3000 }), launchBrowser()])
  const contexts = languages.map(async (language) => {
    const context = await browser.newContext({ reducedMotion: 'reduce', serviceWorkers: 'block' })
    context.setDefaultTimeout(20_000)
    return [language, context] as const
  })
  readers = new Map(await Promise.all(contexts))
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

describe('in every language', () => {
  test.each(Object.entries(pages))(
    '%s keeps nobody out, is valid, fits a phone and complains of nothing',
    async (name, path) => {
      const found = await Promise.all(
        languages.map((language) => findProblems(name, path, language)),
      )
      expect(found.flat()).toEqual([])
    },
    120_000,
  )
})

/** What is wrong with a page in a language: on a wide screen and a narrow one, in light and in dark. */
async function findProblems(name: string, path: string, language: Language): Promise<string[]> {
  const found: string[] = []
  // The dark is seen in one language: its colours are the same in all.
  const inDark = language === 'es' && !onlyLight.has(name)
  const seen = widths.filter(
    (width) => !onlyOnce.has(name) || language === (width === 360 ? 'es' : 'fr'),
  )
  if (seen.length === 0) return found
  const page = await openPage(readers.get(language)!)
  const complaints = hearComplaints(page)
  for (const width of seen) {
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width, height: 900 })
    // Each width has a first drawing of its own.
    await page.goto(`${node.address}/${language}${path}`)
    await settle(page)
    const overflow = await findOverflow(page)
    const problems = [
      ...(overflow > 0 ? [`the page can be scrolled sideways by ${overflow} px`] : []),
      ...(await findBarriers(page)),
      ...(await findInvalidMarkup(page)),
    ]
    await keepPicture(page, `${name}-${language}-${width}-light`)
    if (inDark) {
      // In the dark nothing but the colours is different.
      await page.emulateMedia({ colorScheme: 'dark' })
      await settle(page)
      problems.push(...(await findBarriers(page, 'colours')).map((each) => `in the dark ${each}`))
      await keepPicture(page, `${name}-${language}-${width}-dark`)
    }
    found.push(...problems.map((problem) => `${language}, ${width} px: ${problem}`))
  }
  await page.close()
  return [...found, ...complaints.map((complaint) => `${language}: ${complaint}`)]
}

test('what opens on a page keeps nobody out either', async () => {
  await withPage(browser, { width: 360 }, async (page, complaints) => {
    await page.goto(`${node.address}/es/explore/movements`)
    await settle(page)
    await page.getByRole('button', { name: 'Cambiar la tabla' }).click()
    await page.locator('[data-focus="menu time"]').click()
    await page.getByRole('button', { name: 'Elegir valores…' }).click()
    await page.getByLabel('Uno por uno').click()
    await page.waitForSelector('dialog li')
    expect(await findBarriers(page)).toEqual([])
    expect(await findInvalidMarkup(page)).toEqual([])
    await keepPicture(page, 'picker-es-360')
    await page.getByRole('button', { name: 'Cancelar' }).last().click()
    for (const name of ['Descargar', 'Compartir', 'Citar']) {
      await page.getByRole('button', { name }).click()
      expect(await findBarriers(page)).toEqual([])
      expect(await findOverflow(page)).toBe(0)
      await page.keyboard.press('Escape')
    }
    await page.getByText('¿Cómo se sabe?').click()
    expect(await findBarriers(page)).toEqual([])
    expect(await findOverflow(page)).toBe(0)
    await keepPicture(page, 'how-do-you-know-es-360')
    expect(complaints).toEqual([])
  })
})

test('nothing on a page jumps while it comes in', async () => {
  for (const width of widths) {
    for (const path of [pages.home, pages.choose, pages.table, pages.lines]) {
      await withPage(browser, { width }, async (page) => {
        await page.addInitScript(() => {
          const shifts: number[] = []
          Object.assign(globalThis, { shifts })
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) {
              shifts.push((entry as PerformanceEntry & { readonly value: number }).value)
            }
          }).observe({ type: 'layout-shift', buffered: true })
        })
        await page.goto(`${node.address}/es${path}`)
        await settle(page)
        const shifts = await page.evaluate(
          () => (globalThis as unknown as { shifts: number[] }).shifts,
        )
        // Up to 0.1 counts as good (web.dev/articles/cls).
        expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.1)
      })
    }
  }
}, 120_000)

test('a page at twice the size of type fits a phone', async () => {
  await withPage(browser, { width: 720 }, async (page) => {
    for (const path of [pages.home, pages.table, pages.bars]) {
      await page.goto(`${node.address}/es${path}`)
      await page.addStyleTag({ content: 'html { font-size: 200% }' })
      await settle(page)
      expect(await findOverflow(page)).toBe(0)
    }
  })
})

test('a page set from right to left fits its screen, and its columns begin on the right', async () => {
  await withPage(browser, { width: 360 }, async (page) => {
    for (const path of [pages.home, pages.country, pages.table, pages.bars]) {
      await page.goto(`${node.address}/es${path}`)
      await page.evaluate(() => (document.documentElement.dir = 'rtl'))
      await settle(page)
      expect([path, await findOverflow(page)]).toEqual([path, 0])
      const title = await page
        .locator('h1')
        .first()
        .evaluate((heading) => {
          const words = document.createRange()
          words.selectNodeContents(heading)
          return {
            right: words.getBoundingClientRect().right,
            textAlign: getComputedStyle(heading).textAlign,
          }
        })
      expect([path, title.right > 180, title.textAlign]).toEqual([path, true, 'start'])
      await keepPicture(page, `right-to-left-${path.replace(/\W+/g, '-')}`)
    }
  })
})

test('without a script a reader goes from the map to a country, opens a table and takes it along', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'es-GT' })
  try {
    const page = await context.newPage()
    await page.goto(node.address)
    expect(new URL(page.url()).pathname).toBe('/es')
    await page.locator('.country-figures').getByText('Guatemala').click()
    await page.waitForURL('**/es/countries/GTM')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Guatemala')
    const figure = page.locator('.figure').first()
    await figure.locator('summary').first().click()
    expect(await figure.locator('table td').count()).toBeGreaterThan(5)
    const csv = await figure.getByRole('link', { name: 'CSV' }).getAttribute('href')
    const file = await context.request.get(node.address + csv)
    expect(file.headers()['content-disposition']).toContain('SYNTHETIC_movements')
    // What a table shows is what its file has.
    const shown = (await figure.locator('tfoot td, tbody td').first().innerText()).replace(
      /\s/g,
      '',
    )
    expect(await file.text()).toContain(`,${shown},`)
  } finally {
    await context.close()
  }
})

test('the key / searches from a baked page, and Enter leads to the table', async () => {
  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    await page.goto(`${node.address}/en/themes/flows`)
    await settle(page)
    await page.keyboard.press('/')
    await page.locator('#search-input').fill('guatmala')
    await page.locator('.search-hits a').first().waitFor()
    // The page of the country comes first, then what the data hold of it.
    const [first] = await page.locator('.search-hits a').all()
    expect(await first!.getAttribute('href')).toBe('/en/countries/GTM')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/en/explore/**')
    await settle(page)
    expect(await page.innerText('main')).toContain('Guatemala')
    expect(complaints).toEqual([])
  })
})

test.each(['year', 'month'])(
  'figures that two countries count by the %s lead to the table where each says how it is known',
  async (period) => {
    const columns = [
      [0, 'Salidas que cuenta Guatemala'],
      [1, 'Entradas que cuenta El Salvador'],
    ] as const
    await withPage(browser, { width: 1280 }, async (page, complaints) => {
      for (const [column, name] of columns) {
        await page.goto(`${node.address}/es/mirror?origin=GTM&destination=SLV&period=${period}`)
        await settle(page)
        const row = page.locator('main tbody tr').first()
        const said = [
          await row.locator('th').innerText(),
          await row.locator('td').nth(column).innerText(),
        ]
        await page.click(`section[aria-labelledby=how-known] >> text="${name}"`)
        await page.waitForURL('**/explore/movements**')
        await settle(page)
        const there = page.locator('main table tbody tr', { hasText: said[0]! }).first()
        expect([said[0], await there.locator('td').first().innerText()]).toEqual(said)
      }
      expect(complaints).toEqual([])
    })
  },
)

test('what a reader chooses of the appearance holds on baked pages and in the application', async () => {
  await withPage(browser, { width: 1440 }, async (page) => {
    await page.goto(`${node.address}/fr/countries`)
    await page.locator('#appearance').selectOption('dark')
    await page.goto(`${node.address}/fr/explore`)
    await settle(page)
    expect(await page.getAttribute('html', 'data-appearance')).toBe('dark')
  })
})

test('a baked page is light on a slow line', async () => {
  for (const path of ['', '/countries', '/countries/GTM', '/themes/returns', '/goals']) {
    const html = await (await fetch(`${node.address}/es${path}`)).text()
    expect([path, gzipSync(html).length < 100 * 1024]).toEqual([path, true])
  }
  // Without its charts, whatever they are drawn with, it is so before anything is compressed.
  await withPage(browser, { width: 1440 }, async (page) => {
    await page.goto(`${node.address}/es/countries/GTM`)
    const bytes = await page.evaluate(async () => {
      const served = await (await fetch(location.href)).text()
      const whole = new DOMParser().parseFromString(served, 'text/html')
      for (const chart of whole.querySelectorAll('svg, .plot, .bars, .pyramid')) chart.remove()
      return new Blob([whole.documentElement.outerHTML]).size
    })
    expect(bytes).toBeLessThan(100 * 1024)
  })
})
