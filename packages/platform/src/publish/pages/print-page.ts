import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

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

/** Speaks with the browser over a pipe of its own: nothing listens on the network. */
async function print(printer: string, html: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'caudal-print-'))
  const browser = spawn(
    printer,
    [
      '--headless',
      '--disable-gpu',
      // As root a browser has no sandbox; what it opens is a page of ours without a script.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${folder}`,
      '--no-first-run',
      '--remote-debugging-pipe',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const late = setTimeout(() => browser.kill('SIGKILL'), mostSeconds * 1000)
  try {
    const ask = conversation(browser)
    const { targetId } = await ask('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true })
    const session = String(sessionId)
    const { frameTree } = await ask('Page.getFrameTree', {}, session)
    const frameId = (frameTree as { frame: { id: string } }).frame.id
    await ask('Page.setDocumentContent', { frameId, html }, session)
    const options = { preferCSSPageSize: true, printBackground: true }
    const { data } = await ask('Page.printToPDF', options, session)
    return Buffer.from(String(data), 'base64')
  } finally {
    clearTimeout(late)
    browser.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

type Answer = Readonly<Record<string, unknown>>
type Ask = (method: string, parameters: object, session?: string) => Promise<Answer>

/** Questions and answers of the Chrome DevTools Protocol, parted by zero bytes. */
function conversation(browser: ChildProcess): Ask {
  const [, , , input, output] = browser.stdio as unknown as [null, null, null, Writable, Readable]
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>()
  const gone = (): void => {
    for (const { reject } of waiting.values())
      reject(new Error('The browser that prints went away.'))
    waiting.clear()
  }
  browser.once('error', gone)
  browser.once('exit', gone)
  input.on('error', gone)
  let text = ''
  output.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    const parts = text.split('\0')
    text = parts.pop()!
    for (const part of parts) {
      const { id, result, error } = JSON.parse(part) as {
        id?: number
        result?: Answer
        error?: { message: string }
      }
      const asked = id === undefined ? undefined : waiting.get(id)
      if (id === undefined || asked === undefined) continue
      waiting.delete(id)
      if (error === undefined) asked.resolve(result ?? {})
      else asked.reject(new Error(error.message))
    }
  })
  let count = 0
  return (method, parameters, sessionId) =>
    new Promise((resolve, reject) => {
      count += 1
      waiting.set(count, { resolve, reject })
      const message = { id: count, method, params: parameters, ...(sessionId && { sessionId }) }
      input.write(`${JSON.stringify(message)}\0`)
    })
}
