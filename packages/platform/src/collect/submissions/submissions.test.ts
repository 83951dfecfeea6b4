import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Actor } from '@caudal/methods/govern'
import { openTestServer, type Enrolled } from '../../app/server/testing-server.ts'
import { listBatches, type CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { crossing, crossings, crossingsHeader } from '../testing-import.ts'
import { sendFile as send, sendPart as part } from '../testing-submission.ts'
import type { describeOpened } from './describe-submission.ts'
import { close, giveUp } from './end-submission.ts'
import { takeInSubmission, trySubmission } from './service.ts'

type Opened = ReturnType<typeof describeOpened>

const text = crossings(
  crossing(),
  crossing({ documento: 'P7654321', pais: 'Guatemla', sentido: 'S' }),
  crossing({ documento: 'P2', fecha: '31/02/2020' }),
)

const place = { institution: 'hn-inm', country: 'HND' }

/** Whoever works on, as a job does. */
const asJob = ({ id }: Enrolled): Actor => ({ kind: 'job', id, roles: ['data-officer'], ...place })

/** Files of a folder, whatever lies below it, in which a text stands plainly. */
function findPlain(folder: string, wanted: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(wanted))
}

test('a file is sent in parts, given a profile, tried and taken in, and belongs to who sent it', async () => {
  await withNode(async (node: CaudalNode) => {
    const here = await openTestServer(node)
    const ana = await here.enrol('ana', ['data-officer'], place)
    const id = await send(ana, text)
    const url = `/api/collect/submissions/${id}`
    const open = async () => (await ana.browser.get(`${url}?language=en`)).json<Opened>()
    expect((await open()).state).toBe('draft')
    expect(findPlain(node.folder.submissions, 'Quetzalcoatl')).toEqual([])

    expect((await ana.browser.post(`${url}/suggestion`)).statusCode).toBe(204)
    const drafted = await open()
    expect(drafted.suggestion?.recordTypes[0]).toMatchObject({
      id: 'movement',
      label: 'Border crossing',
    })
    // What the list does not know by itself is for a person to say.
    const citizenship = drafted.codes.find(({ field }) => field === 'citizenship')
    expect(citizenship?.rows.find(({ from }) => from === 'Guatemla')).toMatchObject({
      proposed: 'GTM',
      isKnown: false,
    })
    expect(findPlain(node.folder.root, 'Quetzalcoatl')).toEqual([])

    const profile = {
      ...drafted.profile,
      source: { owner: 'INM', title: 'Cruces', licence: 'CC0-1.0', citation: 'INM' },
    }
    const kept = await ana.browser.put(`${url}/profile`, { revision: drafted.revision, profile })
    expect(kept.json<Opened>().fault).toBeNull()
    // The same window again, as if nobody had saved meanwhile.
    const late = await ana.browser.put(`${url}/profile`, { revision: drafted.revision, profile })
    expect(late.json<{ code: string }>().code).toBe('collect.submissions.changed-meanwhile')

    // What will not do is told by what the field is called, too.
    const { fields } = drafted.profile as { readonly fields?: object }
    const faulty = await ana.browser.put(`${url}/profile?language=es`, {
      revision: drafted.revision + 1,
      profile: { ...profile, fields: { ...fields, sex: { column: 'sexo', extract: '(a+)+' } } },
    })
    expect(faulty.json<{ fault: { what: string } }>().fault.what).toContain(
      'Sexo (fields.sex.extract)',
    )
    await ana.browser.put(`${url}/profile`, { revision: drafted.revision + 2, profile })

    const started = await ana.browser.post(`${url}/work`, { work: 'try' })
    expect(started.statusCode).toBe(202)
    const busy = await ana.browser.post(`${url}/work`, { work: 'take-in' })
    expect(busy.json<{ code: string }>().code).toBe('collect.submissions.under-way')
    // The queue has no worker here: the work is done as the worker does it.
    await ana.browser.delete(`${url}/work`)
    // What was said of an earlier draft is not said of the next.
    await ana.browser.put(`${url}/profile`, { revision: drafted.revision + 3, profile })
    expect(await open()).not.toHaveProperty('job')
    await trySubmission(node, asJob(ana), id, () => {})
    const { trial } = await open()
    expect(trial?.rows).toEqual({
      read: 3,
      accepted: 2,
      rejected: 1,
      repeated: 0,
      notCounted: 0,
      leftOut: 0,
    })
    expect(trial?.examples[0]).toMatchObject({ line: 4, level: 'reject' })
    expect(trial?.examples.map(({ value }) => value)).toContain('31/02/2020')
    expect(await listBatches(node)).toEqual([])

    const { batch } = await takeInSubmission(node, asJob(ana), id, () => {})
    expect(await open()).toMatchObject({ state: 'imported', became: batch })
    expect(readdirSync(node.folder.submissions)).toEqual([])
    expect(await listBatches(node)).toMatchObject([{ institution: 'hn-inm' }])
    const report = await ana.browser.get(`/api/collect/batches/${batch}/report?language=es`)
    expect(report.json<{ title: string }>().title).toContain('cruces.csv')

    // Nobody else adds to what is theirs now, and the next file of theirs is known at once.
    const eva = await here.enrol('eva', ['data-officer'], { institution: 'gt-igm', country: 'GTM' })
    expect((await eva.browser.get(url)).statusCode).toBe(404)
    const next = await send(ana, crossings(crossing({ documento: 'P9' })))
    await ana.browser.post(`/api/collect/submissions/${next}/suggestion`)
    const known = await ana.browser.get(`/api/collect/submissions/${next}`)
    expect(known.json<Opened>().profile?.['source']).toMatchObject({ owner: 'INM' })
    expect(known.json<{ suggestion: { head: string[] } }>().suggestion.head[0]).toBe(
      crossingsHeader,
    )
    // It corrects the one before, for a reason that is kept, and what changed is told by cell.
    const unsaid = { work: 'take-in', supersedes: batch, because: ' ' }
    const refused = await ana.browser.post(`/api/collect/submissions/${next}/work`, unsaid)
    expect(refused.json<{ code: string }>().code).toBe('collect.correction-reason-missing')
    const because = { supersedes: batch, because: 'Faltaba un cruce' }
    const corrected = await takeInSubmission(node, asJob(ana), next, () => {}, because)
    expect((await listBatches(node)).map(({ id: each }) => each)).toEqual([corrected.batch])
    const compared = await ana.browser.get(
      `/api/collect/batches/${corrected.batch}/comparison/${batch}?language=es&by=month,sex`,
    )
    expect(compared.json()).toMatchObject({
      before: { id: batch, because: 'Faltaba un cruce' },
      total: { before: 2, after: 1 },
      head: ['mes', 'Sexo'],
      rows: [{ said: ['2020-03', 'Mujeres'], before: 2, after: 1 }],
    })
    const listed = await ana.browser.get('/api/collect/batches?language=es')
    expect(
      listed.json<{ batches: { id: number; supersededBy: number | null }[] }>().batches,
    ).toContainEqual(expect.objectContaining({ id: batch, supersededBy: corrected.batch }))
    const foreign = await send(eva, text)
    await eva.browser.post(`/api/collect/submissions/${foreign}/suggestion`)
    const own = (await eva.browser.get(`/api/collect/submissions/${foreign}`)).json<Opened>()
    expect(own.profile?.['id']).toBe('gt-igm-cruces')
    await eva.browser.put(`/api/collect/submissions/${foreign}/profile`, {
      revision: own.revision,
      profile: { ...profile, id: 'other' },
    })
    const asEva: Actor = { ...asJob(eva), institution: 'gt-igm', country: 'GTM' }
    await expect(takeInSubmission(node, asEva, foreign, () => {})).rejects.toMatchObject({
      code: expect.stringMatching(/another-institution$/),
    })
    await here.close()
  })
})

