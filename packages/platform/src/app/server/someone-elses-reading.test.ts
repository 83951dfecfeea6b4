import { expect, test } from 'vitest'
import { roles, type Role } from '@caudal/methods/govern'
import { importFile } from '../../collect/service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../../collect/testing-import.ts'
import { addVersion } from '../../govern/registers/documents.ts'
import { keeper } from '../../govern/testing-actors.ts'
import { runLinkage } from '../../link/persons/service.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { buildCubes } from '../../measure/service.ts'
import { draftReleaseJob } from '../../publish/release/jobs.ts'
import { type CaudalNode, enqueueJob } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { saidBy } from './testing-answers.ts'
import { listRoutes } from './guard.ts'
import { enrolAt, makeBelongings, other, own } from './testing-belongings.ts'
import { openTestServer, type Enrolled, type TestServer } from './testing-server.ts'

/**
 * Words that stand in records and in what is told of persons of the own institution, and nowhere else: names,
 * documents, what a column held that no code knows, and free text.
 */
const canary = /canari|ximena|quetzalcoatl|P1234567|0801-1988/i

interface Look {
  /** Addresses of a route, with the numbers of what is somebody else's. */
  readonly urls: readonly string[]
  /** Who reads the words there: a role of the own institution. Nobody, where no words stand there for anybody. */
  readonly owner?: Role
  /** Refused to everybody else, or answered as if it were not there. */
  readonly closed?: true
  /** Roles that read it in every country. */
  readonly everywhere?: readonly Role[]
}

/** The coordinator decides on releases of the region, the auditor sees them all (decision 108). */
const released = { closed: true, everywhere: ['regional-coordinator', 'auditor'] } as const

/** The auditor sees the registers of the whole node (decision 109), and reads no record. */
const audited = { everywhere: ['auditor'] as const }

