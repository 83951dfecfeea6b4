import type { Role } from '@caudal/methods/govern'
import { importFile } from '../../collect/service.ts'
import { entering, entryNumber, keepMapped, ximena } from '../../collect/forms/testing-entries.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../../collect/testing-import.ts'
import { addVersion } from '../../govern/registers/documents.ts'
import { keeper } from '../../govern/testing-actors.ts'
import { insertEvent, insertRelease } from '../../publish/release/releases.ts'
import { planOfTemplate } from '../../publish/release/templates.ts'
import type { CaudalNode } from '../../store/index.ts'
import type { Enrolled, TestServer } from './testing-server.ts'

/** Whose it is, and whoever tries to come upon it: the same role, another institution, another country. */
export const own = { institution: 'hn-centro', country: 'HND' }
export const other = { institution: 'gt-igm', country: 'GTM' }
export const today = '2026-06-01'

interface Releases {
  readonly draft: string
  readonly approved: string
  readonly out: string
  /** A series that is announced. */
  readonly announced: string
}

/** One of everything that belongs to an institution or a person, by its number. */
export interface Belongings {
  /** The data officer whose they are. */
  readonly ana: Enrolled
  readonly submission: string
  readonly form: string
  readonly entry: string
  readonly duty: string
  readonly batch: number
  readonly token: string
  readonly session: string
  readonly passkey: string
  /** What the register holds of a request. */
  readonly asked: object
  readonly records: readonly { readonly batch: number; readonly record: string }[]
  readonly releases: Releases
}

/** A person of an institution, under an undertaking. */
export async function enrolAt(
  node: CaudalNode,
  here: TestServer,
  name: string,
  role: Role,
  place: typeof own,
): Promise<Enrolled> {
  here.clock.advance(60)
  const person = await here.enrol(name, [role], place)
  const content = { account: person.id, signedOn: '2020-01-01', until: '2099-12-31' }
  await addVersion(node.register, 'undertaking', name, content, 0, 'test')
  return person
}

/** A sheet of the own country as a draft, approved and out, and another that is announced. */
async function releasesOf(node: CaudalNode, drafter: string): Promise<Releases> {
  const place = { country: own.country, period: '2020-01' }
  const plan = planOfTemplate('monthly-flows', place)
  const [draft, approved, out] = [1, 2, 3].map((vintage) => `${plan.series}-v${vintage}`)
  for (const [at, id] of [draft!, approved!, out!].entries()) {
    await insertRelease(node, {
      id,
      series: plan.series,
      vintage: at + 1,
      template: plan.template,
      plan,
      sources: [],
      findings: [],
      program: '0',
      manifestSha256: '',
      publicKey: '',
      draftedBy: drafter,
      owner: own.institution,
      ownerCountry: own.country,
    })
    const decision = { releaseId: id, actor: 'berta', successor: null, remark: null }
    if (id === draft) continue
    await insertEvent(node.register, { ...decision, kind: 'approved', publishAt: null })
    if (id === approved) continue
    const publishAt = '2020-03-01T00:00:00Z'
    await insertEvent(node.register, { ...decision, kind: 'scheduled', publishAt })
  }
  const { series } = planOfTemplate('monthly-returns', place)
  await node.register.query(
    `insert into release_announcements (series, kind, title, due, actor)
     values ($1, 'announced', '{"es":"x","en":"x","fr":"x"}', '2099-01', 'berta')`,
    [series],
  )
  return { draft: draft!, approved: approved!, out: out!, announced: series }
}

/** Makes one of everything that belongs to somebody. */
export async function makeBelongings(node: CaudalNode, here: TestServer): Promise<Belongings> {
  const ana = await enrolAt(node, here, 'own-data-officer', 'data-officer', own)
  const id = async (path: string, body: object) => {
    const made = await ana.browser.post(path, body)
    if (made.statusCode >= 300) throw new Error(`${path}: ${made.body}`)
    return String(made.json<{ id: string | number }>().id)
  }
  const submission = await id('/api/collect/submissions', { fileName: 'a.csv', bytes: 3 })
  const form = String(await keepMapped(ana))
  const entry = entryNumber(1)
  const entered = await (await entering(ana, Number(form)))(entry, ximena)
  if (entered.statusCode !== 200) throw new Error(entered.body)
  const duty = await id('/api/collect/calendar', {
    institution: own.institution,
    dataset: 'crossings',
    every: 'month',
    graceDays: 1,
    from: '2020-01-01',
  })
  const { file, profile } = writeImport(crossings(crossing()), { profile: crossingsProfile() })
  const { batch } = await importFile(node, keeper, { file, profile })
  const owned = { owner: own.institution, country: own.country, activity: 'crossings' }
  await addVersion(node.register, 'dataset', 'crossings', owned, 0, 'test')
  const token = await id('/api/govern/account/tokens', {
    label: 'cron',
    operations: ['collect.import'],
    purposes: [],
    days: 30,
  })
  const [session] = await node.register.query<{ id: string }>(
    'select id::text as id from account_sessions where account = $1',
    [ana.id],
  )
  const passkey = 'a-passkey-of-ana'
  await node.register.query(
    `insert into account_passkeys (credential_id, account, public_key, counter, label, created_at)
     values ($1, $2, '\\x00', 0, 'x', now())`,
    [passkey, ana.id],
  )

  const asked = {
    receivedOn: today,
    dueOn: '2026-07-01',
    owner: own.institution,
    identityCheckedBy: 'berta',
    state: 'verified',
  }
  const records = [{ batch, record: '68719476737' }]
  for (const [name, content] of [
    ['access', { ...asked, kind: 'access', records }],
    ['correction', { ...asked, kind: 'correction', records }],
    ['restriction', { ...asked, kind: 'restriction', records }],
    ['erasure', { ...asked, kind: 'erasure', records }],
    ['none', { ...asked, kind: 'access', records: [] }],
    ['held', { ...asked, kind: 'restriction', records, state: 'done', outcome: 'restricted' }],
  ] as const) {
    await addVersion(node.register, 'request', name, content, 0, 'berta')
  }
  const notice = {
    request: 'access',
    about: 'erasure',
    recipient: own.institution,
    through: 'agreement:a1',
    dueOn: today,
  }
  await addVersion(node.register, 'notice', 'n1', notice, 0, 'berta')
  const told = { ...notice, told: { by: 'berta', on: today } }
  await addVersion(node.register, 'notice', 'n2', told, 0, 'berta')
  const agreement = {
    title: 'A',
    provider: own,
    recipient: { institution: 'hn-ine', country: 'HND' },
    purposes: ['statistics'],
    fields: { movement: ['sex'] },
    from: '2026-01-01',
    until: '2099-12-31',
    retentionDays: 30,
  }
  await addVersion(node.register, 'agreement', 'a1', agreement, 0, 'berta')
  const derogation = {
    requestedBy: ana.id,
    because: 'x',
    purpose: 'collection',
    recordType: 'movement',
    owner: own.institution,
    fields: ['sex'],
    until: '2099-01-01T00:00:00Z',
  }
  await addVersion(node.register, 'derogation', 'd1', derogation, 0, ana.id)
  const approved = { ...derogation, approvedBy: 'berta', approvedAt: '2026-01-01T00:00:00Z' }
  await addVersion(node.register, 'derogation', 'd2', approved, 0, ana.id)
  const releases = await releasesOf(node, ana.id)
  return {
    ana,
    submission,
    form,
    entry,
    duty,
    batch,
    token,
    session: session!.id,
    passkey,
    asked,
    records,
    releases,
  }
}
