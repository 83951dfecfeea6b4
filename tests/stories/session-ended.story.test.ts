import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { startNode, type NodeUnderTest } from './node-under-test.ts'
import { checkPage, settle, withPage } from './page-checks.ts'
import { signIn } from './signed-in.ts'

let node: NodeUnderTest
let browser: Browser

beforeAll(async () => {
  ;[node, browser] = await Promise.all([startNode({ empty: true }), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

test('whoever is signed in no more is led to the sign-in, and from there back to the page', async () => {
  for (const width of [360, 1280]) {
    await withPage(browser, { width }, async (page) => {
      await signIn(page, node, { name: `berta-${width}`, roles: ['administrator'] })
      const here = `${node.address}/es/account/invite`
      await page.goto(here)
      await settle(page)
      await page.fill('#shown-name', 'Ana')
      await page.fill('#account-name', `ana-${width}`)
      await page.check('text=Auditoría')
      const session = await page.context().cookies()
      await page.context().clearCookies()
      await page.click('form button[type=submit]')
      await page.waitForSelector('[role=alert] a')
      await checkPage(page, `session-ended-${width}`)
      await page.click('[role=alert] a')
      await page.waitForSelector('#password')
      expect(new URL(page.url()).searchParams.get('back')).toBe('/es/account/invite')
      await page.context().addCookies(session)
      await page.reload()
      await page.waitForURL(here)
      await page.waitForSelector('#account-name')
    })
  }
})
