import { expect, test } from 'vitest'
import type { Actor, Role } from '@caudal/methods/govern'
import { importFile } from '../../collect/service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../../collect/testing-import.ts'
import { addVersion } from '../../govern/registers/documents.ts'
import { keeper } from '../../govern/testing-actors.ts'
import { listBatches } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { openTestServer } from './testing-server.ts'

const wrong = '31/02/2020'
const lines = (documento: string) =>
  crossings(crossing({ documento }), crossing({ documento: 'X9', fecha: wrong }))
const received = (documento: string, name: string) =>
  writeImport(lines(documento), { name, profile: crossingsProfile() })

test('Records that a node holds are shown under an undertaking alone, and those of nobody to nobody', async () => {
  await withNode(async (node) => {
    const { file, profile } = received('P1', 'cruces.csv')
    const { batch } = await importFile(node, keeper, { file, profile })
    const here = await openTestServer(node)
    const place = { institution: 'hn-inm', country: 'HND' }
    const people = new Map<Role, Awaited<ReturnType<typeof here.enrol>>>()
    const examining: readonly Role[] = ['data-officer', 'statistician', 'protection-officer']
    for (const role of examining) {
      here.clock.advance(60)
      people.set(role, await here.enrol(`a-${role}`, [role], place))
    }
    const shows = async (role: Role) => {
      const report = await people.get(role)!.browser.get(`/api/collect/batches/${batch}/report`)
      expect([role, report.statusCode]).toEqual([role, 200])
      return report.body.includes(wrong)
    }
    const sign = async (role: Role, version: number, until: string) => {
      const content = { account: people.get(role)!.id, signedOn: '2020-01-01', until }
      await addVersion(node.register, 'undertaking', role, content, version, 'berta')
    }

    // before anybody is entered as owner: neither seen, nor taken out, nor taken over by sending a file to it
    for (const role of examining) {
      await sign(role, 0, '2099-12-31')
      expect([role, await shows(role)]).toEqual([role, false])
    }
    const { id, browser } = people.get('data-officer')!
    const withdrawn = await browser.post(`/api/collect/batches/${batch}/withdrawal`, {
      because: 'mine',
    })
    expect([withdrawn.statusCode, withdrawn.json<{ code: string }>().code]).toEqual([
      403,
      'collect.dataset-unowned',
    ])
    const officer: Actor = {
      kind: 'job',
      id,
      roles: ['data-officer'],
      undertakingUntil: '2099-12-31',
      ...place,
    }
    await expect(importFile(node, officer, received('P2', 'otros.csv'))).rejects.toMatchObject({
      code: 'collect.dataset-unowned',
    })
    expect(await listBatches(node)).toMatchObject([{ id: batch, institution: '' }])
    expect(
      await node.register.query(`select 1 from register_documents where register = 'dataset'`),
    ).toEqual([])

    // with an owner: its own people, as long as their undertakings are in force
    const owned = { owner: 'hn-inm', country: 'HND', activity: 'crossings' }
    await addVersion(node.register, 'dataset', 'crossings', owned, 0, 'berta')
    for (const role of examining) {
      expect([role, await shows(role)]).toEqual([role, true])
      await sign(role, 1, '2020-12-31')
      expect([role, await shows(role)]).toEqual([role, false])
    }
    await importFile(node, officer, received('P2', 'otros.csv'))
    await here.close()
  })
})
