import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { startNode, type NodeUnderTest } from './node-under-test.ts'
import { keepPicture, settle, withPage } from './page-checks.ts'

let node: NodeUnderTest
let browser: Browser

beforeAll(async () => {
  ;[node, browser] = await Promise.all([startNode({ persons: 3000 }), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

async function tell(path: string, story: (page: Page) => Promise<void>): Promise<void> {
  await withPage(browser, { width: 1280 }, async (page, complaints) => {
    await page.goto(node.address + path)
    await settle(page)
    await story(page)
    expect(complaints).toEqual([])
  })
}

const search = (page: Page): URLSearchParams => new URL(page.url()).searchParams

async function choose(page: Page, label: string, value: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).first().selectOption(value)
  await settle(page)
}

/** The figures of the table on the page, row by row without the rows of totals; null where there is none. */
function numbersOn(page: Page): Promise<(number | null)[][]> {
  return page.$$eval('table tbody tr[data-row]:not([data-totals])', (rows) =>
    rows.map((row) =>
      [...row.querySelectorAll('td')].map((cell) => {
        const digits = /[-−+]?[\d\s.]*\d(?:,\d+)?/.exec(cell.innerText)?.[0]
        if (digits === undefined) return null
        return Number(
          digits
            .replace(/[\s.+]/g, '')
            .replace('−', '-')
            .replace(',', '.'),
        )
      }),
    ),
  )
}

const labelsOn = (page: Page): Promise<string[]> =>
  page.$$eval('table tbody tr[data-row]:not([data-totals]) th', (heads) =>
    heads.map((head) => (head.textContent ?? '').trim()),
  )

type Reckon = (row: readonly number[], at: number, rows: readonly (readonly number[])[]) => number

const total = (rows: readonly (readonly number[])[], at: number): number =>
  rows.reduce((sum, row) => sum + row[at]!, 0)

/** What each way of showing means, in the figures of a table of years whose last column is the total. */
const calculated: Readonly<Record<string, Reckon>> = {
  'row-share': (row, at) => (100 * row[at]!) / row.at(-1)!,
  'column-share': (row, at, rows) => (100 * row[at]!) / total(rows, at),
  'total-share': (row, at, rows) => (100 * row[at]!) / total(rows, row.length - 1),
  change: (row, at) => 100 * (row[at]! / row[at - 1]! - 1),
  'year-change': (row, at) => 100 * (row[at]! / row[at - 1]! - 1),
  difference: (row, at) => row[at]! - row[at - 1]!,
  'year-difference': (row, at) => row[at]! - row[at - 1]!,
  index: (row, at) => (100 * row[at]!) / row[0]!,
}

describe('what a table shows', () => {
  test('is calculated from its figures as the choice says', async () => {
    const path = '/es/explore/movements?rows=citizenship.continent&columns=time.year'
    await tell(path, async (page) => {
      const figures = (await numbersOn(page)).map((row) => row.map((value) => value ?? 0))
      const years = figures[0]!.length - 1
      for (const [show, reckon] of Object.entries(calculated)) {
        await choose(page, 'Mostrar como', show)
        expect(search(page).get('show')).toBe(show)
        const shown = await numbersOn(page)
        const compared = figures.flatMap((row, place) =>
          row.slice(1, years).flatMap((_, i) => {
            const said = shown[place]?.[i + 1]
            const wanted = reckon(row, i + 1, figures)
            if (said === null || said === undefined || !Number.isFinite(wanted)) return []
            return [Math.abs(said - wanted)]
          }),
        )
        expect([show, compared.length > years]).toEqual([show, true])
        // A figure is shown with one decimal.
        expect([show, Math.max(...compared) <= 0.0501]).toEqual([show, true])
      }
      await choose(page, 'Mostrar como', '')
      expect(search(page).get('show')).toBeNull()
    })
  })

  test('can be a rate per inhabitants where inhabitants are known', async () => {
    await tell('/es/explore/movements?rows=country&columns=time.year', async (page) => {
      const list = page.getByLabel('Mostrar como')
      const rates = await list
        .locator('option')
        .evaluateAll((options) =>
          options
            .map((option) => (option as HTMLOptionElement).value)
            .filter((value) => /inhabitants|100/.test(value)),
        )
      expect(rates.length).toBeGreaterThan(0)
      const figures = await numbersOn(page)
      await choose(page, 'Mostrar como', rates[0]!)
      expect(search(page).get('show')).toBe(rates[0])
      const shown = await numbersOn(page)
      expect(shown.flat().some((value) => value !== null)).toBe(true)
      expect(shown).not.toEqual(figures)
    })
  })

  test('is another measure of the same cube where that is chosen', async () => {
    await tell('/es/explore/returns?rows=country&columns=time.year', async (page) => {
      const measures = await page
        .getByLabel('Medida', { exact: true })
        .locator('option')
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
      expect(measures.length).toBeGreaterThan(1)
      const seen = new Set<string>()
      for (const measure of measures) {
        await choose(page, 'Medida', measure)
        expect(search(page).get('measure') ?? measures[0]).toBe(measure)
        seen.add(JSON.stringify(await numbersOn(page)))
      }
      expect(seen.size).toBe(measures.length)
    })
  })
})

describe('the rows', () => {
  test('are ordered, cut to the largest and summed up as the choices say', async () => {
    const path = '/es/explore/movements?rows=citizenship.region&columns=time.year'
    await tell(path, async (page) => {
      const whole = await numbersOn(page)
      const orders: Readonly<Record<string, (row: (number | null)[]) => number>> = {
        '-total': (row) => -(row.at(-1) ?? 0),
        total: (row) => row.at(-1) ?? 0,
        '-last': (row) => -(row.at(-2) ?? 0),
        last: (row) => row.at(-2) ?? 0,
      }
      for (const [sort, by] of Object.entries(orders)) {
        await choose(page, 'Orden de las filas', sort)
        expect(search(page).get('sort')).toBe(sort)
        const keys = (await numbersOn(page)).map(by)
        expect([sort, keys]).toEqual([sort, keys.toSorted((a, b) => a - b)])
      }
      await choose(page, 'Orden de las filas', 'label')
      const labels = await labelsOn(page)
      expect(labels).toEqual(labels.toSorted(new Intl.Collator('es').compare))
      await choose(page, 'Orden de las filas', '-label')
      expect(await labelsOn(page)).toEqual(labels.toReversed())

      await choose(page, 'Orden de las filas', 'default')
      await choose(page, 'Filas que se muestran', '5')
      expect(search(page).get('top')).toBe('5')
      const five = await numbersOn(page)
      const sums = (rows: readonly (readonly (number | null)[])[]): number =>
        rows.reduce((sum, row) => sum + (row.at(-1) ?? 0), 0)
      const largest = whole.map((row) => row.at(-1) ?? 0).toSorted((a, b) => b - a)
      expect(five.slice(0, 5).map((row) => row.at(-1))).toEqual(largest.slice(0, 5))
      // The rest is one row, so that the whole stays the whole.
      expect(five).toHaveLength(6)
      expect(sums(five)).toBe(sums(whole))

      const totalsAt = () =>
        page.$$eval('table tbody tr[data-row]', (rows) =>
          rows.findIndex((row) => row.matches('[data-totals], [data-row="total"]')),
        )
      expect(await totalsAt()).toBe(6)
      await choose(page, 'Totales', 'first')
      expect(search(page).get('totals')).toBe('first')
      expect(await totalsAt()).toBe(0)
    })
  })

  test('are put, opened to another level and put away by the menu of a variable', async () => {
    await tell('/es/explore/movements?rows=country&columns=time.year', async (page) => {
      await page.locator('[data-focus="menu age"]').click()
      await page.locator('[data-focus="rows age"]').click()
      await settle(page)
      expect(search(page).get('rows')).toMatch(/^country,age/)
      const levels = await page
        .getByLabel('Nivel')
        .locator('option')
        .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))
      expect(levels.length).toBeGreaterThan(1)
      const rows = new Set<number>()
      for (const level of levels) {
        await choose(page, 'Nivel', level)
        expect(search(page).get('rows')).toBe(`country,${level}`)
        rows.add((await numbersOn(page)).length)
      }
      expect(rows.size).toBe(levels.length)
      await page.locator('[data-focus="columns age"]').click()
      await settle(page)
      expect(search(page).get('columns')).toBe(`time.year,${levels.at(-1)}`)
      await page.locator('[data-focus="rest age"]').click()
      await settle(page)
      expect(search(page).get('columns')).toBe('time.year')
      expect(search(page).get('rows')).toBe('country')
    })
  })

  test('can be the latest periods, a range of them, or some of them', async () => {
    await tell('/es/explore/movements?rows=time.year&columns=sex', async (page) => {
      const years = await labelsOn(page)
      const pick = async (way: string, then?: () => Promise<void>): Promise<string[]> => {
        await page.getByRole('button', { name: 'Elegir valores…' }).click()
        await page.getByLabel(way, { exact: true }).check()
        await then?.()
        await page.getByRole('button', { name: 'Aplicar' }).click()
        await settle(page)
        return labelsOn(page)
      }
      await page.locator('[data-focus="menu time"]').click()
      const latest = await pick('Los más recientes', () => page.getByLabel('Cuántos').fill('2'))
      expect(latest).toEqual(years.slice(-2))
      const range = await pick('Desde – hasta', async () => {
        await page.getByLabel('Desde', { exact: true }).selectOption({ label: years[1]! })
        await page.getByLabel('Hasta', { exact: true }).selectOption({ label: years[3]! })
      })
      expect(range).toEqual(years.slice(1, 4))
      const some = await pick('Uno por uno', async () => {
        for (const box of await page.locator('dialog li input:checked').all()) await box.uncheck()
        await page.locator('dialog li').filter({ hasText: years[0]! }).locator('input').check()
      })
      expect(some).toEqual(years.slice(0, 1))
      await page.getByRole('button', { name: 'Quitar el filtro' }).click()
      await settle(page)
      expect(await labelsOn(page)).toEqual(years)
    })
  })
})

describe('a picture', () => {
  test('of every kind is drawn of the breakdown that is chosen', async () => {
    const path = '/es/explore/movements?rows=country&columns=time.year'
    await tell(path, async (page) => {
      for (const name of ['Barras', 'Líneas', 'Mapa', 'Paneles', 'Mapa de calor']) {
        const link = page.getByRole('link', { name, exact: true })
        if (!(await link.isVisible())) await page.getByText('Más gráficos').click()
        await link.click()
        await settle(page)
        await page.locator('[data-picture] svg').first().waitFor()
        expect([name, search(page).get('rows')]).toEqual([name, 'country'])
        expect([name, await page.innerText('main')]).toEqual([
          name,
          expect.stringContaining('Guatemala'),
        ])
      }
      await page.getByRole('link', { name: 'Barras', exact: true }).click()
      await page.locator('[data-focus="menu country"]').click()
      await page.locator('[data-focus="rest country"]').click()
      await page.locator('[data-focus="menu sex"]').click()
      await page.locator('[data-focus="rows sex"]').click()
      await settle(page)
      const picture = page.locator('[data-picture]').first()
      expect(await picture.innerText()).toContain('Mujeres')
      await keepPicture(page, 'every-control-es-1280')
    })
  })

  test('that is a map has classes of four kinds, and its years play until the reader pauses', async () => {
    await tell('/es/explore/movements?rows=country&columns=time.year&view=map', async (page) => {
      // Counts are circles until shades are asked for, whose classes can be chosen.
      await page.getByText('Tonos', { exact: true }).click()
      await settle(page)
      const classes = page.getByLabel('Clases', { exact: true })
      const fills = () =>
        page.$$eval('[data-picture] svg path', (areas) =>
          areas.map((area) => getComputedStyle(area).fill).join(),
        )
      const drawn = new Set<string>()
      for (const method of ['quantile', 'equal', 'natural', 'by-hand']) {
        await classes.selectOption(method)
        await settle(page)
        expect(await classes.inputValue()).toBe(method)
        drawn.add(await fills())
      }
      expect(drawn.size).toBeGreaterThan(1)
      await page.getByLabel('Límites entre clases').fill('10; 100; 1000')
      await settle(page)
      expect(decodeURIComponent(search(page).get('map') ?? '')).toContain('1000')
      expect(drawn).not.toContain(await fills())

      const year = page.locator('select:has(option[value="2021"])')
      await year.selectOption('2021')
      await page.getByRole('button', { name: /^Animar/ }).click()
      await expect.poll(() => year.inputValue()).toBe('2022')
      await page.getByRole('button', { name: /^Pausa/ }).click()
      await page.getByRole('button', { name: /^Animar/ }).waitFor()
    })
  })
})

test('a figure is downloaded as displayed and in full, and cited with its vintage', async () => {
  const path =
    '/es/explore/movements?rows=citizenship&columns=time.year&where=direction:arrival&top=5'
  await tell(path, async (page) => {
    await page.getByRole('button', { name: 'Descargar' }).click()
    const [displayed, whole] = await Promise.all(
      ['CSV, tal como se ve la tabla', 'CSV, una cifra por línea'].map(async (name) => {
        const link = page.getByRole('link', { name }).last()
        const answer = await page.request.get(node.address + (await link.getAttribute('href')))
        return (await answer.text()).split('\n')
      }),
    )
    expect(whole!.length).toBeGreaterThan(2 * displayed!.length)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Citar' }).click()
    const citation = await page.locator('textarea').last().inputValue()
    expect(citation).toMatch(/instantánea|snapshot/i)
    expect(citation).toContain(`${node.address}/es/explore/movements?`)
  })
})
