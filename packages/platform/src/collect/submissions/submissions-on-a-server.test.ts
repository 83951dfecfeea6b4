import { expect, test } from 'vitest'
import type { Actor } from '@caudal/methods/govern'
import { openTestServer, type Enrolled } from '../../app/server/testing-server.ts'
import { describeOnPostgres } from '../../store/testing.ts'
import { crossing, crossings } from '../testing-import.ts'
import { sendFile } from '../testing-submission.ts'
import type { describeOpened } from './describe-submission.ts'
import { takeInSubmission, trySubmission } from './service.ts'

const place = { institution: 'hn-inm', country: 'HND' }
const asJob = ({ id }: Enrolled): Actor => ({ kind: 'job', id, roles: ['data-officer'], ...place })

describeOnPostgres('a file that an institution sends', ({ openNode }) => {
  test('is tried, taken in, reported on and withdrawn, by its own institution alone', async () => {
    const node = await openNode()
    const here = await openTestServer(node)
    const ana = await here.enrol('ana', ['data-officer'], place)
    const { browser } = ana
    const lines = [crossing(), crossing({ documento: 'P2', sentido: 'S' }), crossing()]
    const id = await sendFile(ana, crossings(...lines))
    const url = `/api/collect/submissions/${id}`
    expect((await browser.post(`${url}/suggestion`)).statusCode).toBe(204)
    const drafted = (await browser.get(url)).json<ReturnType<typeof describeOpened>>()
    const source = { owner: 'INM', title: 'Cruces', licence: 'CC0-1.0', citation: 'INM' }
    const profile = { ...drafted.profile, source }
    const kept = await browser.put(`${url}/profile`, { revision: drafted.revision, profile })
    expect(kept.statusCode).toBe(200)
    expect((await browser.post(`${url}/work`, { work: 'try' })).statusCode).toBe(202)
    // The queue has no worker here: the work is done as the worker does it.
    await browser.delete(`${url}/work`)
    await trySubmission(node, asJob(ana), id, () => {})
    const tried = (await browser.get(url)).json<ReturnType<typeof describeOpened>>()
    expect(tried.trial?.rows).toMatchObject({ read: 3, accepted: 3, repeated: 1, notCounted: 1 })

    const { batch } = await takeInSubmission(node, asJob(ana), id, () => {})
    const listed = async () =>
      (await browser.get('/api/collect/batches?language=en')).json<{ batches: object[] }>().batches
    expect(await listed()).toMatchObject([{ id: batch, status: 'accepted', rowsAccepted: 3 }])
    for (const [format, type] of [
      ['html', 'text/html'],
      ['xlsx', 'spreadsheetml'],
    ] as const) {
      const report = await browser.get(`/api/collect/batches/${batch}/report?format=${format}`)
      expect([report.statusCode, report.headers['content-type']]).toEqual([
        200,
        expect.stringContaining(type),
      ])
    }

    // Nobody of another institution withdraws what is not theirs.
    const eva = await here.enrol('eva', ['data-officer'], { institution: 'gt-igm', country: 'GTM' })
    const withdrawal = `/api/collect/batches/${batch}/withdrawal`
    const foreign = await eva.browser.post(withdrawal, { because: 'Mine' })
    expect([403, 404]).toContain(foreign.statusCode)
    expect(await listed()).toMatchObject([{ status: 'accepted' }])
    const withdrawn = await browser.post(withdrawal, { because: 'Sent by mistake' })
    expect(withdrawn.json()).toEqual({ withdrawn: true })
    expect(await listed()).toMatchObject([{ id: batch, status: 'withdrawn' }])
    const twice = await browser.post(withdrawal, { because: 'Sent by mistake' })
    expect(twice.statusCode).toBeGreaterThanOrEqual(400)
    await here.close()
  })
})
