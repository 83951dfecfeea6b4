import { expect, it } from 'vitest'
import type { SharingAgreement } from '@caudal/methods/govern'
import { addVersion } from '../../govern/registers/documents.ts'
import { listBatches } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { drawCircles, readCircles } from './circles.ts'
import type { LinkedType } from './linked-fields.ts'

const names = ['given_names', 'family_names', 'birth_date', 'document_number']
const agreement = (from: string, to: string, fields = names): SharingAgreement => ({
  id: `${from}-${to}`,
  provider: { institution: from, country: 'GTM' },
  recipient: { institution: to, country: 'GTM' },
  purposes: ['linkage'],
  fields: { movement: fields, permit: fields },
  from: '2026-01-01',
  until: '2026-12-31',
  retentionDays: 30,
  onwardTo: [],
  signedByProvider: '2026-01-01',
  signedByRecipient: '2026-01-01',
})
const held = (...owners: string[]) =>
  owners.map((owner) => ({ owner, types: new Set<LinkedType>(['movement']) }))
const circles = (
  owners: readonly string[],
  agreements: readonly SharingAgreement[],
  day = '2026-06-01',
) => Object.fromEntries(drawCircles(held(...owners), agreements, day))

it('records of two institutions are linked only where one shares names with the other for linkage', () => {
  expect(circles(['igm', 'mingob'], [])).toEqual({ igm: 'igm', mingob: 'mingob' })
  expect(circles(['igm', 'mingob'], [agreement('mingob', 'igm')])).toEqual({
    igm: 'igm',
    mingob: 'igm',
  })
  const statistics = { ...agreement('mingob', 'igm'), purposes: ['statistics'] as const }
  expect(circles(['igm', 'mingob'], [statistics])).toEqual({ igm: 'igm', mingob: 'mingob' })
  expect(circles(['igm', 'mingob'], [agreement('mingob', 'igm', ['given_names'])])['mingob']).toBe(
    'mingob',
  )
  expect(circles(['igm', 'mingob'], [agreement('mingob', 'igm')], '2027-01-01')['mingob']).toBe(
    'mingob',
  )
})

it('nobody’s records meet through a third, and records of no institution meet no others', () => {
  const chain = [agreement('a', 'b'), agreement('b', 'c')]
  const drawn = circles(['a', 'b', 'c'], chain)
  expect(drawn['a'] === drawn['b'] && drawn['b'] === drawn['c']).toBe(false)
  // all share with one: they meet there
  expect(circles(['a', 'b', 'c'], [agreement('a', 'b'), agreement('c', 'b')])).toEqual({
    a: 'b',
    b: 'b',
    c: 'b',
  })
  expect(circles(['', 'igm'], [])).toEqual({ '': '', igm: 'igm' })
})

it('fields that an agreement does not list are not used', async () => {
  await withNode(async (node) => {
    for (const [dataset, owner] of [
      ['posts', 'igm'],
      ['papers', 'mingob'],
    ] as const) {
      await receiveFacts(node, { recordType: 'movement', dataset, records: [{ sex: 'female' }] })
      const content = { owner, country: 'GTM', activity: 'crossings' }
      await addVersion(node.register, 'dataset', dataset, content, 0, 'berta')
    }
    const {
      id: _,
      signedByProvider: on,
      signedByRecipient: __,
      onwardTo: ___,
      ...shared
    } = agreement('mingob', 'igm')
    const signed = { by: 'berta', on }
    const content = {
      ...shared,
      title: 'Names for linkage',
      signedByProvider: signed,
      signedByRecipient: signed,
    }
    await addVersion(node.register, 'agreement', 'mingob-igm', content, 0, 'berta')
    const batches = await listBatches(node, { recordType: 'movement' })
    const drawn = await readCircles(node, [{ recordType: 'movement', batches }], '2026-06-01')
    expect(drawn.names).toEqual(['igm'])
    const unshared = batches.map(({ id, dataset }) => [
      dataset,
      [...drawn.unshared.get(id)!].sort(),
    ])
    expect(Object.fromEntries(unshared)).toEqual({
      papers: ['birth_country', 'citizenship', 'sex'],
      posts: [],
    })
  })
})
