import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { statistician } from '../../govern/testing-actors.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { withNode } from '../../store/testing.ts'
import { createSitePages } from './service.ts'

test('figures in units of their own are no key figure of the region, and none of its changes', async () => {
  const portal = mkdtempSync(join(tmpdir(), 'caudal-no-portal-'))
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'indicator',
      dataset: 'indicators',
      synthetic: true,
      sql: `select 'sdg-17-18-1' as indicator, c.code as country, y::varchar as period, 'available' as status,
          100.0 + 40 * (y - 2021) as value
        from (values ('GTM'), ('SLV')) as c(code), range(2021, 2024) as t(y)`,
    })
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'drawn',
      synthetic: true,
      sql: `select 'GTM' as country, date '2021-01-01' + cast(sqrt(i) * 24.47 as integer) as crossed_on,
          'arrival' as direction, 'HND' as citizenship, 'F' as sex, cast(i % 60 as integer) as age
        from range(2000) t(i)`,
    })
    await buildCubes(node, statistician, { only: ['indicators', 'movements'] })
    const { html } = await createSitePages(node, { portal, warn: () => {} }).home('en')
    expect(html).toContain('Arrivals and departures at border posts')
    expect(html).toMatch(/Arrivals and departures at border posts, Guatemala: up/)
    expect(html).not.toContain('the unit of each indicator')
    expect(html).not.toContain('Migration indicators of the node')
  })
  rmSync(portal, { recursive: true })
})
