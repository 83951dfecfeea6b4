import { describe, expect, test } from 'vitest'
import { crossingsSql } from '../../../../benchmarks/table-request/crossings.ts'
import { buildCubes } from '../measure/service.ts'
import { receiveFacts } from '../measure/testing-facts.ts'
import { withNode } from '../store/testing.ts'
import { createPublishService } from './service.ts'
import { statistician } from '../govern/testing-actors.ts'

describe('a search over all cubes', () => {
  test('finds cubes, variables and codes in any language and says them in the reader’s', async () => {
    await withNode(async (node) => {
      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'drawn-posts',
        synthetic: true,
        sql: crossingsSql(2000),
      })
      await buildCubes(node, statistician)
      const service = createPublishService(node)
      const found = async (query: string, limit = 5) =>
        (await (await service.search(query, limit, 'es')).answer()).hits

      expect(await found('border psot')).toContainEqual({
        kind: 'dimension',
        cube: 'movements',
        cubeTitle: 'Entradas y salidas por puestos fronterizos',
        label: 'Puesto fronterizo',
        specification: 'rows=border_post&columns=time.year',
      })
      const [country] = await found('hondruas')
      expect(country).toMatchObject({ kind: 'code', label: 'Honduras' })
      expect(country!.specification).toMatch(/^where=(country|citizenship):HND$/)
      const [both] = await found('avion honduras')
      expect(both).toMatchObject({ kind: 'code', label: 'Honduras, Aérea' })
      expect(both!.specification).toMatch(/^where=(country|citizenship):HND;mode:air$/)
      expect(both!.within).toMatch(/^(País|Nacionalidad).*, /)
      expect((await found('Entrées frontière')).map(({ kind }) => kind)).toContain('cube')
      expect(await found('xyzzy')).toEqual([])
      expect(await found('')).toEqual([])

      const many = await found('country', 100)
      const addresses = many.map(({ cube, specification }) => `${cube}?${specification}`)
      expect(new Set(addresses).size).toBe(addresses.length)
    })
  })
})
