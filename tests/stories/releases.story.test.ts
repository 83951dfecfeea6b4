import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { startNode, type NodeUnderTest } from './node-under-test.ts'
import {
  checkPage,
  findBarriers,
  findOverflow,
  keepPicture,
  settle,
  withPage,
} from './page-checks.ts'
import { signIn } from './signed-in.ts'

let node: NodeUnderTest
let browser: Browser
const place = { roles: ['statistician', 'publisher'], country: 'GTM' } as const

beforeAll(async () => {
  ;[node, browser] = await Promise.all([startNode({ persons: 3000 }), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

const check = (page: Page, name: string) => checkPage(page, `releases-${name}`)

let id = ''

test('one drafts a release, another reviews what it hides, and gives it its hour', async () => {
  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    await signIn(page, node, { name: 'ana', ...place })
    await page.goto(`${node.address}/es/desk/publish`)
    await check(page, 'empty-es-1440')
    await page.click('main >> text=Redactar una publicación')
    await page.waitForSelector('#period')
    await page.click('form button[type=submit]')
    await page.waitForSelector('[role=alert] a')
    await page.selectOption('#country', 'GTM')
    await page.fill('#period', '2022-05')
    await check(page, 'draft-es-1440')
    await page.click('form button[type=submit]')
    const link = page.locator('main [aria-live] a')
    await link.waitFor({ timeout: 60_000 })
    id = await link.innerText()
    await link.click()
    await page.waitForURL(/publish\/release\//)
    await check(page, 'own-draft-es-1440')
    expect(await page.innerText('main')).toContain('tiene que aprobarla otra persona')
    expect(await page.innerText('main table')).toMatch(/Pocas personas|Para que no se deduzcan/)
    expect(complaints).toEqual([])
  })
  await withPage(browser, { width: 360 }, async (page, complaints) => {
    await signIn(page, node, { name: 'bea', ...place })
    for (const language of ['fr', 'en']) {
      await page.goto(`${node.address}/${language}/desk/publish/release/${id}`)
      await page.waitForSelector('main table')
      await check(page, `review-${language}-360`)
    }
    await page.click('main >> text=/^Approve$/')
    await page.waitForSelector('#hour')
    await page.click('form button[type=submit]')
    await page.waitForSelector('[role=alert] a')
    await page.fill('#hour', '2040-01-01T12:00')
    await page.click('form button[type=submit]')
    await page.waitForSelector('main >> text=Change the hour')
    expect((await fetch(`${node.address}/releases/${id}/en/index.html`)).status).toBe(404)
    await page.click('main >> text=Publish now')
    await page.waitForSelector('#successor')
    expect((await fetch(`${node.address}/releases/${id}/en/index.html`)).status).toBe(200)
    const said = await page.innerText('main')
    expect(said).toContain('ana')
    expect(said).toMatch(/\d to \d|\d or more/)
    await page.goto(`${node.address}/en/desk/publish/release/${id}/compare/${id}`)
    await page.waitForSelector('main h2')
    await check(page, 'compare-en-360')
    expect(complaints).toEqual([])
  })
}, 180_000)

test('what comes is announced with a date that is moved with its reason, and everybody reads both', async () => {
  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    await signIn(page, node, { name: 'cai', ...place })
    await page.goto(`${node.address}/es/desk/publish/calendar`)
    await page.waitForSelector('#due')
    await page.click('form >> text=/^Anunciar$/')
    await page.waitForSelector('[role=alert] a')
    await page.selectOption('#country', 'GTM')
    await page.fill('#period', '2022-06')
    await page.fill('#due', '2090-03')
    await page.click('form >> text=/^Anunciar$/')
    await page.click('main >> summary')
    await page.fill('input[id^=due-]', '2090-04-15')
    await page.fill('input[id^=reason-]', 'Los puestos enviaron tarde.')
    await check(page, 'calendar-es-1440')
    await page.click('text=/^Cambiar la fecha$/')
    await page.waitForSelector('main >> text=Antes: marzo de 2090. Los puestos enviaron tarde.')
    await page.goto(`${node.address}/fr/releases`)
    expect(await page.innerText('main')).toContain('15 avril 2090')
    expect(await page.innerText('main')).toMatch(/Auparavant.: mars 2090/)
    await page.selectOption('#filter-country', 'GTM')
    await page.click('main form button')
    await page.waitForURL(/country=GTM/)
    expect(await page.innerText('main')).toContain('Guatemala\u00a0: entrées et sorties, mai 2022')
    await check(page, 'archive-fr-1440')
    expect(complaints).toEqual([])
  })
}, 120_000)

test('a course sees what its reader has done, and keeps what is ticked', async () => {
  await withPage(browser, { width: 360 }, async (page, complaints) => {
    await signIn(page, node, { name: 'dan', ...place, roles: ['publisher'] })
    await page.goto(`${node.address}/en/learn/releases`)
    await settle(page)
    await page.click('text=Begin the course')
    await page.waitForSelector('output >> text=0 of')
    await page.check('[data-step=colleague-known] input')
    await page.waitForSelector('output >> text=1 of')
    const announced = { template: 'yearly-profile', country: 'GTM', period: '2023', due: '2090-01' }
    await page.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json' }
      const request = { method: 'POST', headers, body: JSON.stringify(body) }
      await fetch('/api/publish/calendar', request)
    }, announced)
    await page.click('text=Check again')
    await page.waitForSelector('[data-step=release-announced][data-done]')
    await page.reload()
    await page.waitForSelector('output >> text=2 of')
    await check(page, 'course-en-360')
    expect(complaints).toEqual([])
  })
}, 120_000)

