import type { Actor } from '@caudal/methods/govern'
import { expect, it } from 'vitest'
import { openTestServer } from '../../app/server/testing-server.ts'
import type { CaudalNode } from '../../store/index.ts'
import { describeOnPostgres } from '../../store/testing.ts'
import { terminalActor } from '../terminal-actor.ts'
import { agreement, officer, putAs, received, today } from '../testing-documents.ts'
import { withInstitutions } from '../testing-institutions.ts'
import { signAgreement } from './service.ts'

const berta = officer
const otto: Actor = { ...berta, id: 'otto' }
const machine = terminalActor('protection-officer')

/** What becomes of a document that somebody puts: 'kept', or the code of the refusal. */
const put = (
  node: CaudalNode,
  actor: Actor,
  register: string,
  id: string,
  content: object,
  after = 0,
) =>
  putAs(node, actor, register, id, content, after).then(
    () => 'kept',
    (error: { code?: string }) => error.code,
  )

const byPerson = 'govern.accounts.needs-person'

describeOnPostgres('Nobody answers for himself or herself alone', ({ openNode: open }) => {
  const openNode = withInstitutions(open)

  it('of an undertaking: a colleague enters it, however the account is named, and by no program', async () => {
    const node = await openNode()
    const here = await openTestServer(node)
    const place = { institution: 'hn-inm', country: 'HND' }
    const eva = await here.enrol('eva@inm.example', ['protection-officer'], place)
    here.clock.advance(60)
    const otto = await here.enrol('otto@inm.example', ['protection-officer'], place)
    const enter = async (by: typeof eva, account: string, id: string, after = 0) => {
      const content = { account, signedOn: today, until: '2027-06-01' }
      const path = `/api/govern/registers/undertaking/${id}`
      const answer = await by.browser.put(path, { content, after })
      return answer.statusCode === 200 ? 'kept' : answer.json<{ code: string }>().code
    }
    for (const account of [eva.id, 'eva@inm.example', ' Eva@INM.example ', eva.id.toUpperCase()]) {
      expect(await enter(eva, account, 'own'), account).toBe('registers.own-undertaking')
    }
    expect(await enter(otto, 'eva@inm.example', 'eva')).toBe('kept')
    // nor prolonged, nor one of somebody else turned into one's own
    expect(await enter(eva, 'eva@inm.example', 'eva', 1)).toBe('registers.own-undertaking')
    expect(await enter(eva, 'otto@inm.example', 'otto')).toBe('kept')
    expect(await enter(eva, eva.id, 'otto', 1)).toBe('registers.own-undertaking')
    // a program of hers is no other, nor is one of a colleague that has seen no paper
    const content = { account: eva.id, signedOn: today, until: '2027-06-01' }
    for (const { id } of [eva, otto]) {
      const token: Actor = { ...berta, kind: 'token', id }
      expect(await put(node, token, 'undertaking', 'own', content)).toBe(byPerson)
    }
    // where she is alone, whoever keeps the machine does it
    expect(await put(node, machine, 'undertaking', 'own', content)).toBe('kept')
    await here.close()
  })

  it('by a program: with its credential no breach is closed, no complaint answered, no identity checked', async () => {
    const node = await openNode()
    const token: Actor = { ...otto, kind: 'token' }
    const breach = {
      noticedAt: '2026-05-29T10:00:00Z',
      what: 'a lost disk',
      personsAffected: null,
      measures: 'its key was destroyed',
    }
    const complaint = { receivedOn: today, what: 'I was sent away', dueOn: '2026-07-01' }
    const checked = { state: 'verified', identityCheckedBy: 'otto' }
    for (const [register, entered, settled] of [
      ['breach', breach, { ...breach, closedAt: '2026-06-01T10:00:00Z' }],
      ['complaint', complaint, { ...complaint, answeredOn: today, answer: 'no' }],
      ['request', received, { ...received, ...checked }],
      ['request', received, { ...received, state: 'refused', outcome: 'no' }],
    ] as const) {
      const id = `by-program-${'state' in settled ? settled.state : register}`
      // what comes in may come in by a program of the ministry
      expect(await put(node, token, register, id, entered)).toBe('kept')
      expect(await put(node, token, register, id, settled, 1), register).toBe(byPerson)
      expect(await put(node, token, register, `${id}-at-once`, settled), register).toBe(byPerson)
    }
  })

  it('of an agreement: two persons sign it, though one has gone from party to party', async () => {
    const node = await openNode()
    for (const [id, first, same, other] of [
      ['a1', berta, { ...berta, institution: 'hn-ine' }, { ...otto, institution: 'hn-ine' }],
      ['a2', machine, machine, { ...otto, institution: 'hn-ine' }],
    ] as const) {
      await put(node, berta, 'agreement', id, agreement)
      await signAgreement(node, first, id, 'provider', today)
      await expect(signAgreement(node, same, id, 'recipient', today)).rejects.toMatchObject({
        code: 'registers.signed-for-other',
      })
      const { content } = await signAgreement(node, other, id, 'recipient', today)
      expect(content).toMatchObject({
        signedByProvider: { by: first.id },
        signedByRecipient: { by: 'otto' },
      })
    }
  })

  it('of a breach: somebody else than whoever entered it closes it', async () => {
    const node = await openNode()
    const breach = {
      noticedAt: '2026-05-29T10:00:00Z',
      what: 'a lost disk',
      personsAffected: null,
      measures: 'its key was destroyed',
    }
    const closed = { ...breach, closedAt: '2026-06-01T10:00:00Z' }
    expect(await put(node, berta, 'breach', 'b1', closed)).toBe('registers.own-breach')
    expect(await put(node, berta, 'breach', 'b1', breach)).toBe('kept')
    expect(await put(node, berta, 'breach', 'b1', closed, 1)).toBe('registers.own-breach')
    // that somebody has changed a word meanwhile makes it no less hers
    expect(await put(node, otto, 'breach', 'b1', { ...breach, personsAffected: 3 }, 1)).toBe('kept')
    expect(await put(node, berta, 'breach', 'b1', closed, 2)).toBe('registers.own-breach')
    expect(await put(node, otto, 'breach', 'b1', closed, 2)).toBe('kept')
    // what is closed may still be described better, and by the machine where one officer is alone
    expect(await put(node, berta, 'breach', 'b1', { ...closed, personsAffected: 4 }, 3)).toBe(
      'kept',
    )
    expect(await put(node, berta, 'breach', 'b2', breach)).toBe('kept')
    expect(await put(node, machine, 'breach', 'b2', closed, 1)).toBe('kept')
  })

  it('of a complaint: whoever decided the request that it is about does not answer it', async () => {
    const node = await openNode()
    await put(node, otto, 'request', 'r1', received)
    const refused = { ...received, state: 'refused', outcome: 'not the person' }
    expect(await put(node, berta, 'request', 'r1', refused, 1)).toBe('kept')

    const complaint = { receivedOn: today, what: 'I was sent away', dueOn: '2026-07-01' }
    const answered = { ...complaint, answeredOn: today, answer: 'rightly so' }
    const about = { request: 'r1' }
    expect(await put(node, berta, 'complaint', 'c0', { ...complaint, request: 'r9' })).toBe(
      'registers.document-unknown',
    )
    expect(await put(node, berta, 'complaint', 'c1', { ...answered, ...about })).toBe(
      'registers.own-decision',
    )
    expect(await put(node, berta, 'complaint', 'c1', { ...complaint, ...about })).toBe('kept')
    expect(await put(node, berta, 'complaint', 'c1', { ...answered, ...about }, 1)).toBe(
      'registers.own-decision',
    )
    // nor once it says no more what it is about
    expect(await put(node, berta, 'complaint', 'c1', complaint, 1)).toBe('kept')
    expect(await put(node, berta, 'complaint', 'c1', answered, 2)).toBe('registers.own-decision')
    // whoever took the request in has decided nothing
    expect(await put(node, otto, 'complaint', 'c1', { ...answered, ...about }, 2)).toBe('kept')
    const other = { ...answered, ...about, answer: 'and well' }
    expect(await put(node, berta, 'complaint', 'c1', other, 3)).toBe('registers.own-decision')
    // another complaint is answered by anybody
    expect(await put(node, berta, 'complaint', 'c2', answered)).toBe('kept')
  })
})
