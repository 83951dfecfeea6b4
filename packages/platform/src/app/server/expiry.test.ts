import { expect, test } from 'vitest'
import { importFile } from '../../collect/service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../../collect/testing-import.ts'
import { addVersion } from '../../govern/registers/documents.ts'
import { keeper } from '../../govern/testing-actors.ts'
import { withNode } from '../../store/testing.ts'
import { enrolAt } from './testing-belongings.ts'
import { openTestServer, type Enrolled } from './testing-server.ts'

const provider = { institution: 'hn-inm', country: 'HND' }
const recipient = { institution: 'hn-ine', country: 'HND' }
const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('an agreement and a derogation open records until their last day, and both sides read when that was', async () => {
  await withNode(async (node) => {
    const here = await openTestServer(node)
    const officer = await enrolAt(node, here, 'officer', 'protection-officer', provider)
    const other = await enrolAt(node, here, 'other-officer', 'protection-officer', recipient)
    const ana = await enrolAt(node, here, 'ana', 'statistician', recipient)
    const profile = crossingsProfile({ synthetic: false })
    await importFile(node, keeper, writeImport(crossings(crossing()), { profile }))
    const put = (
      register: 'activity' | 'dataset' | 'agreement' | 'derogation',
      id: string,
      content: object,
      after = 0,
    ) => addVersion(node.register, register, id, content, after, 'test')
    await put('activity', 'crossings', {
      title: 'Crossings',
      controller: provider.institution,
      legalBasis: 'law',
      citation: 'art. 8',
      purposes: ['collection', 'statistics'],
      recordTypes: ['movement'],
      persons: 'travellers',
      retention: { identitiesDays: 30_000, recordsDays: 30_000 },
    })
    const { institution: owner, country } = provider
    await put('dataset', 'crossings', { owner, country, activity: 'crossings' })
    const read = async ({ browser }: Enrolled) => {
      const url = '/api/collect/records/crossings?purpose=statistics&fields=sex'
      const answer = await browser.get(url)
      const { code, title, fields } = answer.json<{
        code?: string
        title?: string
        fields?: { basis?: string }[]
      }>()
      return code === undefined ? { basis: fields?.[0]?.basis } : { code, title }
    }
    const offered = async () => {
      const listed = await ana.browser.get('/api/collect/records')
      return listed.json<{ datasets: unknown[] }>().datasets.length
    }

    const signed = { by: 'test', on: '2020-01-01' }
    const agreement = {
      title: 'Crossings',
      provider,
      recipient,
      purposes: ['statistics'],
      fields: { movement: ['sex'] },
      from: '2020-01-01',
      retentionDays: 30,
      signedByProvider: signed,
      signedByRecipient: signed,
    }
    await put('agreement', 'a1', { ...agreement, until: dayFromNow(1) })
    expect([await read(ana), await offered()]).toEqual([{ basis: 'a1' }, 1])
    const until = dayFromNow(-1)
    await put('agreement', 'a1', { ...agreement, until }, 1)
    expect([await read(ana), await offered()]).toMatchObject([
      { code: 'policy.agreement-ended', title: expect.stringContaining(`terminó el ${until}`) },
      0,
    ])
    // by the names of both institutions, to both sides
    expect((await read(ana)).title).toContain('«Institution hn-inm»')
    for (const { browser } of [officer, other]) {
      const listed = await browser.get('/api/govern/registers/agreement')
      expect(listed.json()).toMatchObject({ documents: [{ id: 'a1', content: { until } }] })
    }

    const derogation = {
      requestedBy: ana.id,
      because: 'An audit of the border.',
      purpose: 'statistics',
      recordType: 'movement',
      owner,
      fields: ['sex'],
      approvedBy: officer.id,
      approvedAt: new Date(Date.now() - 3_600_000).toISOString(),
    }
    const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
    await put('derogation', 'd1', { ...derogation, until: at(30) })
    expect([await read(ana), await read(other)]).toMatchObject([
      { basis: 'd1' },
      { code: expect.stringMatching(/^policy\./) },
    ])
    const ended = at(-1)
    await put('derogation', 'd1', { ...derogation, until: ended }, 1)
    expect(await read(ana)).toMatchObject({ code: 'policy.agreement-ended' })
    const own = await ana.browser.get('/api/govern/derogations')
    expect(own.json()).toMatchObject({ derogations: [{ id: 'd1', content: { until: ended } }] })
    const seen = await officer.browser.get('/api/govern/registers/derogation')
    expect(seen.json()).toMatchObject({ documents: [{ id: 'd1', content: { until: ended } }] })
    await here.close()
  })
}, 60_000)
