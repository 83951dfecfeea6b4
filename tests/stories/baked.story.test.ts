import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { startNode, type NodeUnderTest } from './node-under-test.ts'
import { settle, withPage } from './page-checks.ts'

let node: NodeUnderTest
let browser: Browser

beforeAll(async () => {
  ;[node, browser] = await Promise.all([startNode({ persons: 3000 }), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
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
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/en/explore/**')
    await settle(page)
    expect(await page.innerText('main')).toContain('Guatemala')
    expect(complaints).toEqual([])
  })
})

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
})
