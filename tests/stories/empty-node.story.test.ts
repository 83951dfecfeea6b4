import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

let node: NodeUnderTest
let browser: Browser

beforeAll(async () => {
  ;[node, browser] = await Promise.all([startNode({ empty: true }), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

test.each(languages)(
  'a node with nothing in it says so in %s, and how that changes',
  async (language) => {
    await withPage(browser, { width: 360 }, async (page, complaints) => {
      for (const path of ['', '/explore', '/explore/movements']) {
        await page.goto(`${node.address}/${language}${path}`)
        await settle(page)
        expect(await page.innerText('main')).toContain('caudal import')
        expect(await findBarriers(page)).toEqual([])
        expect(await findInvalidMarkup(page)).toEqual([])
        expect(await findOverflow(page)).toBe(0)
        await keepPicture(page, `empty${path.replaceAll('/', '-')}-${language}-360`)
      }
      expect(complaints).toEqual([])
    })
  },
)
