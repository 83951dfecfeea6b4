// Claim: on two cores, in Chromium, home and a release page have their largest paint within a second, explore
// is usable (its table stands, and answers a press) within two; a table is repainted within 200 ms of a
// dimension being moved, and a table of 10,000 cells within 500 ms of being asked for. Beside the first three
// stands what a line of 1.6 Mbit/s with 300 ms a round trip makes of them (a 3G line): noted, not held to.
//
// Data: the synthetic region of 20,000 persons (CAUDAL_BENCH_PERSONS for another number), served by a node
// in a process of its own; the browser runs on the same two cores. A change is a press of the button that
// puts a dimension elsewhere; it ends with the second frame after the new table stands in the page, so
// that it has been laid out and painted. The first time a table is asked for the node works it out; the
// second time it has it ready.
import { performance } from 'node:perf_hooks'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../tests/stories/browser.ts'
import { startNode } from '../tests/stories/node-under-test.ts'

const limits = { paint: 1000, usable: 2000, change: 200, large: 500 }
const threeG = {
  offline: false,
  latency: 300,
  downloadThroughput: 200_000,
  uploadThroughput: 94_000,
}
const visits = 5
const persons = Number(process.env['CAUDAL_BENCH_PERSONS'] ?? 20_000)

/** Dimensions put elsewhere, one after the other: element to press. */
const moves = [
  ['sex', 'rows'],
  ['sex', 'columns'],
  ['sex', 'rest'],
  ['mode', 'rows'],
  ['mode', 'rest'],
  ['purpose', 'columns'],
  ['purpose', 'rest'],
  ['direction', 'rest'],
  ['direction', 'rows'],
  ['age', 'rows'],
  ['age', 'rest'],
] as const

/** Presses an element (or changes a list) and waits until another table has been painted. */
async function timeChange(page: Page, css: string, value = ''): Promise<number> {
  // As text: the loader names inner functions by a helper that the page does not have.
  const measure = `(async () => {
    const element = document.querySelector(${JSON.stringify(css)})
    if (!element) throw new Error('nothing at ' + ${JSON.stringify(css)})
    const said = () => document.querySelector('table')?.textContent ?? ''
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const before = said()
    const start = performance.now()
    if (element instanceof HTMLSelectElement) {
      element.value = ${JSON.stringify(value)}
      element.dispatchEvent(new Event('change', { bubbles: true }))
    } else element.click()
    do {
      await frame()
      if (performance.now() - start > 20000) throw new Error('no other table')
    } while (document.querySelector('[data-outdated]') || said() === before)
    await frame()
    return performance.now() - start
  })()`
  return page.evaluate<number>(measure)
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1]!

