import { expect, test } from 'vitest'
import { addDuty } from '../collect/duties/service.ts'
import { keeper } from '../govern/testing-actors.ts'
import { withNode } from '../store/testing.ts'
import { fillNode, serveSdmx } from './testing-sdmx-routes.ts'

test('agreements say which institution owes which table and how often, whether it has come or not', async () => {
  await withNode(async (node) => {
    await fillNode(node)
    const duty = { every: 'month', graceDays: 10, from: '2020-01-01' } as const
    const institution = 'Dirección de Migración'
    await addDuty(node, keeper, { ...duty, institution, dataset: 'missing-migrants' })
    await addDuty(node, keeper, { ...duty, institution, dataset: 'banxico-remittances' })
    const server = serveSdmx(node)
    const agreements = (await server.inject('/sdmx/v1/provisionagreement?references=children')).body
    for (const flow of ['MISSING_MIGRANTS', 'BANXICO_REMITTANCES']) {
      expect(agreements).toContain(`id="${flow}_DIRECCION_DE_MIGRACION"`)
    }
    expect(agreements).toContain('Se deben cada mes, a más tardar 10 días después de su fin.')
    expect(agreements).toContain('MISSING_MIGRANTS_OWNER_OF_MISSING_MIGRANTS')
    expect(agreements).toContain('Dirección de Migración')
    const data = await server.inject('/sdmx/v1/data/MISSING_MIGRANTS/all/DIRECCION_DE_MIGRACION')
    expect(data.body).toContain(
      '<com:ProvisionAgrement><Ref id="MISSING_MIGRANTS_DIRECCION_DE_MIGRACION"',
    )
    const none = await server.inject('/sdmx/v1/data/BANXICO_REMITTANCES/all/DIRECCION_DE_MIGRACION')
    expect(none.statusCode).toBe(404)
    await server.close()
  })
})
