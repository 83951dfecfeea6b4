import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '@caudal/methods/vocabulary'
import { launchBrowser } from './browser.ts'
import { startNode, type NodeUnderTest } from './node-under-test.ts'
import { findBarriers, findInvalidMarkup, keepPicture, settle, withPage } from './page-checks.ts'

let node: NodeUnderTest
let browser: Browser

beforeAll(async () => {
  ;[node, browser] = await Promise.all([startNode({ empty: true }), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

test('the site can be installed, in the language it is read in', async () => {
  for (const language of languages) {
    for (const path of ['', '/explore']) {
      const page = await (await fetch(`${node.address}/${language}${path}`)).text()
      const place = /<link rel="manifest" href="([^"]+)"/.exec(page)?.[1]
      const answer = await fetch(node.address + place)
      expect(answer.headers.get('content-type')).toContain('application/manifest+json')
      const manifest = (await answer.json()) as {
        readonly lang: string
        readonly start_url: string
        readonly icons: readonly { readonly src: string; readonly type: string }[]
      }
      expect(manifest).toMatchObject({ lang: language, start_url: `/${language}` })
      for (const { src, type } of manifest.icons) {
        const icon = await fetch(node.address + src)
        expect([src, icon.headers.get('content-type')]).toEqual([src, type])
      }
    }
  }
})

test('pages that were seen can be read without a connection, with their date; nothing personal is kept', async () => {
  await withPage(browser, { width: 360, keepsPages: true }, async (page, complaints) => {
    await page.goto(`${node.address}/es/offline`)
    expect([...(await findBarriers(page)), ...(await findInvalidMarkup(page))]).toEqual([])
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)

    await page.goto(`${node.address}/es/learn`)
    const fresh = await page.title()
    await page.goto(`${node.address}/es/account`)
    await settle(page)
    const keptPaths = () =>
      page.evaluate(async () => {
        const urls = await Promise.all(
          (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
        )
        return urls.flat().map(({ url }) => new URL(url).pathname)
      })
    await expect.poll(keptPaths).toContain('/es/learn')
    expect(
      (await keptPaths()).filter((path) => /^\/(api|sdmx)\/|^\/\w\w\/(account|desk)/.test(path)),
    ).toEqual([])
    expect(complaints).toEqual([])

    // The node goes, as a line goes.
    await node.stop()
    await page.goto(`${node.address}/es/learn`)
    expect(await page.title()).toBe(fresh)
    const notice = page.locator('[data-kept-at]')
    expect(await notice.innerText()).toMatch(
      /^Sin conexión: esta es la página tal como se vio el \d+ de [a-z]+ de \d{4}/,
    )
    await keepPicture(page, 'offline-kept-es-360')

    await page.goto(`${node.address}/es/countries/HND`)
    await page.getByRole('heading', { level: 1, name: 'Sin conexión' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await keepPicture(page, 'offline-es-360')
    await page
      .locator('[data-kept-pages]')
      .getByRole('link', { name: fresh.split(' · ')[0]! })
      .click()
    await notice.waitFor()

    // What the application draws needs the node: it says so, in the language of its address.
    await page.goto(`${node.address}/en/explore`)
    await page.getByRole('heading', { level: 1, name: 'No connection' }).waitFor()
  })
}, 60_000)
