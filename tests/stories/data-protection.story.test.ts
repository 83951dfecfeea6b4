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

test('a protection officer answers a person; an auditor proves an entry and reads no register of persons', async () => {
  const { file, profile } = writeImport(
    crossings(crossing({ documento: 'P1' }), crossing({ documento: 'P2' })),
  )
  await node.caudal(['import', file, '--profile', profile])

  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    const place = { institution: 'hn-inm', country: 'HND' }
    await signIn(page, node, { name: 'berta', roles: ['protection-officer'], ...place })
    const { writeFileSync } = await import('node:fs')
    const undertaking = `${file}.undertaking.json`
    writeFileSync(
      undertaking,
      JSON.stringify({ account: 'berta', signedOn: '2026-01-01', until: '2099-12-31' }),
    )
    await node.caudal(['govern', 'put', 'undertaking', 'berta', '--file', undertaking])
    await page.goto(`${node.address}/en/desk/govern`)
    await page.click('main >> text=Enter a request')
    await page.fill('#document', 'P2')
    await page.click('button:has-text("Find")')
    await page.waitForSelector('text=1 record found.')
    await page.click('button:has-text("Enter the request")')
    await page.waitForSelector('text=check who is asking')
    await page.check('#identity')
    await page.check('label:has-text("Restriction") input')
    await page.click('button:has-text("Enter the request")')
    await page.waitForSelector('h1:has-text("Restriction")')
    const address = page.url()
    await page.click('main >> button:has-text("Restrict")')
    await page.waitForSelector('text=is being made anew')
    await page.fill('#because', 'the dispute is settled')
    await settle(page)
    expect(await findBarriers(page)).toEqual([])
    await page.click('button:has-text("Lift the restriction")')
    await page.waitForSelector('text=Lifted on')

    const paths = ['', '/inventory', '/registers/undertaking', '/new-request', '/audit', '/audit/0']
    const pages = paths.map((path) => `${node.address}/en/desk/govern${path}`)
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      for (const [at, url] of [...pages, address].entries()) {
        await page.goto(url)
        await page.waitForSelector('main h1')
        await settle(page)
        expect(await findBarriers(page)).toEqual([])
        expect(await findInvalidMarkup(page)).toEqual([])
        expect(await findOverflow(page)).toBe(0)
        await keepPicture(page, `data-protection-${at}-${width}`)
      }
    }
    expect(complaints).toEqual([])
  })

  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    await signIn(page, node, { name: 'otto', roles: ['auditor'] })
    await page.goto(`${node.address}/fr/desk/govern/audit`)
    await page.waitForSelector('main table tbody tr')
    const text = await page.innerText('main')
    expect(text).toContain('Importer un lot')
    expect(text).not.toMatch(/Ximena|Quetzalcoatl|P2/)
    await page.click('main table tbody tr:last-child th a')
    await page.waitForSelector('text=Cette entrée est dans le journal, inchangée.')
    // the log of a person who is asked for is not a way to the person
    await page.goto(`${node.address}/fr/desk/govern/new-request`)
    await settle(page)
    expect(await page.innerText('main')).not.toContain('Numéro du document')
    expect(complaints).toEqual([])
  })
}, 150_000)
