import { test, expect } from 'vitest'
import { withNode } from '../store/testing.ts'
import { receiveFacts } from './testing-facts.ts'
import { buildCubes, createCubeReader } from './service.ts'

test('smoke', async () => {
  await withNode(async (node) => {
    await receiveFacts(node, {
      recordType: 'movement',
      dataset: 'm',
      synthetic: true,
      sql: `select (array['SLV','GTM','HND'])[1+i%3] as country, date '2015-01-01' + (i*7919 % 3650)::int as crossed_on, (array['arrival','departure'])[1+i%2] as direction, 'P' || (hash(i) % 40) as border_post, (array['air','sea','land'])[(1+hash(i+1)%3)::int] as mode, (array['SLV','GTM','MEX','USA','FRA',null])[(1+hash(i+2)%6)::int] as citizenship, (array['F','M',null])[(1+hash(i+3)%3)::int] as sex, (hash(i+4)%110)::int - 3 as age, (array['work','leisure','transit'])[(1+hash(i+5)%3)::int] as purpose from range(300000) t(i)`,
    })
    let t = performance.now()
    console.log(
      await buildCubes(node, {
        onProgress: (d, n) => console.log(d.toFixed(2), n, (performance.now() - t).toFixed(0)),
      }),
    )
    const reader = createCubeReader(node)
    const open = await reader.open('movements')
    console.log(open.manifest.rollUps.map((r) => r.point.join('') + ' ' + r.rows))
    if (0)
      console.log(
        open.manifest.domain['time']![2],
        open.manifest.domain['age']![1],
        open.manifest.domain['citizenship']!.map((d) => d.codes),
      )
  })
})
