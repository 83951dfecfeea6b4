import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { languages } from '@caudal/methods/vocabulary'
import { statistician } from '../../govern/testing-actors.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { createSitePages } from './service.ts'

const missing = {
  es: 'Entradas y salidas por puestos fronterizos: todavía no hay un año completo.',
  en: 'there is no whole year yet.',
  fr: 'il n’y a pas encore d’année entière.',
} as const

test('a country with records of some months alone has a page, which says that no year is whole', async () => {
  const portal = mkdtempSync(join(tmpdir(), 'caudal-no-portal-'))
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'drawn',
      synthetic: true,
      sql: `select 'GTM' as country, date '2026-03-01' + cast(i % 60 as integer) as crossed_on,
        if(i % 3 = 0, 'departure', 'arrival') as direction, 'HND' as citizenship
        from range(900) t(i)`,
    })
    await buildCubes(node, statistician, { only: ['movements'] })
    const faults: string[] = []
    const pages = createSitePages(node, { portal, warn: (fault) => faults.push(fault) })
    for (const language of languages) {
      const { html } = (await pages.country('GTM', language))!
      expect(html).toContain(missing[language])
      // what there is is shown, and what there is nothing of at all still says so
      expect(html).toContain('id="flows-by-year"')
      expect((await pages.theme('flows', language))!.html).not.toContain('time.year:')
    }
    const none = (await pages.country('HND', 'en'))!.html
    expect(none).toContain('Arrivals and departures at border posts: nothing of Honduras.')
    expect(faults).toEqual([])
  }).finally(() => rmSync(portal, { recursive: true }))
})
