import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addPortalPages } from './portal-pages.ts'

let folder: string
let server: FastifyInstance
let builds = 0

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caudal-built-'))
  mkdirSync(join(folder, 'assets'))
  build('index-Aa1.js')
  server = fastify()
  await addPortalPages(server, folder)
})

afterEach(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Writes the portal as a build of it does: a page, and a script with a hash of its content in its name. */
function build(script: string): void {
  const page = join(folder, 'index.html')
  writeFileSync(page, `<html lang="es"><script src="/assets/${script}"></script></html>`)
  // two builds within the grain of the file system's clock are two all the same
  builds += 1
  utimesSync(page, builds, builds)
  writeFileSync(join(folder, 'assets', script), '')
}

const page = async (): Promise<string> => (await server.inject('/fr/explore')).body

test('a portal that is built anew while its node runs is served as it is now', async () => {
  expect(await page()).toBe('<html lang="fr"><script src="/assets/index-Aa1.js"></script></html>')
  build('index-Bb2.js')
  expect(await page()).toContain('/assets/index-Bb2.js')
  expect((await server.inject('/assets/index-Bb2.js')).statusCode).toBe(200)
})

test('while the portal is being built, the page before it is served', async () => {
  rmSync(join(folder, 'index.html'))
  expect(await page()).toContain('/assets/index-Aa1.js')
})
