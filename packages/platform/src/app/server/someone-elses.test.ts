import { expect, test } from 'vitest'
import type { Role } from '@caudal/methods/govern'
import { ximena } from '../../collect/forms/testing-entries.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { listRoutes } from './guard.ts'
import {
  enrolAt,
  makeBelongings,
  other,
  own,
  today,
  type Belongings,
} from './testing-belongings.ts'
import { openTestServer, type Enrolled } from './testing-server.ts'

/** Routes whose objects belong to no institution and no person, and why nobody is kept from them. */
const ofTheNode: Readonly<Record<string, string>> = {
  '/api/govern/accounts': 'an administrator keeps every account of the node',
  '/api/govern/derogations/:id$':
    'one asks for a derogation of anybody’s records; who grants it is bound',
  '/api/govern/assessments': 'an assessment is of the whole node, and approved by another person',
  '/api/collect/codes': 'codes are the node’s own, of every institution in it',
  '/api/link/decisions': 'bound by the circle of the run: own-circle, and tested with linkage',
  '/api/learn': 'the address names a course; whose progress it is, the session says',
  '/sdmx': 'the services take no writing',
}

/** Every row of the register that somebody could have changed, as one text for each table. */
async function allRows(node: CaudalNode): Promise<Record<string, string>> {
  const tables = await node.register.query<{ name: string }>(
    `select c.relname as name from pg_class as c
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and c.relname !~ '^(audit|clock|schema)' order by 1`,
  )
  const rows: Record<string, string> = {}
  for (const { name } of tables) {
    const [row] = await node.register.query<{ text: string }>(
      // when a session was last seen is written by being seen
      `select coalesce(md5(string_agg(row, ' ' order by row)), '') as text from (
         select (to_jsonb(t) - array['seen_at', 'last_seen_at', 'last_used_at'])::text as row from "${name}" as t
       ) as rows`,
    )
    rows[name] = row!.text
  }
  return rows
}

/** Drafting, deciding on and announcing sheets of a country. */
function attacksOnReleases({
  draft,
  approved,
  out,
  announced: series,
}: Belongings['releases']): readonly Attack[] {
  const releases = '/api/publish/releases'
  const calendar = '/api/publish/calendar'
  const decide = (id: string, verb: string, body: object = {}): Attack => ({
    role: 'publisher',
    method: 'POST',
    route: `${releases}/:id/${verb}`,
    ids: { id },
    body,
  })
  const announced = (verb: string, body: object): Attack => ({
    ...decide('', verb, body),
    route: `${calendar}/:series/${verb}`,
    ids: { series },
  })
  const sheet = { template: 'yearly-profile', country: own.country, period: '2020' }
  return [
    { ...decide('', '', sheet), role: 'statistician', route: releases, ids: {} },
    { ...decide('', '', { ...sheet, due: '2099-01' }), route: calendar, ids: {} },
    decide(draft, 'approve'),
    decide(draft, 'reject'),
    decide(approved, 'publish', { at: '2099-01-01T00:00:00Z' }),
    decide(approved, 'reject'),
    decide(out, 'supersede', { successor: out }),
    announced('move', { due: '2099-02', reason: 'mine' }),
    announced('withdraw', { reason: 'mine' }),
  ]
}

interface Attack {
  readonly role: Role
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** The address of the route, and what stands for its parameters: the numbers of what is somebody else's. */
  readonly route: string
  readonly ids: Readonly<Record<string, string>>
  readonly body?: object
}

