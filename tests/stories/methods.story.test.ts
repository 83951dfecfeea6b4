import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { startNode, type NodeUnderTest } from './node-under-test.ts'
import { settle, withPage } from './page-checks.ts'

const run = promisify(execFile)
let node: NodeUnderTest
let browser: Browser
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caudal-examples-'))
  ;[node, browser] = await Promise.all([startNode({ persons: 3000 }), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
  rmSync(folder, { recursive: true })
})

test('a reader goes from the footer to a method, its formula and the paper behind it', async () => {
  await withPage(browser, { width: 1280, locale: 'en-GB' }, async (page, complaints) => {
    await page.goto(`${node.address}/en`)
    await settle(page)
    await page.getByRole('contentinfo').getByRole('link', { name: 'Methods' }).click()
    await page.getByRole('link', { name: 'Link', exact: true }).click()
    await settle(page)
    await page.getByRole('link', { name: 'estimateMatches' }).first().click()
    expect(new URL(page.url()).hash).toBe('#estimateMatches')
    const entry = page.locator('article#estimateMatches')
    expect(await entry.locator('math[display=block]').count()).toBe(2)
    expect(await entry.locator('mfrac').count()).toBeGreaterThan(1)
    expect(await entry.innerText()).toContain('JASA 64 (1969)')
    await page.goto(`${node.address}/en/methods/residence`)
    await settle(page)
    expect(await page.innerText('h1')).toBe('From border crossings to migration')
    await page.goto(`${node.address}/en/methods/nowhere`)
    await settle(page)
    expect(await page.innerText('h1')).toBe('There is no such page of the handbook')
    expect(complaints).toEqual([])
  })
})

test('a term is found by its name in any language, with its meaning in the reader’s', async () => {
  await withPage(browser, { width: 360 }, async (page) => {
    await page.goto(`${node.address}/es/glossary`)
    await settle(page)
    await page.fill('input[type=search]', 'statistiques miroirs')
    await page.getByText('1 término', { exact: true }).waitFor()
    expect(await page.innerText('main')).toContain('lado a lado')
    // without its accents too; what no term has is said
    await page.fill('input[type=search]', 'ESTADISTICAS ESPEJO')
    await page.getByText('1 término', { exact: true }).waitFor()
    await page.fill('input[type=search]', 'zzz')
    await page.getByText('Ningún término lo contiene').waitFor()
    expect(await page.locator('.letter:visible').count()).toBe(1)
  })
})

test('the glossary is whole without a script: its letters and its index lead to each term', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${node.address}/fr/glossary`)
  expect(await page.locator('input[type=search]:visible').count()).toBe(0)
  await page.click('nav.letters >> text="S"')
  expect(page.url()).toContain('#letter-s')
  await page.click('summary >> text=Tous les termes')
  await page.click('.term-index >> text="statistiques miroirs"')
  expect(page.url()).toContain('/fr/glossary#term-mirror-statistics')
  expect(await page.innerText('#term-mirror-statistics')).toContain('estadísticas espejo')
  await context.close()
})

test('the examples on the page of data run as they stand', async () => {
  const codeOf = async (name: string): Promise<string> => {
    let code = ''
    await withPage(browser, { width: 1280, locale: 'en-GB' }, async (page) => {
      await page.goto(`${node.address}/en/data`)
      await settle(page)
      await page.selectOption('#example-cube', 'movements')
      await page.selectOption('#example-language', name)
      code = await page.inputValue('main textarea')
    })
    return code
  }
  const script = await run(process.execPath, [
    '--input-type=module',
    '-e',
    await codeOf('JavaScript'),
  ])
  expect(script.stdout).toMatch(/^Arrivals and departures at border posts \d+\n$/)
  for (const [name, command, ...options] of [
    ['curl', 'sh', '-c'],
    ['Python', 'python3', '-c'],
    ['R', 'Rscript', '-e'],
  ] as const) {
    const tool = name === 'curl' ? 'curl' : command
    if (!(await run(tool, ['--version']).then(Boolean, () => false))) {
      console.log(`The example for ${name} was not run: ${tool} is not installed.`)
      continue
    }
    const { stdout } = await run(command, [...options, await codeOf(name)], { cwd: folder })
    const shown = name === 'curl' ? readFileSync(join(folder, 'movements.csv'), 'utf8') : stdout
    expect(shown, name).toContain('direction')
  }
})
