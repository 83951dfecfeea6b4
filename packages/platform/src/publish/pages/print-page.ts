import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const mostSeconds = 30

/**
 * The browser that prints: the one that `CAUDAL_CHROMIUM` names, else one on the path; undefined where
 * there is none, and then pages offer no PDF.
 */
export function findPrinter(environment: NodeJS.ProcessEnv): string | undefined {
  const named = environment['CAUDAL_CHROMIUM']
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined
  return (environment['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find((path) => existsSync(path))
}

let last: Promise<unknown> = Promise.resolve()

/** A page of HTML as PDF. One at a time: a browser is large. */
export function printPage(printer: string, html: string): Promise<Buffer> {
  const printed = last.then(() => print(printer, html))
  last = printed.catch(() => {})
  return printed
}

async function print(printer: string, html: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'caudal-print-'))
  try {
    const page = join(folder, 'page.html')
    const file = join(folder, 'page.pdf')
    await writeFile(page, html)
    await run(
      printer,
      [
        '--headless',
        '--disable-gpu',
        // As root a browser has no sandbox; what it opens is a page of ours without a script.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        `--user-data-dir=${join(folder, 'profile')}`,
        '--no-first-run',
        '--no-pdf-header-footer',
        `--print-to-pdf=${file}`,
        pathToFileURL(page).href,
      ],
      { timeout: mostSeconds * 1000 },
    )
    return await readFile(file)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}
