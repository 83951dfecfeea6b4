import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { languages } from '@caudal/methods/vocabulary'
import type { CaudalNode } from '../../store/index.ts'
import { openDevTools, type DevTools } from './dev-tools.ts'
import { releaseFolder } from './release-folder.ts'

/** What Chromium is called by those who package it. */
const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
]
const places = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
const longestPrint = 30_000

/** Name of the printed release in the folder of each language. */
export const pdfName = 'release.pdf'

/** A Chromium of this machine: `CAUDAL_CHROMIUM`, or one on the path; undefined where there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const given = environment['CAUDAL_CHROMIUM']
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = [
    ...(given ? [given] : []),
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...places,
  ]
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

/**
 * Prints the pages of a release beside them, one PDF a language, where a Chromium is found. They are
 * for convenience: they hold the moment of printing, and are neither signed nor part of the archive.
 *
 * @returns PDFs printed; fewer than there are languages where the printing failed
 */
export async function printRelease(node: CaudalNode, id: string): Promise<number> {
  const chromium = findChromium()
  if (chromium === undefined) return 0
  let printed = 0
  for (const language of languages) {
    const folder = join(releaseFolder(node, id), 'public', language)
    if (await print(chromium, join(folder, 'index.html'), join(folder, pdfName))) printed += 1
  }
  return printed
}

async function print(chromium: string, page: string, target: string): Promise<boolean> {
  const profile = mkdtempSync(join(tmpdir(), 'caudal-print-'))
  const child = spawn(
    chromium,
    [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--remote-debugging-pipe',
      // What is printed is our own page without a script; a sandbox needs another user than root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const tooLong = setTimeout(() => child.kill('SIGKILL'), longestPrint)
  const ended = once(child, 'close').catch(() => {})
  try {
    const pdf = await printThrough(openDevTools(child), pathToFileURL(page).href)
    writeFileSync(target, pdf, { mode: 0o600 })
    return true
  } catch {
    return false
  } finally {
    clearTimeout(tooLong)
    child.kill('SIGKILL')
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function printThrough(tools: DevTools, address: string): Promise<Buffer> {
  const { targetId } = await tools.ask('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await tools.ask('Target.attachToTarget', { targetId, flatten: true })
  const session = String(sessionId)
  await tools.ask('Page.enable', {}, session)
  const loaded = tools.event('Page.loadEventFired')
  await tools.ask('Page.navigate', { url: address }, session)
  await loaded
  const options = { printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true }
  const { data } = await tools.ask('Page.printToPDF', options, session)
  return Buffer.from(String(data), 'base64')
}
