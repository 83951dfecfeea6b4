import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HtmlValidate } from 'html-validate'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

const artefacts = fileURLToPath(new URL('../../test-artefacts/', import.meta.url))
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

export interface Screen {
  readonly width: number
  readonly height?: number
  readonly dark?: boolean
  readonly locale?: string
  /** Whether the browser keeps pages; most stories ask the node for each, and see what they ask. */
  readonly keepsPages?: boolean
}

/** What the driver of the browser, not the page, says where a story keeps no pages. */
const blockedWorker = 'Service Worker registration blocked by Playwright'

/** Runs a story on a page of its own, with everything written down that the page complains of. */
export async function withPage(
  browser: Browser,
  { width, height = 900, dark = false, locale = 'es-GT', keepsPages = false }: Screen,
  story: (page: Page, complaints: readonly string[]) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale,
    acceptDownloads: true,
    serviceWorkers: keepsPages ? 'allow' : 'block',
  })
  context.setDefaultTimeout(20_000)
  try {
    const page = await openPage(context)
    const complaints = hearComplaints(page)
    try {
      await story(page, complaints)
    } catch (error) {
      await tellWhatIsShown(page, complaints, error)
      throw error
    }
  } finally {
    await context.close()
  }
}

/** Adds to the failure of a story what its page showed then, and keeps a picture of it. */
async function tellWhatIsShown(
  page: Page,
  complaints: readonly string[],
  error: unknown,
): Promise<void> {
  if (!(error instanceof Error)) return
  try {
    const shown = await page.innerText('body', { timeout: 5_000 })
    const { open = 0 } = trafficOf.get(page) ?? {}
    error.message += `\n${page.url()} showed, with ${open} answers to come, and complained of ${JSON.stringify(complaints)}:\n${shown.slice(0, 3_000)}`
    await keepPicture(page, 'failed')
  } catch {
    // A page that is gone shows nothing; the failure itself is told.
  }
}

/** A new page, whose traffic is counted from its first request on. */
export async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  watchTraffic(page)
  return page
}

/** Writes down what a page complains of from now on. */
export function hearComplaints(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.text() === blockedWorker) return
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return complaints
}

/** What axe finds, as sentences; nothing is what it has to find. */
export async function findBarriers(
  page: Page,
  rules: 'all' | 'colours' = 'all',
): Promise<string[]> {
  // Evaluated by the debugger, so the content security policy of the page stays in force.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeSource())
  return page.evaluate(async (wanted) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } }
    const { violations } = await axe.run({
      // What is in order is not written down node by node.
      resultTypes: ['violations'],
      runOnly:
        wanted === 'all'
          ? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
          : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
    })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id}: ${help} (${target.join(' ')}) ${failureSummary}`,
      ),
    )
  }, rules)
}

let axeRead: Promise<string> | undefined
const axeSource = (): Promise<string> => (axeRead ??= readFile(axePath, 'utf8'))

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly target: string[]; readonly failureSummary: string }[]
  }[]
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // How a browser writes its document down is not how anybody wrote it.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'no-raw-characters': 'off',
    // Everything comes from the node itself, and its policy lets nothing else in.
    'require-sri': 'off',
    // The areas of a map are chosen in the map: no <select> is drawn in an SVG.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
  },
})

/** What is wrong with the markup of a page, as it was served and as it stands now. */
export async function findInvalidMarkup(page: Page): Promise<string[]> {
  const served = await (await page.context().request.get(page.url())).text()
  const reports = await Promise.all([
    reportOf(served, 'served'),
    validator.validateString(await page.content(), 'shown'),
  ])
  return reports.flatMap(({ results }) =>
    results.flatMap(({ filePath, messages }) =>
      messages.map(
        ({ ruleId, message, selector }) => `${filePath}: ${ruleId}: ${message} ${selector}`,
      ),
    ),
  )
}

const reports = new Map<string, ReturnType<HtmlValidate['validateString']>>()

/** What the validator says of a page; the frame of the application is served at many addresses. */
function reportOf(html: string, name: string): ReturnType<HtmlValidate['validateString']> {
  const report = reports.get(html) ?? validator.validateString(html, name)
  reports.set(html, report)
  return report
}

/** Pixels by which the whole page can be scrolled sideways; none is what it has to be. */
export function findOverflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

/** Keeps a picture of the page among the artefacts of the tests. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(artefacts, { recursive: true })
  await page.screenshot({ path: join(artefacts, `${name}.png`), fullPage: true })
}

/** What a page has asked for, and how much of it has not come yet. */
interface Traffic {
  asked: number
  open: number
}

const trafficOf = new WeakMap<Page, Traffic>()

function watchTraffic(page: Page): void {
  const traffic = { asked: 0, open: 0 }
  page.on('request', () => {
    traffic.asked += 1
    traffic.open += 1
  })
  const ended = (): void => {
    traffic.open -= 1
  }
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  trafficOf.set(page, traffic)
}

/**
 * Waits until the page shows what it was asked for: nothing is busy and nothing is on its way, for ten
 * frames on end. What a key or a click sets off is drawn some tasks later, so a page that is calm at
 * one moment may only not have begun yet.
 */
export async function settle(page: Page): Promise<void> {
  try {
    const traffic = trafficOf.get(page)
    // A page that nobody watched from its first request on: half a second without any has to do.
    if (traffic === undefined) await page.waitForLoadState('networkidle')
    else await page.waitForLoadState('load')
    const until = Date.now() + 20_000
    for (;;) {
      // An answer is drawn some tasks after it has come: the frames count once nothing is on its way.
      const { asked = 0, open = 0 } = traffic ?? {}
      await page.waitForFunction(
        () => {
          const counted = globalThis as { calmFrames?: number }
          const calm =
            document.querySelector('main h1') !== null &&
            document.querySelector('[aria-busy="true"], [data-outdated]') === null
          counted.calmFrames = calm ? (counted.calmFrames ?? 0) + 1 : 0
          if (counted.calmFrames <= 10) return false
          counted.calmFrames = 0
          return true
        },
        undefined,
        { polling: 'raf' },
      )
      if (traffic === undefined) return
      if (open === 0 && traffic.open === 0 && traffic.asked === asked) return
      if (Date.now() > until) throw new Error(`${traffic.open} answers have not come`)
    }
  } catch (error) {
    await keepPicture(page, 'unsettled')
    const shown = await page.innerText('body')
    throw new Error(`${page.url()} did not settle. It shows:\n${shown}`, { cause: error })
  }
}

/** What holds of every page: nothing bars a reader, the markup is valid, nothing overflows; a picture is kept. */
export async function checkPage(page: Page, name: string): Promise<void> {
  await settle(page)
  expect(await findBarriers(page)).toEqual([])
  expect(await findInvalidMarkup(page)).toEqual([])
  expect(await findOverflow(page)).toBe(0)
  await keepPicture(page, name)
}
