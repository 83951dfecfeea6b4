import type { Actor } from '@caudal/methods/govern'
import { expect, it } from 'vitest'
import { importFile } from '../../collect/service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../../collect/testing-import.ts'
import type { CaudalNode } from '../../store/index.ts'
import { describeOnPostgres } from '../../store/testing.ts'
import { terminalActor } from '../terminal-actor.ts'
import { activity, officer as ofHonduras, putAs, today } from '../testing-documents.ts'
import { withInstitutions } from '../testing-institutions.ts'
import { addVersion, getDocument, listVersions } from './documents.ts'

const ofGuatemala: Actor = { ...ofHonduras, id: 'gina', institution: 'gt-igm', country: 'GTM' }
const bringer: Actor = { ...ofGuatemala, id: 'gil', roles: ['data-officer'] }
const owned = { owner: 'hn-inm', country: 'HND', activity: 'crossings' }

describeOnPostgres('A document that is entered for the first time', ({ openNode: open }) => {
  const openWith = withInstitutions(open)
  const openNode = async (): Promise<CaudalNode> => {
    const node = await openWith()
    const content = { name: 'IGM', country: 'GTM', contact: 'nobody@example.org' }
    await addVersion(node.register, 'institution', 'gt-igm', content, 0, 'test')
    return node
  }

  it('of a dataset without files is entered by no account, and keeps no country from bringing them', async () => {
    const node = await openNode()
    for (const id of ['crossings', 'journeys-gtm']) {
      await expect(putAs(node, ofHonduras, 'dataset', id, owned)).rejects.toMatchObject({
        code: 'registers.dataset-without-files',
        details: { id, datasets: '–' },
      })
      expect(await listVersions(node.register, 'dataset', id)).toEqual([])
    }
    const { file, profile } = writeImport(crossings(crossing()), {
      profile: crossingsProfile({ country: 'GTM' }),
    })
    await importFile(node, bringer, { file, profile })
    const { content, version } = await getDocument(node.register, 'dataset', 'crossings')
    expect(content).toMatchObject({ owner: 'gt-igm', country: 'GTM' })
    await putAs(node, ofGuatemala, 'activity', 'crossings', { ...activity, controller: 'gt-igm' })
    const named = { ...content, activity: 'crossings' }
    await putAs(node, ofGuatemala, 'dataset', 'crossings', named, version)
    // what there is in the own country is named, for whoever has mistyped it
    await expect(
      putAs(node, ofGuatemala, 'dataset', 'crosings', {
        ...owned,
        owner: 'gt-igm',
        country: 'GTM',
      }),
    ).rejects.toMatchObject({ details: { datasets: 'crossings' } })
    const machine = terminalActor('protection-officer')
    await putAs(node, machine, 'activity', 'stays', activity)
    const stays = { ...owned, activity: 'stays' }
    expect(await putAs(node, machine, 'dataset', 'stays', stays)).toMatchObject({ version: 1 })
  })

  it('of a dataset stands under an activity that there is, of its own country', async () => {
    const node = await openNode()
    const machine = terminalActor('protection-officer')
    await putAs(node, machine, 'activity', 'gtm', {
      ...activity,
      title: 'Cruces',
      controller: 'gt-igm',
    })
    const put = (named: string, after = 0) =>
      putAs(node, machine, 'dataset', 'crossings', { ...owned, activity: named }, after)
    await expect(put('crosings')).rejects.toMatchObject({
      code: 'registers.activity-unknown',
      details: { activity: 'crosings', activities: '–' },
    })
    await putAs(node, ofHonduras, 'activity', 'crossings', activity)
    await expect(put('gtm')).rejects.toMatchObject({
      code: 'registers.activity-of-another-country',
      details: { title: 'Cruces', given: 'GTM', activities: 'crossings (Crossings)' },
    })
    expect(await listVersions(node.register, 'dataset', 'crossings')).toEqual([])
    await put('crossings')
    await expect(put('gone', 1)).rejects.toMatchObject({ code: 'registers.activity-unknown' })
    // until somebody says which
    await put('to-be-named', 1)
    // one that was entered before this was asked for can still be changed
    const old = { owner: 'hn-inm', country: 'HND', activity: 'gone' }
    await addVersion(node.register, 'dataset', 'old', old, 0, 'test')
    await putAs(node, machine, 'dataset', 'old', { ...old, owner: 'hn-ine' }, 1)
  })

  it('is no activity under which the datasets of every country stand', async () => {
    const node = await openNode()
    for (const actor of [ofHonduras, terminalActor('protection-officer')]) {
      await expect(putAs(node, actor, 'activity', 'to-be-named', activity)).rejects.toMatchObject({
        code: 'registers.activity-reserved',
      })
    }
  })

  it('of a breach or a complaint that names nobody is of the institution of whoever enters it', async () => {
    const node = await openNode()
    const breach = {
      noticedAt: '2026-05-29T10:00:00Z',
      what: 'a lost disk',
      personsAffected: 3,
      measures: 'its key was destroyed',
    }
    const complaint = { receivedOn: today, what: 'nobody answers', dueOn: '2026-07-01' }
    for (const [register, content] of [
      ['breach', breach],
      ['complaint', complaint],
    ] as const) {
      const said = async () =>
        (await getDocument<'breach' | 'complaint'>(node.register, register, 'x')).content
          .institution
      await putAs(node, ofHonduras, register, 'x', content)
      expect(await said()).toBe('hn-inm')
      await expect(putAs(node, ofGuatemala, register, 'x', content, 1)).rejects.toMatchObject({
        code: 'policy.another-country',
      })
      // a program that leaves it out does not tell it to all
      await putAs(node, ofHonduras, register, 'x', { ...content, what: 'another' }, 1)
      expect(await said()).toBe('hn-inm')
      await putAs(node, ofHonduras, register, 'x', { ...content, institution: null }, 2)
      expect(await said()).toBeUndefined()
      // nor does one that leaves it out take it from the others again
      await putAs(node, ofHonduras, register, 'x', content, 3)
      expect(await said()).toBeUndefined()
      const nowhere: Actor = { ...ofHonduras, institution: 'hn-gone' }
      await putAs(node, nowhere, register, 'y', content)
      const { content: entered } = await getDocument(node.register, register, 'y')
      expect(entered).not.toHaveProperty('institution')
    }
  })
})