test('a reader keeps a view in the browser, moves it to an account, and has a series watched', async () => {
  await withPage(browser, { width: 360 }, async (page, complaints) => {
    const view = '/en/explore/movements?rows=country&columns=time.year'
    const reader = `eva${Date.now()}`
    await page.goto(`${node.address}${view}`)
    await settle(page)
    await page.click('button:has-text("Save view")')
    await page.fill('#view-name', 'Crossings by year')
    await page.press('#view-name', 'Enter')
    await page.waitForSelector('output >> text=Saved in this browser')
    await page.fill('#view-name', 'CROSSINGS by year')
    await page.press('#view-name', 'Enter')
    await page.waitForSelector('output >> text=You keep a view of that name already')
    await page.click('text=See views and alerts')
    await check(page, 'saved-stranger-en-360')

    await signIn(page, node, { name: reader, roles: ['researcher'] })
    await page.goto(`${node.address}/en/saved`)
    await page.click('button:has-text("Move to my account")')
    const account = page.locator('section', { has: page.locator('#views') })
    await account.locator('a >> text=Crossings by year').waitFor()
    await account.locator('button[aria-label="Rename “Crossings by year”"]').press('Enter')
    await account.locator('input').fill('Crossings')
    await account.locator('input').press('Enter')
    await account.locator('a >> text="Crossings"').click()
    await page.waitForURL(`**${view}`)
    await settle(page)

    await page.locator('tbody tr').nth(1).locator('td').nth(1).click()
    await page.click('dialog >> text=Alert me about this series')
    await page.waitForSelector('h1 >> text=New alert')
    await page.click('text=changes, up or down')
    await page.click('button:has-text("Set the alert")')
    await page.waitForSelector('[role=alert] >> text=Write a number')
    await page.fill('#threshold', '12.5')
    await page.fill('#alert-name', 'Turning point')
    await check(page, 'alert-en-360')
    await page.press('#alert-name', 'Enter')
    await page.waitForSelector('text=The alert “Turning point” is set.')
    await page.click('text=See views and alerts')
    await page.waitForSelector('text=A change of at least 12.5 % on the period before')
    await page.click('button:has-text("Ask for an address")')
    const address = await page.locator('textarea').inputValue()
    const feed = await page.context().request.get(address)
    expect(await feed.text()).toContain(`<title>Caudal: alerts of ${reader}</title>`)
    await check(page, 'saved-en-360')
    await page.setViewportSize({ width: 1440, height: 900 })
    for (const language of ['es', 'fr']) {
      await page.goto(`${node.address}/${language}/saved`)
      await page.waitForSelector('textarea, #feed')
      await check(page, `saved-${language}-1440`)
    }
    expect(complaints).toEqual([])
  })
}, 120_000)

