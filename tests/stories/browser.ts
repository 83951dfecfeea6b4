import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { chromium, type Browser } from 'playwright-core'

const run = promisify(execFile)

const flags = [
  // The machine of a test has no user namespaces to build a sandbox of, and root has none at all.
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--font-render-hinting=none',
]

/**
 * A real Chromium, without root, without a download and without anything installed: the npm
 * package `@sparticuz/chromium` carries it. It is unpacked once for each user and version.
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, environment } = await unpackedBrowser()
  return chromium.launch({
    executablePath,
    args: flags,
    env: { ...process.env, ...environment },
  })
}

/** Where the browser lies, and what this machine lacks to start it. */
export async function unpackedBrowser(): Promise<{
  readonly executablePath: string
  readonly environment: Record<string, string>
}> {
  const home = await unpack()
  const executablePath = join(home, 'chromium')
  return { executablePath, environment: await missingFrom(home, executablePath) }
}

async function unpack(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const description = await readFile(join(dirname(entry), '../../package.json'), 'utf8')
  const { version } = JSON.parse(description) as { version: string }
  const user = process.getuid?.() ?? 'user'
  const home = join(tmpdir(), `caudal-chromium-${version}-${user}`)
  if (existsSync(join(home, 'chromium'))) return home
  // Two test files may start at once: each unpacks aside, and the first to finish gives the name.
  const aside = await mkdtemp(`${home}-`)
  await run(process.execPath, [fileURLToPath(new URL('./unpack-browser.mjs', import.meta.url))], {
    env: { ...process.env, TMPDIR: aside },
    cwd: dirname(fileURLToPath(import.meta.url)),
  })
  try {
    await rename(aside, home)
  } catch {
    await rm(aside, { recursive: true, force: true })
  }
  return home
}

/** Libraries and fonts from the package where the machine has none of its own. */
async function missingFrom(home: string, executable: string): Promise<Record<string, string>> {
  const environment: Record<string, string> = {}
  const linked = await run('ldd', [executable]).catch(() => ({ stdout: 'not found' }))
  if (linked.stdout.includes('not found')) {
    const own = process.env['LD_LIBRARY_PATH']
    environment['LD_LIBRARY_PATH'] = [join(home, 'al2023/lib'), own].filter(Boolean).join(':')
  }
  const fonts = await readdir('/usr/share/fonts').catch((): string[] => [])
  if (fonts.length === 0 || !existsSync('/etc/fonts/fonts.conf')) {
    const folder = join(home, 'fontconfig')
    await mkdir(folder, { recursive: true })
    await writeFile(
      join(folder, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>` +
        `<dir>${join(home, 'fonts')}</dir><cachedir>${folder}</cachedir></fontconfig>`,
    )
    environment['FONTCONFIG_PATH'] = folder
  }
  return environment
}
