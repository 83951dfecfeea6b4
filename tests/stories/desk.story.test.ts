import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  crossing,
  crossings,
  writeImport,
} from '../../packages/platform/src/collect/testing-import.ts'
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

test('a data officer finds the files received; whoever has no work at the desk is shown no way to it', async () => {
  const { file, profile } = writeImport(crossings(crossing(), crossing({ pais: 'XQX' })))
  await node.caudal(['import', file, '--profile', profile])

  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    await signIn(page, node, { name: 'keeper', roles: ['administrator'] })
    await page.goto(`${node.address}/en/account`)
    await settle(page)
    expect(await page.innerText('header')).not.toContain('Desk')
    await page.goto(`${node.address}/en/desk`)
    await settle(page)
    expect(await page.innerText('main')).toContain('Your roles do not include this page')
    expect(complaints).toEqual([])
  })

  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    // Signed out, the desk asks who is there and stays where it is.
    await page.goto(`${node.address}/en/desk/collect`)
    await page.waitForSelector('#password')
    expect(page.url()).toContain('/en/desk/collect')
    await signIn(page, node, {
      name: 'ana',
      roles: ['data-officer'],
      institution: 'INM',
      country: 'GT',
    })
    await page.goto(`${node.address}/en`)
    await page.click('header >> text=Desk')
    await page.click('main >> text=Files received')
    await page.waitForSelector('text=cruces.csv')
    for (const language of ['es', 'en', 'fr']) {
      for (const width of language === 'es' ? [360, 1440] : [360]) {
        await page.setViewportSize({ width, height: 900 })
        for (const path of ['', '/collect']) {
          await page.goto(`${node.address}/${language}/desk${path}`)
          await settle(page)
          expect(await findBarriers(page)).toEqual([])
          expect(await findInvalidMarkup(page)).toEqual([])
          expect(await findOverflow(page)).toBe(0)
          await keepPicture(page, `desk${path.replace('/', '-')}-${language}-${width}`)
        }
      }
    }
    expect(complaints).toEqual([])
  })
}, 120_000)
