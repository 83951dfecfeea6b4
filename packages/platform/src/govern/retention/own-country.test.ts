import type { Actor } from '@caudal/methods/govern'
import { expect, it } from 'vitest'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { type CaudalNode, listBatches } from '../../store/index.ts'
import { describeOnBothRegisters } from '../../store/testing.ts'
import { addVersion } from '../registers/documents.ts'
import { terminalActor } from '../terminal-actor.ts'
import { applyRetention, isRetentionDue, listExpired, runDailyRetention } from './service.ts'

const officer = (institution: string, country: string): Actor => ({
  kind: 'person',
  id: `officer of ${country}`,
  roles: ['protection-officer'],
  institution,
  country,
})
const ofHonduras = officer('hn-inm', 'HND')
const ofGuatemala = officer('gt-igm', 'GTM')
const after = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const noRebuild = async () => {}

/** SYNTHETIC: crossings of two countries in one node, each kept for 60 days. */
async function receiveOfBoth(node: CaudalNode): Promise<void> {
  for (const { institution, country } of [ofHonduras, ofGuatemala]) {
    const dataset = `crossings-${country.toLowerCase()}`
    const records = [{ country, crossed_on: '2020-01-01', direction: 'arrival' }]
    await receiveFacts(node, { recordType: 'movement', dataset, synthetic: true, records })
    const put = (
      register: 'institution' | 'activity' | 'dataset',
      id: string,
      content: Record<string, unknown>,
    ) => addVersion(node.register, register, id, content as never, 0, 'test')
    await put('institution', institution, { name: institution, country, contact: 'a@example.org' })
    await put('activity', dataset, {
      title: dataset,
      controller: institution,
      legalBasis: 'law',
      citation: 'art. 8',
      purposes: ['collection'],
      recordTypes: ['movement'],
      persons: 'travellers',
      retention: { identitiesDays: 30, recordsDays: 60 },
    })
    await put('dataset', dataset, { owner: institution, country, activity: dataset })
  }
}

const held = async (node: CaudalNode) =>
  (await listBatches(node)).map(({ dataset }) => dataset).toSorted()

describeOnBothRegisters('Retention by hand', (openNode) => {
  it('erases what is of the officer’s country, and leaves the rest to others and to the night', async () => {
    const node = await openNode()
    await receiveOfBoth(node)
    const day = after(61)
    const listed = await listExpired(node, ofHonduras, day)
    expect(listed.map(({ dataset, isOwn }) => [dataset, isOwn])).toEqual([
      ['crossings-hnd', true],
      ['crossings-gtm', false],
    ])
    const run = await applyRetention(node, ofHonduras, day, noRebuild)
    expect(run).toMatchObject({ outcome: 'done', leftToOthers: 1 })
    expect(run.erased.map(({ dataset }) => dataset)).toEqual(['crossings-hnd'])
    expect(await held(node)).toEqual(['crossings-gtm'])

    // whoever could erase nothing is told so, and not that there was nothing
    await expect(applyRetention(node, ofHonduras, day, noRebuild)).rejects.toMatchObject({
      code: 'policy.another-country',
      details: { country: 'GTM', own: 'HND' },
    })
    const nowhere = officer('', '')
    await expect(applyRetention(node, nowhere, day, noRebuild)).rejects.toMatchObject({
      code: 'policy.country-missing',
    })

    // what one country did is not the run of the node, and does not make its clock believed
    expect(await isRetentionDue(node, new Date(`${day}T12:00:00Z`))).toBe(true)
    const late = await runDailyRetention(node, ofHonduras, '2090-01-01', noRebuild)
    expect(late.outcome).toBe('held')
    expect(await held(node)).toEqual(['crossings-gtm'])

    const rest = await applyRetention(node, ofGuatemala, day, noRebuild)
    expect(rest).toMatchObject({ outcome: 'done', leftToOthers: 0 })
    expect(await held(node)).toEqual([])
    expect(await isRetentionDue(node, new Date(`${day}T12:00:00Z`))).toBe(false)
  })

  it('at the machine, and by night, erases for every country', async () => {
    const byHand = await openNode()
    await receiveOfBoth(byHand)
    await applyRetention(byHand, terminalActor('protection-officer'), after(61), noRebuild)
    expect(await held(byHand)).toEqual([])
    const byNight = await openNode()
    await receiveOfBoth(byNight)
    const itself: Actor = { ...officer('', ''), kind: 'job', id: 'node' }
    await runDailyRetention(byNight, itself, after(31), noRebuild)
    await runDailyRetention(byNight, itself, after(61), noRebuild)
    expect(await held(byNight)).toEqual([])
  })
})