const started = performance.now()
const [node, browser] = await Promise.all([startNode({ persons }), launchBrowser()])
let failed = false
const report = (name: string, milliseconds: readonly number[], limit: number | undefined): void => {
  const [middle, high] = [percentile(milliseconds, 0.5), percentile(milliseconds, 0.95)]
  const told = `${name}: median ${middle.toFixed(0)} ms, 95th percentile ${high.toFixed(0)} ms`
  if (limit === undefined) return console.log(`${told} (${milliseconds.length} times, no limit)`)
  const ratio = high / limit
  if (ratio > 1) failed = true
  return console.log(
    `${told} of ${limit} ms (ratio ${ratio.toFixed(2)}, ${milliseconds.length} times)`,
  )
}
try {
  const region =
    process.env['CAUDAL_STORIES_AT'] === undefined
      ? `${persons} persons`
      : `The node at ${node.address}, whatever it holds`
  console.log(`${region}, ready in ${((performance.now() - started) / 1000).toFixed(0)} s`)
  const release = await publishRelease()
  for (const line of [undefined, threeG]) {
    const beside = line === undefined ? '' : ' on a 3G line'
    const limit = (own: number) => (line === undefined ? own : undefined)
    const home = await timeVisits('/es', line, largestPaint)
    report(`largest paint of home${beside}`, home, limit(limits.paint))
    const released = await timeVisits(`/releases/${release}/es/index.html`, line, largestPaint)
    report(`largest paint of a release page${beside}`, released, limit(limits.paint))
    const explore = await timeVisits('/es/explore/movements', line, usable)
    report(`explore usable${beside}`, explore, limit(limits.usable))
  }

  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${node.address}/en/explore/movements?rows=country,direction&columns=time.year`)
  await page.waitForSelector('table tbody td')

  for (const round of ['first', 'again'] as const) {
    const times: number[] = []
    for (const [dimension, place] of moves) {
      await page.click(`[data-focus="menu ${dimension}"]`)
      times.push(await timeChange(page, `[data-focus="${place} ${dimension}"]`))
      // The menu of a dimension that moved stays open; it is closed for the next.
      const open = page.locator(`[data-focus="menu ${dimension}"][aria-expanded="true"]`)
      if ((await open.count()) > 0) await open.click()
    }
    report(`a dimension moved, ${round} time`, times, limits.change)
  }

  const { from, cells } = await findLargeTable()
  console.log(`the large table has ${cells} cells`)
  const large: number[] = []
  for (const direction of ['', ';direction:arrival', ';direction:departure', '', '']) {
    await page.goto(
      `${node.address}/en/explore/movements?rows=citizenship&columns=sex,time.year&where=time.year:${from}..2024${direction}`,
    )
    await page.waitForSelector('table tbody td')
    await page.click('[data-focus="menu time"]')
    const level = 'select:has(> option[value="time.month"])'
    await page.waitForSelector(level)
    large.push(await timeChange(page, level, 'time.month'))
  }
  report('a table of 10,000 cells', large, limits.large)
} finally {
  await browser.close()
  await node.stop()
}
/** A release of the region that is out, drafted by one and approved by another. @returns its id */
async function publishRelease(): Promise<string> {
  const plan = ['--template', 'regional-overview', '--period', '2022']
  const { stdout } = await node.caudal(['release', 'draft', ...plan, '--as', 'Eva'])
  const id = stdout.trim().split(/\s/)[0]!
  await node.caudal(['release', 'approve', id, '--as', 'Ana'])
  await node.caudal(['release', 'publish', id, '--as', 'Ana'])
  return id
}

/** Opens a page with an empty browser again and again, and takes a time of each visit. */
async function timeVisits(
  path: string,
  line: typeof threeG | undefined,
  time: (page: Page) => Promise<number>,
): Promise<number[]> {
  const times: number[] = []
  // The first visit makes the node prepare the page, which it does once for all readers.
  for (let visit = 0; visit <= visits; visit += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    if (line !== undefined) {
      const tools = await context.newCDPSession(page)
      await tools.send('Network.emulateNetworkConditions', line)
    }
    await page.goto(`${node.address}${path}`)
    const taken = await time(page)
    if (visit > 0) times.push(taken)
    await context.close()
  }
  return times
}

/** The last of the largest paints, half a second after the page has loaded all it loads. */
async function largestPaint(page: Page): Promise<number> {
  await page.waitForLoadState('networkidle')
  return page.evaluate<number>(`new Promise((resolve) => {
    let last = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) last = Math.max(last, entry.startTime)
    }).observe({ type: 'largest-contentful-paint', buffered: true })
    setTimeout(() => resolve(last), 500)
  })`)
}

/** From the beginning of the visit until the table stands and what builds it answers a press. */
async function usable(page: Page): Promise<number> {
  await page.waitForSelector('table tbody td')
  await page.click('[data-focus="menu sex"]')
  await page.waitForSelector('[data-focus="rows sex"]')
  return page.evaluate<number>('performance.now()')
}

/** The first year from which citizenship by sex and month has ten thousand cells. */
async function findLargeTable(): Promise<{ from: number; cells: number }> {
  for (let from = 2023; from >= 2014; from -= 1) {
    const answer = await fetch(
      `${node.address}/api/cubes/movements/table?rows=citizenship&columns=sex,time.month&where=time.year:${from}..2024`,
    )
    const cells = ((await answer.json()) as { values: unknown[] }).values.length
    if (cells >= 10_000) return { from, cells }
  }
  throw new Error('No table has ten thousand cells: draw more persons.')
}

process.exitCode = failed ? 1 : 0
