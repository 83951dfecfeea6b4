import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDevTools } from '../release/dev-tools.ts'

const mostSeconds = 30

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
    const tools = openDevTools(browser)
    const { targetId } = await tools.ask('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await tools.ask('Target.attachToTarget', { targetId, flatten: true })
    const session = String(sessionId)
    const { frameTree } = await tools.ask('Page.getFrameTree', {}, session)
    const frameId = (frameTree as { frame: { id: string } }).frame.id
    await tools.ask('Page.setDocumentContent', { frameId, html }, session)
    const options = { preferCSSPageSize: true, printBackground: true }
    const { data } = await tools.ask('Page.printToPDF', options, session)
    return Buffer.from(String(data), 'base64')
  } finally {
    clearTimeout(late)
    browser.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