/** How each of the belongings could be touched by another. */
function attacksOn(belongings: Belongings): readonly Attack[] {
  const {
    submission,
    form,
    entry,
    duty,
    batch,
    token,
    session,
    passkey,
    asked,
    records,
    releases,
  } = belongings
  const officer = 'protection-officer' as const
  const sender = { role: 'data-officer' as const, ids: { id: submission, from: '0' } }
  const filler = { role: 'data-officer' as const, ids: { id: form, entry } }
  const post = { method: 'POST' as const }
  const request = (name: string, act: string, body: object = {}): Attack => ({
    role: officer,
    ...post,
    route: `/api/govern/requests/:id/${act}`,
    ids: { id: name },
    body,
  })
  const submissions = '/api/collect/submissions/:id'
  const forms = '/api/collect/forms/:id'
  return [
    ...attacksOnReleases(releases),
    { ...sender, method: 'PUT', route: `${submissions}/parts/:from` },
    { ...sender, ...post, route: `${submissions}/suggestion`, body: {} },
    {
      ...sender,
      method: 'PUT',
      route: `${submissions}/profile`,
      body: { revision: 0, profile: {} },
    },
    { ...sender, ...post, route: `${submissions}/work`, body: { work: 'try' } },
    { ...sender, method: 'DELETE', route: `${submissions}/work` },
    { ...sender, method: 'DELETE', route: submissions },
    {
      ...filler,
      ...post,
      route: `${forms}/mapping`,
      body: { recordType: 'return', dataset: 'x', licence: 'x', fields: {} },
    },
    { ...filler, ...post, route: `${forms}/withdrawal`, body: { because: 'mine' } },
    { ...filler, method: 'PUT', route: `${forms}/entries/:entry`, body: { answers: ximena } },
    { ...filler, role: 'entry-clerk', method: 'DELETE', route: `${forms}/entries/:entry` },
    { ...filler, ...post, route: `${forms}/hand-in`, body: {} },
    {
      role: 'statistician',
      ...post,
      route: '/api/collect/calendar/:id/end',
      ids: { id: duty },
      body: { until: today },
    },
    {
      role: 'data-officer',
      ...post,
      route: '/api/collect/batches/:id/withdrawal',
      ids: { id: String(batch) },
      body: { because: 'mine' },
    },
    {
      role: 'data-officer',
      method: 'DELETE',
      route: '/api/govern/account/tokens/:id',
      ids: { id: token },
    },
    {
      role: 'data-officer',
      method: 'DELETE',
      route: '/api/govern/account/passkeys/:id',
      ids: { id: passkey },
    },
    {
      role: 'data-officer',
      method: 'DELETE',
      route: '/api/govern/account/sessions/:id',
      ids: { id: session },
    },
    {
      role: officer,
      method: 'PUT',
      route: '/api/govern/registers/:register/:id',
      ids: { register: 'request', id: 'access' },
      body: {
        after: 1,
        content: { ...asked, kind: 'access', records, state: 'refused', outcome: 'no' },
      },
    },
    {
      role: officer,
      method: 'PUT',
      route: '/api/govern/institutions/:id',
      ids: { id: own.institution },
      body: { after: 1, content: { name: 'Mine', country: 'GTM', contact: 'x@example.org' } },
    },
    request('access', 'answer'),
    request('none', 'none-held', { fields: { document_number: 'ZZ' } }),
    request('correction', 'correction', { values: { sex: 'female' } }),
    request('restriction', 'restriction'),
    request('held', 'lifting', { because: 'x' }),
    request('erasure', 'erasure'),
    { role: officer, ...post, route: '/api/govern/notices/:id/told', ids: { id: 'n1' }, body: {} },
    {
      role: officer,
      ...post,
      route: '/api/govern/notices/:id/acknowledged',
      ids: { id: 'n2' },
      body: {},
    },
    {
      role: officer,
      ...post,
      route: '/api/govern/agreements/:id/signature',
      ids: { id: 'a1' },
      body: { as: 'provider', version: 1 },
    },
    {
      role: officer,
      ...post,
      route: '/api/govern/derogations/:id/approval',
      ids: { id: 'd1' },
      body: { version: 1 },
    },
    {
      role: officer,
      ...post,
      route: '/api/govern/derogations/:id/revocation',
      ids: { id: 'd2' },
      body: {},
    },
    {
      role: 'data-officer',
      ...post,
      route: '/api/govern/derogations/:id/withdrawal',
      ids: { id: 'd2' },
      body: {},
    },
    {
      role: 'statistician',
      ...post,
      route: '/api/capacity/:country',
      ids: { country: 'HND' },
      body: { after: 0, answers: {} },
    },
  ]
}

/** Routes whose objects are somebody's, and that are attacked beside what the objects are about. */
const attackedElsewhere: Readonly<Record<string, string>> = {
  '/api/publish/views/:id': 'publish/views/views.test.ts',
  '/api/publish/alerts/:id': 'publish/alerts/alerts.test.ts',
  '/api/measure/breaks/:id/end': 'measure/breaks/breaks.test.ts',
  '/api/capacity/:country/versions/:version/publication': 'publish/capacity/capacity.test.ts',
}

test('What belongs to somebody else is changed by no route, whatever the role, and nothing is written', async () => {
  await withNode(async (node) => {
    const here = await openTestServer(node)
    const attacks = attacksOn(await makeBelongings(node, here))
    const attackers = new Map<Role, Enrolled>()
    for (const role of new Set(attacks.map((each) => each.role))) {
      const person = await enrolAt(node, here, `other-${role}`, role, other)
      attackers.set(role, person)
    }
    const before = await allRows(node)
    const passed: string[] = []
    for (const { role, method, route, ids, body } of attacks) {
      const url = route.replace(/:(\w+)/g, (_, name: string) => ids[name]!)
      const isPart = route.endsWith('/parts/:from')
      const answer = await attackers.get(role)!.browser.send({
        method,
        url,
        ...(isPart
          ? { payload: Buffer.from('a,b'), headers: { 'content-type': 'application/octet-stream' } }
          : body === undefined
            ? {}
            : { payload: body }),
      })
      const { code = '' } = answer.body === '' ? {} : answer.json<{ code?: string }>()
      // refused for whose it is, or as if it were not there: never for how the body is written
      const isRefused = [403, 404].includes(answer.statusCode) || /not-asked|unknown/.test(code)
      if (!isRefused) passed.push(`${method} ${route}: ${answer.statusCode} ${code}`)
      expect([method, route, await allRows(node)]).toEqual([method, route, before])
    }
    expect(passed).toEqual([])

    const known = new Set(attacks.map(({ method, route }) => `${method} ${route}`))
    const unattacked = listRoutes(here.server)
      .filter(({ method, url }) => !['GET', 'HEAD'].includes(method) && /[:*]/.test(url))
      .filter(({ access }) => !(access !== undefined && 'open' in access))
      .filter(({ method, url }) => !known.has(`${method} ${url}`))
      .filter(({ url }) => !Object.hasOwn(attackedElsewhere, url))
      .filter(({ url }) => !Object.keys(ofTheNode).some((each) => new RegExp(`^${each}`).test(url)))
      .map(({ method, url }) => `${method} ${url}`)
    expect(unattacked).toEqual([])
    await here.close()
  })
}, 180_000)