/** What else belongs to people of the own country, with the words in it, and where it is read. */
async function prepare(
  node: CaudalNode,
  here: TestServer,
): Promise<{ readonly ana: Enrolled; readonly looks: Readonly<Record<string, Look>> }> {
  const made = await makeBelongings(node, here)
  const { ana, submission, form, entry, batch, asked, records, releases } = made
  const anew = crossings(
    crossing(),
    crossing({ pais: 'Canarias', documento: 'P2' }),
    crossing({ fecha: '31/02/2020', documento: 'P3' }),
    crossing({ sentido: 'Canario', documento: 'P4' }),
    crossing({ fecha: '06/03/2020' }),
  )
  const { file, profile } = writeImport(anew, { profile: crossingsProfile({ version: 2 }) })
  const second = await importFile(node, keeper, { file, profile })
  await runLinkage(node, terminalActor('linkage-officer'))
  await buildCubes(node, terminalActor('statistician'))

  const told = { ...asked, kind: 'access', records, state: 'refused', outcome: 'Canario' }
  await addVersion(node.register, 'request', 'told', told, 0, 'berta')
  const complaint = {
    receivedOn: '2026-06-01',
    dueOn: '2026-07-01',
    what: 'Canario',
    request: 'told',
  }
  await addVersion(node.register, 'complaint', 'c1', complaint, 0, 'berta')
  const breach = {
    institution: own.institution,
    noticedAt: '2026-06-01T10:00:00Z',
    what: 'Canario',
    personsAffected: 3,
    measures: 'none',
    authorityDueAt: '2026-06-03T10:00:00Z',
  }
  await addVersion(node.register, 'breach', 'b1', breach, 0, 'berta')
  const plan = { template: 'monthly-flows', country: 'HND', period: '2020-03' }
  const drafting = await enqueueJob(node, draftReleaseJob, plan)
  const derogation = {
    requestedBy: ana.id,
    because: 'Canario',
    purpose: 'collection',
    recordType: 'movement',
    owner: own.institution,
    fields: ['sex'],
    until: '2099-01-01T00:00:00Z',
  } as const
  await addVersion(node.register, 'derogation', 'd3', derogation, 0, ana.id)
  const view = await ana.browser.post('/api/publish/views', {
    name: 'Canario',
    cube: 'movements',
    query: 'rows=sex',
  })
  expect(view.statusCode).toBe(201)

  const [a, b] = [String(batch), String(second.batch)]
  const one = String(BigInt(a) * 2n ** 36n + 1n)
  const another = String(BigInt(b) * 2n ** 36n + 5n)
  const record = records[0]!.record
  const fields = 'given_names,family_names,document_number'
  const registers = ['request', 'complaint', 'derogation', 'notice', 'breach', 'undertaking']
  const draft = (id: string) => [`/api/publish/releases/${id}`]
  const officer = 'protection-officer' as const
  const looks: Record<string, Look> = {
    '/api/collect/submissions': { urls: ['/api/collect/submissions'] },
    '/api/collect/submissions/:id': {
      closed: true,
      urls: [`/api/collect/submissions/${submission}`],
    },
    '/api/collect/submissions/:id/work': {
      closed: true,
      urls: [`/api/collect/submissions/${submission}/work`],
    },
    '/api/collect/calendar': { urls: ['/api/collect/calendar'] },
    '/api/collect/forms': { urls: ['/api/collect/forms'] },
    '/api/collect/forms/:id': { closed: true, urls: [`/api/collect/forms/${form}`] },
    '/api/collect/forms/:id/proposal': {
      closed: true,
      urls: [`/api/collect/forms/${form}/proposal?recordType=return`],
    },
    '/api/collect/forms/:id/codes': { closed: true, urls: [`/api/collect/forms/${form}/codes`] },
    '/api/collect/forms/:id/entries': {
      closed: true,
      urls: [`/api/collect/forms/${form}/entries`],
    },
    '/api/collect/forms/:id/entries/:entry': {
      closed: true,
      urls: [`/api/collect/forms/${form}/entries/${entry}`],
      owner: 'data-officer',
    },
    '/api/collect/records': { urls: ['/api/collect/records'] },
    '/api/collect/records/:dataset': {
      closed: true,
      urls: ['collection', 'linkage', 'statistics', 'research', 'subject-request'].map(
        (purpose) => `/api/collect/records/crossings?purpose=${purpose}&fields=${fields}`,
      ),
      owner: 'data-officer',
    },
    '/api/collect/batches': { urls: ['/api/collect/batches'] },
    '/api/collect/batches/:id/report': {
      urls: ['json', 'html', 'xlsx'].map(
        (format) => `/api/collect/batches/${b}/report?format=${format}`,
      ),
      owner: 'data-officer',
    },
    '/api/collect/batches/:id/comparison/:before': {
      urls: [
        `/api/collect/batches/${b}/comparison/${a}`,
        `/api/collect/batches/${b}/comparison/${a}?by=sex,citizenship`,
      ],
    },
    '/api/link/runs': { urls: ['/api/link/runs'] },
    '/api/link/quality': { urls: ['/api/link/quality?country=HND', '/api/link/quality'] },
    '/api/link/review': { urls: ['/api/link/review?country=HND'] },
    '/api/link/pairs/:country/:one/:other': {
      closed: true,
      urls: [`/api/link/pairs/HND/${one}/${another}`],
    },
    '/api/link/persons/:country/:record': {
      closed: true,
      urls: [record, one, another].map((each) => `/api/link/persons/HND/${each}`),
      owner: 'linkage-officer',
    },
    '/api/link/decisions': { urls: ['/api/link/decisions?country=HND', '/api/link/decisions'] },
    '/api/govern/due': { urls: ['/api/govern/due'] },
    '/api/govern/inventory': { urls: ['/api/govern/inventory'] },
    '/api/govern/retention': { urls: ['/api/govern/retention'] },
    '/api/govern/registers/:register': {
      urls: registers.map((name) => `/api/govern/registers/${name}`),
      owner: officer,
      ...audited,
    },
    '/api/govern/registers/:register/:id': {
      closed: true,
      urls: ['request/told', 'complaint/c1', 'breach/b1', 'derogation/d3'].map(
        (each) => `/api/govern/registers/${each}`,
      ),
      owner: officer,
      ...audited,
    },
    '/api/govern/derogations': { urls: ['/api/govern/derogations'] },
    '/api/govern/notices': { urls: ['/api/govern/notices'] },
    '/api/govern/audit': { urls: ['/api/govern/audit', '/api/govern/audit?before=40'] },
    '/api/govern/audit/:index/proof': { urls: ['/api/govern/audit/1/proof'] },
    '/api/govern/account/sessions': { urls: ['/api/govern/account/sessions'] },
    '/api/govern/account/tokens': { urls: ['/api/govern/account/tokens'] },
    '/api/govern/account/passkeys': { urls: ['/api/govern/account/passkeys'] },
    '/api/publish/releases': { urls: ['/api/publish/releases'] },
    '/api/publish/releases/:id': { ...released, urls: draft(releases.draft) },
    '/api/publish/releases/:id/compare/:other': {
      ...released,
      urls: [`/api/publish/releases/${releases.draft}/compare/${releases.out}`],
    },
    '/api/publish/releases/:id/files/*': {
      ...released,
      urls: [`/api/publish/releases/${releases.draft}/files/manifest.json`],
    },
    '/api/publish/drafting/:job': {
      closed: true,
      everywhere: ['regional-coordinator'],
      urls: [`/api/publish/drafting/${drafting}`],
    },
    '/api/publish/calendar': { urls: ['/api/publish/calendar'] },
    '/api/publish/views': { urls: ['/api/publish/views'], owner: 'data-officer' },
    '/api/publish/alerts': { urls: ['/api/publish/alerts'] },
    '/api/cubes/:id/table': {
      urls: ['sex', 'citizenship', 'direction'].map(
        (by) => `/api/cubes/movements/table?rows=${by}`,
      ),
    },
    '/api/cubes/:id/dimensions/:dimension/codes': {
      urls: ['/api/cubes/movements/dimensions/citizenship/codes'],
    },
    '/api/cubes/:id/provenance': { urls: ['/api/cubes/movements/provenance'] },
    // the release that is out has no files here: the revisions of a cube without releases
    '/api/cubes/:id/revisions': { urls: ['/api/cubes/permits/revisions'] },
    '/api/search': { urls: ['/api/search?q=ximena', '/api/search?q=canarias'] },
    '/sdmx/v1/*': { urls: ['/sdmx/v1/data/MOVEMENTS', '/sdmx/v1/dataflow'] },
    '/sdmx/v2/*': { urls: ['/sdmx/v2/structure/dataflow/*/*/*'] },
    '/api/capacity/:country': { urls: [`/api/capacity/HND`] },
    '/api/collect/codes': { urls: ['/api/collect/codes'] },
    '/api/collect/codes.csv': { urls: ['/api/collect/codes.csv'] },
    '/api/collect/codes/:list': { urls: ['/api/collect/codes/country'] },
  }
  return { ana, looks }
}

