import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { startNode, type NodeUnderTest } from './node-under-test.ts'
import { checkPage, withPage } from './page-checks.ts'
import { signIn } from './signed-in.ts'

let node: NodeUnderTest
let browser: Browser

beforeAll(async () => {
  ;[node, browser] = await Promise.all([
    startNode({ persons: 3000, linked: true }),
    launchBrowser(),
  ])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

const check = (page: Page, name: string) => checkPage(page, `linkage-${name}`)

/** Waits until the focus is on what a selector says. */
function focused(page: Page, selector: string) {
  return page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector)
}

test('an officer decides pairs by keys alone, takes one back, and sees why and how well', async () => {
  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    await signIn(page, node, {
      name: 'rosa',
      roles: ['linkage-officer'],
      institution: 'gt-igm',
      country: 'GTM',
    })
    await page.goto(`${node.address}/en/desk`)
    await page.click('main >> text=Linkage')
    // the node links in the background, and the page follows
    const waiting = page.locator('main table a >> text=/^Review \\d/').first()
    await waiting.waitFor({ timeout: 120_000 })
    await page.waitForSelector('main progress', { state: 'detached', timeout: 120_000 })
    await check(page, 'overview-en-1440')
    await page.click('main table tr:has-text("Guatemala") >> text=/^Review/')
    await focused(page, 'h2')
    await check(page, 'review-en-1440')
    const open = Number(/of ([\d,]+)/.exec(await page.innerText('main h2'))![1]!.replace(',', ''))
    const sides = await page.innerText('main table')

    // 1, a reason, Enter; then the next pair
    await page.keyboard.press('1')
    await focused(page, '#because')
    expect(await page.isChecked('#verdict-same')).toBe(true)
    await page.keyboard.press('Enter')
    await page.waitForSelector('[role=alert] >> text=Give a reason.')
    await page.focus('#because')
    await page.keyboard.type('The same signature')
    await page.keyboard.press('Enter')
    await page.waitForSelector('main output >> text=/Decision 1: one person/')
    await page.waitForSelector(`main h2 >> text=Pair 2 of`)
    expect(await page.innerText('main table')).not.toBe(sides)

    // u leads back to what was decided; Enter undoes it
    await focused(page, 'h2')
    await page.keyboard.press('u')
    await focused(page, '#undo-1')
    expect(await page.innerText('main table')).toBe(sides)
    await page.keyboard.press('Enter')
    await page.waitForSelector('main output >> text=/Decision 1 is undone/')
    await focused(page, 'h2')
    await page.keyboard.press('2')
    await focused(page, '#because')
    await page.keyboard.press('Enter')
    await page.waitForSelector('main output >> text=/Decision 3: two persons/')
    await page.waitForSelector('main h2 >> text=Pair 2 of')

    // what is decided waits no more, here or elsewhere
    await page.reload()
    await page.waitForSelector(`main h2 >> text=/ of ${(open - 1).toLocaleString('en')}$/`)
    await page.uncheck('main input[type=checkbox]')
    await page.keyboard.press('1')
    expect(await page.isChecked('#verdict-same')).toBe(false)
    await page.check('main input[type=checkbox]')

    await page.click('main >> text=Record A: the other records')
    await page.waitForSelector('main h1 >> text=/^Person \\d/')
    await check(page, 'person-en-1440')
    await page.click('main >> text=Back to linkage')
    await page.waitForSelector('#record')
    await page.click('main form button')
    await page.waitForSelector('[role=alert] a')
    await page.click('main a >> text=/^Decisions$/')
    await page.waitForSelector('main h1 >> text=Decisions')
    await page.waitForSelector('main table')
    expect(await page.innerText('main table')).toMatch(/Undone by rosa: Decided by mistake/)
    await check(page, 'decisions-en-1440')
    await page.goto(`${node.address}/en/desk/link/quality/GTM`)
    await page.waitForSelector('main h1 >> text=Guatemala')
    expect(await page.innerText('main')).toMatch(
      /precision (>?9\d[.\d]*|100)%, recall (>?9\d[.\d]*|100)%/,
    )
    await check(page, 'quality-en-1440')

    await page.setViewportSize({ width: 360, height: 900 })
    for (const [language, path, heading] of [
      ['es', '', 'Enlace de registros'],
      ['es', '/review/GTM', 'Pares por revisar'],
      ['fr', '/review/SLV', 'Paires à vérifier'],
      ['fr', '/decisions', 'Décisions'],
      ['es', '/quality/GTM', 'Calidad del enlace'],
    ]) {
      await page.goto(`${node.address}/${language}/desk/link${path}`)
      await page.waitForSelector(`main h1 >> text=${heading}`)
      await check(page, `${heading}-360`)
    }
    expect(complaints).toEqual([])
  })
}, 300_000)

test('a statistician sees how well records are linked, and none of them', async () => {
  await withPage(browser, { width: 1440 }, async (page) => {
    await signIn(page, node, { name: 'iris', roles: ['statistician'] })
    await page.goto(`${node.address}/en/desk/link`)
    await page.waitForSelector('main table >> text=See the quality')
    expect(await page.locator('main table a >> text=/^Review/').count()).toBe(0)
    await page.goto(`${node.address}/en/desk/link/review/GTM`)
    await page.waitForSelector('main >> text=Your roles do not include this page')
  })
}, 120_000)

test('a statistician records a break in a series, with its reason in three languages', async () => {
  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    await signIn(page, node, { name: 'ines', roles: ['statistician'] })
    await page.goto(`${node.address}/en/desk`)
    await page.click('main >> text=Breaks in series')
    await page.waitForSelector('main >> text=No breaks are recorded.')
    await page.click('main form button[type=submit]')
    await page.waitForSelector('[role=alert] a >> text=Write the reason in French')
    await check(page, 'breaks-faults-en-1440')
    await page.selectOption('#break-country', 'GTM')
    await page.selectOption('#break-cube', 'migration-estimates')
    await page.fill('#break-from', '2020-01')
    await page.fill('#break-reason-es', 'Cambió el formulario de entrada')
    await page.fill('#break-reason-en', 'The arrival card changed')
    await page.fill('#break-reason-fr', 'La carte d’entrée a changé')
    await page.fill('#break-source', 'Acuerdo 12-2019')
    await page.click('main form:last-of-type button[data-primary]')
    await page.waitForSelector('main h3 >> text=Guatemala, from January 2020')
    await check(page, 'breaks-en-1440')
    await page.setViewportSize({ width: 360, height: 900 })
    await check(page, 'breaks-en-360')
    expect(complaints).toEqual([])
  })
}, 120_000)
