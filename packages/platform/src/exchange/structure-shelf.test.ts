import { expect, test } from 'vitest'
import { addCodes } from '../collect/codes/service.ts'
import { keeper } from '../govern/testing-actors.ts'
import { withNode } from '../store/testing.ts'
import { stateMetadata } from './reference-metadata.ts'
import { createSdmxService } from './service.ts'
import { fillNode } from './testing-sdmx-routes.ts'

const keeperOfHonduras = { ...keeper, institution: 'hn-inm', country: 'HND' }
const publisher = { ...keeper, roles: ['publisher' as const] }
const text = { es: 'Censo.', en: 'Census.', fr: 'Recensement.' }

test('a reader who asks what has changed since is told of codes of a country and of what editors say', async () => {
  await withNode(async (node) => {
    await fillNode(node)
    let now = 1000
    const service = createSdmxService(node, { now: () => now, believedFor: 0 })
    const changedAt = async (address: string) => {
      const call = { restVersion: 2, address, serviceUrl: '/sdmx/v2', accept: '', languages: [] }
      return (await service.answer(call as Parameters<typeof service.answer>[0])).lastModified
    }
    const lists = 'structure/codelist/*/*/*'
    expect(await changedAt(lists)).toBe(1000)
    now = 5000
    expect(await changedAt(lists)).toBe(1000)
    await addCodes(node, keeperOfHonduras, [
      {
        list: 'purpose',
        code: 'HN-pilgrimage',
        label: { es: 'Romería', en: 'Pilgrims', fr: 'Pèlerins' },
        standard: 'religion',
        validFrom: '2019-01-01',
        because: 'Acuerdo 12-2018',
      },
    ])
    now = 9000
    expect(await changedAt(lists)).toBe(9000)

    const sets = 'metadata/metadataset/*/*/*'
    expect(await changedAt(sets)).toBe(9000)
    const before = Date.now() - 1000
    await stateMetadata(node, publisher, 'UN_MIGRANT_STOCK', 'COVERAGE', text)
    const said = await changedAt(sets)
    expect(said).toBeGreaterThan(before)
    await stateMetadata(node, publisher, 'UN_MIGRANT_STOCK', 'COVERAGE', undefined)
    expect(await changedAt(sets)).toBeGreaterThan(said)
    expect(await changedAt(lists)).toBe(9000)
  })
})
