import { expect, it } from 'vitest'
import { describeOnPostgres } from '../../store/testing.ts'
import { agreement, now, officer, putAs, today } from '../testing-documents.ts'
import { withInstitutions } from '../testing-institutions.ts'
import type { CaudalNode } from '../../store/index.ts'
import { listDue, signAgreement } from './service.ts'

const put = (node: CaudalNode, register: string, id: string, content: object) =>
  putAs(node, officer, register, id, content)

describeOnPostgres('What is due in the registers', ({ openNode: open }) => {
  const openNode = withInstitutions(open)

  it('is a breach within 72 hours, and a complaint by its day', async () => {
    const node = await openNode()
    await put(node, 'breach', 'b1', {
      noticedAt: '2026-05-29T10:00:00Z',
      what: 'a lost disk',
      personsAffected: null,
      measures: 'its key was destroyed',
    })
    await put(node, 'complaint', 'c1', {
      receivedOn: today,
      what: 'too many data',
      dueOn: '2026-07-01',
    })
    expect(await listDue(node, officer, now)).toEqual([
      { register: 'breach', id: 'b1', by: '2026-06-01T10:00:00.000Z', late: true },
      { register: 'complaint', id: 'c1', by: '2026-07-01', late: false },
    ])
  })

  it('are agreements and undertakings that end soon, too', async () => {
    const node = await openNode()
    const undertaking = (account: string, until: string) => ({
      account,
      signedOn: '2026-01-01',
      until,
    })
    await put(node, 'undertaking', 'ends', undertaking('rita', '2026-06-20'))
    await put(node, 'undertaking', 'ended', undertaking('rosa', '2026-05-20'))
    await put(node, 'undertaking', 'renewed-before', undertaking('Raúl', '2026-06-20'))
    await put(node, 'undertaking', 'renewed', undertaking('raúl ', '2027-06-20'))
    expect(await listDue(node, officer, now)).toEqual([
      { register: 'undertaking', id: 'ends', by: '2026-06-20', late: false },
    ])
    await put(node, 'agreement', 'a1', { ...agreement, until: '2026-06-15' })
    expect(await listDue(node, officer, now)).toHaveLength(1)
    await signAgreement(node, officer, 'a1', 'provider', today)
    await signAgreement(
      node,
      { ...officer, id: 'other', institution: 'hn-ine' },
      'a1',
      'recipient',
      today,
    )
    expect((await listDue(node, officer, now)).map(({ id }) => id)).toEqual(['a1', 'ends'])
  })
})