/** Reading routes that hold nothing of an institution or a person, and why. */
const ofNobody: Readonly<Record<string, string>> = {
  '/(health|metrics)$': 'how the node is',
  '/api/govern/account$': 'who is signed in, the session says',
  '/api/govern/accounts$': 'an administrator keeps every account of the node',
  '/api/govern/institutions$': 'names of institutions',
  '/api/collect/(record-types|code-lists)': 'the vocabulary of the node',
  '/api/(cubes|openapi.json|boundaries)(/:id)?$': 'what cubes and boundaries there are',
  '/api/measure/': 'figures of cubes, asked for as the table is',
  '/(sdmx/v[12]|api/releases|(..?/)?releases/:id(/\\*)?)$': 'what is published',
  '/api/publish/templates$': 'what can be drafted',
  '/(api/)?capacity(/:country/answers.csv)?$': 'answers name nobody',
  '/api/learn/courses/:course$': 'whose progress it is, the session says',
  '/learn/files/': 'a drawn file to learn with',
  '/feeds/alerts/:secret$': 'whoever has the secret: publish/alerts/alerts.test.ts',
  '/stop-alerts/:token$': 'whoever has the token: publish/alerts/alerts.test.ts',
  '(/(es|en|fr)(/.*)?|/\\*|/)$': 'pages that everybody reads',
}

test('What belongs to somebody else is read by no route, whatever the role; its owner reads it', async () => {
  await withNode(async (node) => {
    const here = await openTestServer(node)
    const { ana, looks } = await prepare(node, here)
    const people = async (name: string, place: typeof own, some: readonly Role[]) => {
      const enrolled: [Role, Enrolled][] = []
      for (const role of some) {
        enrolled.push([role, await enrolAt(node, here, `${name}-of-${role}`, role, place)])
      }
      return new Map(enrolled)
    }
    const every = Object.keys(roles) as Role[]
    const others = await people('reader', other, every)
    const owners = await people('owner', own, ['linkage-officer', 'protection-officer'])
    owners.set('data-officer', ana)
    const read = async ({ browser }: Pick<Enrolled, 'browser'>, url: string) => {
      const answer = await browser.get(url)
      const isIn = canary.test(saidBy(answer.rawPayload))
      return { status: answer.statusCode, isIn }
    }

    const leaks: string[] = []
    const unseen: string[] = []
    for (const [route, { urls, owner, closed, everywhere = [] }] of Object.entries(looks)) {
      for (const url of urls) {
        for (const [role, person] of others) {
          if (everywhere.includes(role)) continue
          const { status, isIn } = await read(person, url)
          const isKept = closed ? [403, 404].includes(status) : status < 500
          if (isIn || !isKept) leaks.push(`${role}: ${url}: ${status}`)
        }
        if ((await read({ browser: here.browser() }, url)).isIn) leaks.push(`nobody: ${url}`)
      }
      if (owner === undefined) continue
      const seen = await Promise.all(urls.map((url) => read(owners.get(owner)!, url)))
      if (!seen.some(({ isIn }) => isIn)) unseen.push(route)
    }
    expect({ leaks, unseen }).toEqual({ leaks: [], unseen: [] })

    const unknown = listRoutes(here.server)
      .filter(({ method, url }) => method === 'GET' && !Object.hasOwn(looks, url))
      .filter(({ url }) => !Object.keys(ofNobody).some((each) => new RegExp(`^${each}`).test(url)))
      .map(({ url }) => url)
    expect(unknown).toEqual([])
    await here.close()
  })
}, 240_000)
