import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { followSiteFiles } from './site-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'caudal-built-'))
const manifest = join(folder, '.vite/manifest.json')

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function build(script: string, at: number): void {
  mkdirSync(join(folder, '.vite'), { recursive: true })
  const chunk = { file: `assets/${script}.js`, css: [`assets/${script}.css`] }
  writeFileSync(manifest, JSON.stringify({ 'src/release/site/enhance.ts': chunk }))
  utimesSync(manifest, at, at)
}

test('baked pages name the files of the portal as it was built last', async () => {
  const files = followSiteFiles(folder)
  expect(await files()).toMatchObject({ styles: [], script: undefined })
  build('site-Aa1', 1)
  expect(await files()).toMatchObject({
    styles: ['/assets/site-Aa1.css'],
    script: '/assets/site-Aa1.js',
  })
  rmSync(manifest)
  expect(await files()).toMatchObject({ script: '/assets/site-Aa1.js' })
  build('site-Bb2', 2)
  expect(await files()).toMatchObject({ script: '/assets/site-Bb2.js' })
})
