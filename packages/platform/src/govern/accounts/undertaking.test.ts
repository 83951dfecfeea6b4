import { expect, it } from 'vitest'
import { openTestServer } from '../../app/server/testing-server.ts'
import { withNode } from '../../store/testing.ts'
import { putDocument } from '../registers/service.ts'
import { terminalActor } from '../terminal-actor.ts'
import { getAccount } from './account.ts'
import { actorOf } from './actor-of-account.ts'

it('Whoever signs in acts under the undertaking that he or she has signed, as long as it is in force', async () => {
  await withNode(async (node) => {
    const here = await openTestServer(node)
    const { id } = await here.enrol('ana@inm.example', ['statistician'])
    const until = async () => actorOf(await getAccount(node.register, id)).undertakingUntil
    const sign = (document: string, account: string, signedOn: string, end: string, after = 0) =>
      putDocument(node, terminalActor('protection-officer'), {
        register: 'undertaking',
        id: document,
        content: { account, signedOn, until: end },
        after,
      })
    expect(await until()).toBeUndefined()
    await sign('other', 'eva@inm.example', '2026-01-01', '2099-01-01')
    await sign('future', 'ana@inm.example', '2999-01-01', '2999-12-31')
    expect(await until()).toBeUndefined()
    await sign('ana', 'Ana@INM.example', '2026-01-01', '2027-06-30')
    expect(await until()).toBe('2027-06-30')
    await sign('ana-by-id', id, '2026-01-01', '2028-06-30')
    expect(await until()).toBe('2028-06-30')
    // the newest version of a document is the one that holds
    await sign('ana-by-id', id, '2026-01-01', '2026-02-01', 1)
    expect(await until()).toBe('2027-06-30')
    await here.close()
  })
})
