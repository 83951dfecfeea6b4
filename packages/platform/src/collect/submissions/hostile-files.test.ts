import { expect, test } from 'vitest'
import type { Actor } from '@caudal/methods/govern'
import { openTestServer, type Enrolled } from '../../app/server/testing-server.ts'
import { listBatches, type CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { day, workbookOf, zipOf } from '../testing-workbook.ts'
import type { describeOpened } from './describe-submission.ts'
import { takeInSubmission } from './service.ts'

type Opened = ReturnType<typeof describeOpened>

const place = { institution: 'hn-inm', country: 'HND' }
const header = ['fecha', 'sentido', 'pais', 'sexo', 'documento']
/** SYNTHETIC crossings. */
const rows = Array.from({ length: 5 }, (_, n) => [day(43895 + n), 'E', 'GTM', 'F', `P10${n}`])

const bomb = workbookOf(
  { Datos: [header, ...rows] },
  { parts: { 'xl/sharedStrings.xml': `<sst>${' '.repeat(80 * 2 ** 20)}</sst>` } },
)
const withMacros = workbookOf(
  { Datos: [header, ...rows] },
  {
    relations:
      '<Relationship Id="rId9" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="rId8" Target="externalLinks/externalLink1.xml"/>',
    parts: { 'xl/vbaProject.bin': 'MACRO', 'xl/externalLinks/externalLink1.xml': '<broken' },
  },
)

/** Sends a file through the portal in one part; gives its number. */
async function send({ browser }: Enrolled, fileName: string, payload: Buffer): Promise<number> {
  const { id } = (
    await browser.post('/api/collect/submissions', { fileName, bytes: payload.length })
  ).json<{ id: number }>()
  const sent = await browser.send({
    method: 'PUT',
    url: `/api/collect/submissions/${id}/parts/0`,
    headers: { 'content-type': 'application/octet-stream' },
    payload,
  })
  expect(sent.statusCode).toBe(200)
  return id
}

async function withOfficer(work: (node: CaudalNode, ana: Enrolled) => Promise<void>) {
  await withNode(async (node) => {
    const here = await openTestServer(node)
    await work(node, await here.enrol('ana', ['data-officer'], place))
  })
}

test('a workbook that expands like a bomb is received, refused when it is opened, and can be given up', async () => {
  await withOfficer(async (node, ana) => {
    const id = await send(ana, 'cruces.xlsx', bomb)
    const url = `/api/collect/submissions/${id}`
    const looked = await ana.browser.post(`${url}/suggestion?language=es`)
    expect(looked.statusCode).toBe(413)
    expect(looked.json()).toMatchObject({
      code: 'collect.archive-too-large',
      title: expect.stringContaining('se tomó por una bomba de descompresión') as string,
    })
    const opened = (await ana.browser.get(`${url}?language=es`)).json<Opened>()
    expect(opened).toMatchObject({ state: 'draft', profile: null })
    // without a profile nothing is taken in, and the file goes when its owner says so
    const work = await ana.browser.post(`${url}/work`, { work: 'take-in' })
    expect(work.json<{ code: string }>().code).toBe('collect.submissions.no-profile')
    expect((await ana.browser.delete(url)).statusCode).toBe(200)
    expect(await listBatches(node)).toEqual([])
  })
})

test('a workbook with macros and links to other files is read as data, from the upload to the batch', async () => {
  await withOfficer(async (node, ana) => {
    const id = await send(ana, 'cruces.xlsm', withMacros)
    const url = `/api/collect/submissions/${id}`
    expect((await ana.browser.post(`${url}/suggestion`, {})).statusCode).toBe(204)
    const drafted = (await ana.browser.get(`${url}?language=es`)).json<Opened>()
    expect(drafted.suggestion?.columns.map(({ name }) => name)).toEqual(header)
    expect(drafted.suggestion?.columns[4]?.values).toContain('P100')
    expect(JSON.stringify(drafted)).not.toMatch(/MACRO|root:/)
    const profile = {
      ...drafted.profile,
      source: { owner: 'INM', title: 'Cruces', licence: 'CC0-1.0', citation: 'INM' },
    }
    const kept = await ana.browser.put(`${url}/profile?language=es`, {
      revision: drafted.revision,
      profile,
    })
    expect(kept.json<Opened>().fault).toBeNull()
    const job: Actor = { kind: 'job', id: ana.id, roles: ['data-officer'], ...place }
    await takeInSubmission(node, job, id, () => {})
    expect(await listBatches(node)).toMatchObject([{ rowsRead: 5, rowsAccepted: 5 }])
  })
})

test('a file under another name, with a path in an archive or of more bytes than announced is told what is wrong', async () => {
  await withOfficer(async (node, ana) => {
    const told = async (fileName: string, payload: Buffer) => {
      const id = await send(ana, fileName, payload)
      const answer = await ana.browser.post(`/api/collect/submissions/${id}/suggestion?language=es`)
      return answer.json<{ code: string; title: string }>()
    }
    for (const member of ['../../cruces.csv', '/etc/cruces.csv']) {
      expect(await told('cruces.zip', zipOf({ [member]: 'fecha,pais\n2020,HND\n' }))).toMatchObject(
        {
          code: 'collect.archive-path',
          title: expect.stringContaining(member) as string,
        },
      )
    }
    const many = Array.from({ length: 500 }, (_, n) => [`f${n}.csv`, 'a,b\n1,2\n'] as const)
    const unclear = await told('cruces.zip', zipOf(Object.fromEntries(many)))
    expect(unclear.title).toMatch(/500 archivos[^]*f19\.csv, …\.$/)
    const zeros = Buffer.from('fecha,pais\n20\0,HND\n21\0,GTM\n')
    expect(await told('cruces.csv', zeros)).toMatchObject({ code: 'collect.lines-unlike-header' })
    const { id } = (
      await ana.browser.post('/api/collect/submissions', { fileName: 'a.csv', bytes: 10 })
    ).json<{ id: number }>()
    const part = (bytes: number) =>
      ana.browser.send({
        method: 'PUT',
        url: `/api/collect/submissions/${id}/parts/0`,
        headers: { 'content-type': 'application/octet-stream' },
        payload: Buffer.alloc(bytes),
      })
    expect((await part(20)).json()).toMatchObject({
      code: 'collect.submissions.part-beyond',
      end: 20,
      bytes: 10,
    })
    expect((await part(0)).json()).toMatchObject({ code: 'collect.submissions.part-empty' })
    for (const payload of [Buffer.from('\x89PNG\r\n', 'latin1'), Buffer.from('type,name\n')]) {
      const form = await ana.browser.send({
        method: 'POST',
        url: '/api/collect/forms/reading?file=f.xlsx',
        headers: { 'content-type': 'application/octet-stream' },
        payload,
      })
      expect(form.json()).toMatchObject({ code: 'collect.forms.not-a-workbook' })
    }
    expect(await listBatches(node)).toEqual([])
  })
})