test('a part goes on from where the last one ended, and nothing longer than announced is taken', async () => {
  await withNode(async (node: CaudalNode) => {
    const here = await openTestServer(node)
    const ana = await here.enrol('ana', ['data-officer'], place)
    const opened = await ana.browser.post('/api/collect/submissions', {
      fileName: 'cruces.csv',
      bytes: 10,
    })
    const { id } = opened.json<{ id: number }>()
    const refused = async (from: number, length: number) =>
      (await part(ana, id, from, Buffer.alloc(length, 65))).json<object>()
    expect(await refused(4, 4)).toMatchObject({ received: 0, from: 4 })
    expect((await part(ana, id, 0, Buffer.alloc(6, 65))).statusCode).toBe(200)
    expect(await refused(0, 6)).toMatchObject({ received: 6 })
    expect(await refused(6, 5)).toMatchObject({ code: 'collect.submissions.part-beyond' })
    const early = await ana.browser.post(`/api/collect/submissions/${id}/suggestion`)
    expect(early.json<{ code: string }>().code).toBe('collect.submissions.not-complete')
    const empty = { fileName: 'vacio.csv', bytes: 0 }
    const nothing = await ana.browser.post('/api/collect/submissions', empty)
    expect(nothing.json<{ code: string }>().code).toBe('collect.file-empty')
    const large = await ana.browser.post('/api/collect/submissions', {
      fileName: 'x.csv',
      bytes: 2 ** 40,
    })
    expect(large.statusCode).toBe(413)
    expect((await ana.browser.delete(`/api/collect/submissions/${id}`)).statusCode).toBe(200)
    expect(readdirSync(node.folder.submissions)).toEqual([])
    const after = await part(ana, id, 6, Buffer.alloc(4, 65))
    expect(after.json<{ code: string }>().code).toBe('collect.submissions.closed')
    await here.close()
  })
})

test('a submission ends once, whoever ends it at the same moment', async () => {
  await withNode(async (node: CaudalNode) => {
    const here = await openTestServer(node)
    const ana = await here.enrol('ana', ['data-officer'], place)
    const id = await send(ana, text)
    const officer: Actor = { ...asJob(ana), kind: 'person' }
    const ends = await Promise.allSettled([
      giveUp(node, officer, id),
      giveUp(node, officer, id),
      giveUp(node, officer, id),
    ])
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const end of ends) {
      if (end.status === 'rejected') {
        expect(end.reason).toMatchObject({ code: 'collect.submissions.closed' })
      }
    }
    const closed = { code: 'collect.submissions.closed' }
    await expect(close(node.register, id, 'imported', 7)).rejects.toMatchObject(closed)
    await expect(takeInSubmission(node, asJob(ana), id, () => {})).rejects.toMatchObject(closed)
  })
})
