import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  listenAsMinistry,
  ministrySecret,
  openMinistry,
  type Ministry,
} from '../../packages/platform/src/govern/accounts/testing-ministry.ts'
import { launchBrowser } from './browser.ts'
import { startNode, type NodeUnderTest } from './node-under-test.ts'
import { checkPage, settle, withPage } from './page-checks.ts'
import { signIn } from './signed-in.ts'

let node: NodeUnderTest
let browser: Browser
let ministry: Ministry

beforeAll(async () => {
  const at = await listenAsMinistry()
  const environment = {
    CAUDAL_OIDC_ISSUER: at.issuer,
    CAUDAL_OIDC_CLIENT_ID: 'caudal',
    CAUDAL_OIDC_CLIENT_SECRET: ministrySecret,
    CAUDAL_OIDC_NAME: 'Ministerio',
    CAUDAL_OIDC_SECOND_STEP: 'urn:two-steps',
  }
  ;[node, browser] = await Promise.all([startNode({ empty: true, environment }), launchBrowser()])
  const returnTo = `${node.address}/api/govern/sign-in/provider/return`
  ministry = openMinistry(at, returnTo, async () => 200)
  ministry.person = { subject: 'p-1', acr: 'urn:two-steps' }
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
  await ministry?.close()
})

test('whoever signs in by the ministry comes back to the page that was first asked for', async () => {
  await withPage(browser, { width: 360 }, async (page, complaints) => {
    await signIn(page, node, { name: 'dora', roles: ['auditor'] })
    await page.goto(`${node.address}/es/account`)
    await page.click('dl button:text-is("Unir")')
    await page.waitForSelector('dd:text-is("Unida a su cuenta")')

    // a page asks for the sign-in at its own address, with all that stands in it
    const asked = `${node.address}/es/desk/govern/registers/agreement/none?from=mail#versions`
    const leave = () => page.context().clearCookies({ name: /caudal/ })
    await leave()
    await page.goto(asked)
    await page.waitForSelector('#password')
    await checkPage(page, 'provider-sign-in-360')
    await page.click('button:has-text("Ministerio")')
    await page.waitForURL(asked)
    await page.waitForSelector('main h1:has-text("none")')

    // the address of the sign-in says the way back, and an address from outside is none
    await leave()
    await page.goto(`${node.address}/fr/account?back=%2Ffr%2Fdesk%2Fgovern%2Faudit`)
    await page.click('button:has-text("Ministerio")')
    await page.waitForURL(`${node.address}/fr/desk/govern/audit`)
    await leave()
    await page.goto(`${node.address}/fr/account?back=%2F%2Felsewhere.example%2Ffr`)
    await page.click('button:has-text("Ministerio")')
    await page.waitForSelector('#sessions')
    expect(page.url()).toBe(`${node.address}/fr/account`)

    // begun for one page and given up: a later visit of the account leads nowhere else
    await page.evaluate(() =>
      sessionStorage.setItem('caudal.way-back', '?back=%2Fes%2Fdesk%2Fgovern'),
    )
    await page.goto(`${node.address}/fr/account/change/password`)
    await settle(page)
    await page.goto(`${node.address}/fr/account`)
    await page.waitForSelector('#sessions')
    expect(page.url()).toBe(`${node.address}/fr/account`)
    expect(complaints.filter((each) => !each.includes('404'))).toEqual([])
  })
}, 120_000)
