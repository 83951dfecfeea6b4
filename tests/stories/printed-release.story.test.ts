import { expect, test } from 'vitest'
import { publisherOf } from '../../packages/platform/src/govern/testing-actors.ts'
import { receiveFacts } from '../../packages/platform/src/measure/testing-facts.ts'
import { readReleaseFile } from '../../packages/platform/src/publish/release/release-folder.ts'
import { createReleaseService } from '../../packages/platform/src/publish/release/service.ts'
import { withNode } from '../../packages/platform/src/store/testing.ts'
import { unpackedBrowser } from './browser.ts'

const ana = publisherOf('SLV')

/** SYNTHETIC crossings of one month. */
const crossings = `select 'SLV' as country, date '2019-03-01' + (i * 7919 % 31)::integer as crossed_on,
    case when i % 2 = 0 then 'arrival' else 'departure' end as direction,
    case when i % 5 = 0 then 'air' else 'land' end as mode, 'HND' as citizenship,
    'F' as sex, 18 + i * 13 % 60 as age, 1941 + i * 13 % 60 as birth_year
  from range(300) as drawn(i)`

test('each language of a release is printed as a PDF, which is not part of what is signed', async () => {
  const { executablePath, environment } = await unpackedBrowser()
  const before = { ...process.env }
  Object.assign(process.env, environment, { CAUDAL_CHROMIUM: executablePath })
  try {
    await withNode(async (node) => {
      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'a',
        synthetic: true,
        sql: crossings,
      })
      const table = 'rows=mode&columns=direction&where=country:SLV;time:2019-03'
      const { id } = await createReleaseService(node).draft(ana, {
        series: 'printed',
        title: { es: 'Flujos', en: 'Flows', fr: 'Flux' },
        rules: { threshold: 3 },
        figures: [{ id: 'by-mode', cube: 'movements', table }],
      })
      for (const language of ['es', 'en', 'fr']) {
        const pdf = readReleaseFile(node, id, `${language}/release.pdf`)!.toString('latin1')
        expect(pdf.startsWith('%PDF-')).toBe(true)
        // a page that cannot be read aloud leaves readers out
        expect(pdf).toContain('/StructTreeRoot')
        expect(pdf).toMatch(new RegExp(`/Lang\\s*\\(${language}`))
      }
      const manifest = readReleaseFile(node, id, 'manifest.json')!.toString()
      expect(manifest).not.toContain('release.pdf')
    })
  } finally {
    process.env = before
  }
}, 120_000)