test('a country answers for its data, one dimension a page, and what is published is read by all', async () => {
  await withPage(browser, { width: 360 }, async (page, complaints) => {
    await signIn(page, node, { name: 'eli', ...place })
    await page.goto(`${node.address}/es/desk/capacity`)
    await page.click('form button')
    await page.waitForURL(/answer\/law/)
    for (const part of ['law', 'resources']) {
      await page.waitForURL(new RegExp(`answer/${part}`))
      for (const level of await page.locator('fieldset label:nth-of-type(3)').all())
        await level.click()
      if (part === 'law') await page.click('text=/^Seguir$/')
    }
    await page.reload()
    await page.waitForSelector('fieldset input:checked')
    await check(page, 'capacity-answer-es-360')
    await page.click('text=Guardar como versión nueva')
    await page.waitForURL(/capacity\/GTM$/)
    await page.click('li >> text=/^Publicar$/')
    await page.waitForSelector('li >> text=Dejar de publicar')
    await check(page, 'capacity-country-es-360')
    await page.goto(`${node.address}/fr/capacity/GTM`)
    expect(await page.innerText('main table')).toContain('67')
    await check(page, 'capacity-fr-360')
    expect(complaints).toEqual([])
  })
}, 120_000)

test('every template makes a whole release of the synthetic region, which can be verified', async () => {
  const address = `${node.address}/api/cubes/returns/table?rows=time.month&where=country:HND&sort=-total`
  const returns = (await (await fetch(address)).json()) as { rowKeys: string[][] }
  for (const words of [
    ['monthly-returns', '--country', 'HND', '--period', returns.rowKeys[0]![0]!],
    ['yearly-profile', '--country', 'GTM', '--period', '2022'],
    ['regional-overview', '--period', '2022'],
  ]) {
    const asked = ['release', 'draft', '--template', ...words, '--as', 'Eva']
    const { stdout } = await node.caudal(asked)
    const id = stdout.trim()
    expect(id).toMatch(new RegExp(`^${words[0]}-.*-v1$`))
    const verified = await node.caudal(['verify', id])
    expect(verified.stdout).toContain('verified')
  }
  // a sheet of another kind takes the place of the one that is out, and old links say so
  const next = 'yearly-profile-gtm-2022-v1'
  await withPage(browser, { width: 360 }, async (page, complaints) => {
    await signIn(page, node, { name: 'fay', ...place })
    await page.goto(`${node.address}/en/desk/publish/release/${next}`)
    await page.click('main >> text=/^Approve$/')
    await page.waitForSelector('#hour')
    await page.click('main >> text=Publish now')
    await page.waitForSelector('#successor')
    await page.goto(`${node.address}/en/desk/publish/release/${id}`)
    await page.fill('#successor', next)
    await page.click('main >> text=/^Supersede$/')
    await page.waitForSelector('main .hint >> text=Superseded')
    await check(page, 'superseded-en-360')
    await page.goto(`${node.address}/releases/${id}/en/index.html`)
    expect(await page.innerText('[role=status]')).toContain(next)
    expect(await findBarriers(page)).toEqual([])
    expect(await findOverflow(page)).toBe(0)
    await keepPicture(page, 'releases-baked-superseded-en-360')
    expect(complaints).toEqual([])
  })
  await withPage(browser, { width: 1440 }, async (page) => {
    await page.goto(`${node.address}/releases/${next}/es/index.html`)
    expect(await findBarriers(page)).toEqual([])
    await keepPicture(page, 'releases-baked-es-1440')
  })
}, 240_000)
