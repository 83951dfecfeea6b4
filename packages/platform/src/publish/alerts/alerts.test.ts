import { expect, test } from 'vitest'
import { anonymous, readEntry, type Actor } from '@caudal/methods/govern'
import { parseTableSpec } from '@caudal/methods/publish'
import { openTestServer, type Enrolled, type TestServer } from '../../app/server/testing-server.ts'
import { getAccount } from '../../govern/accounts/account.ts'
import { actorOf } from '../../govern/accounts/actor-of-account.ts'
import { putDocument } from '../../govern/registers/service.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { statistician } from '../../govern/testing-actors.ts'
import { buildCubes } from '../../measure/service.ts'
import { receiveFacts } from '../../measure/testing-facts.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { writeRelease } from '../release/release-folder.ts'
import { insertEvent, insertRelease } from '../release/releases.ts'
import { planOfTemplate } from '../release/templates.ts'
import { createPublishService } from '../service.ts'
import { createMailer, type Mailer } from './mailer.ts'
import { openMailbox, type Mailbox } from './testing-mailbox.ts'
import { createAlertWatch } from './watch.ts'

/** Crossings of a month, observed: persons, whose figures are perturbed for everybody. */
async function receiveMonth(node: CaudalNode, month: string, count: number): Promise<void> {
  await receiveFacts(node, {
    recordType: 'movement',
    dataset: 'posts',
    sql: `select 'SLV' as country, date '${month}-01' + (i % 28)::integer as crossed_on,
      'arrival' as direction, 'HND' as citizenship, 1941 + i % 60 as birth_year
      from range(${count}) as drawn(i)`,
  })
  await buildCubes(node, statistician, { only: ['movements'] })
}

/** A release of crossings as it stands after both officers have decided. */
async function release(node: CaudalNode, period: string, publishAt: string): Promise<string> {
  const plan = planOfTemplate('monthly-flows', { country: 'SLV', period })
  const id = `${plan.series}-v1`
  writeRelease(node, id, new Map(), [])
  await insertRelease(node, {
    id,
    plan,
    vintage: 1,
    series: plan.series,
    template: 'monthly-flows',
    sources: [],
    findings: [],
    program: '0',
    manifestSha256: '',
    publicKey: '',
    draftedBy: 'one',
    owner: null,
    ownerCountry: null,
  })
  const decision = { releaseId: id, actor: 'other', successor: null, remark: null }
  await insertEvent(node.register, { ...decision, kind: 'approved', publishAt: null })
  await insertEvent(node.register, { ...decision, kind: 'scheduled', publishAt })
  return id
}

interface Scene {
  readonly node: CaudalNode
  readonly here: TestServer
  readonly mailbox: Mailbox
  readonly watch: (mailer?: Mailer) => ReturnType<typeof createAlertWatch>
}

async function withScene(work: (scene: Scene) => Promise<void>): Promise<void> {
  const mailbox = await openMailbox()
  await withNode(async (node) => {
    await receiveMonth(node, '2026-01', 900)
    await receiveMonth(node, '2026-02', 1000)
    const here = await openTestServer(node, { mail: mailbox.settings })
    const watch = (mailer = createMailer(mailbox.settings)) =>
      createAlertWatch(node, { mailer, now: here.clock.now, origin: () => 'https://node.example' })
    await work({ node, here, mailbox, watch })
    await here.close()
  })
  await mailbox.close()
}

const series = { cube: 'movements', query: 'columns=time.month&where=country:SLV' }
const above = { ...series, name: 'Busy', kind: 'above', threshold: 1100, basis: null }

async function confirmMail({ browser }: Enrolled, { mailbox }: Scene): Promise<void> {
  const before = mailbox.mails.length
  const asked = await browser.post('/api/publish/alerts/mail?language=en', {
    address: 'ana@example.org',
  })
  expect(asked.json()).toEqual({ offered: true, address: 'ana@example.org', confirmed: false })
  expect(mailbox.mails.length).toBe(before + 1)
  const code = /Your code is (\d{6})/.exec(mailbox.mails.at(-1)!.content)![1]!
  const wrong = await browser.post('/api/publish/alerts/mail/confirm', { code: '1' })
  expect(wrong.json()).toMatchObject({ code: 'alerts.code-wrong' })
  const done = await browser.post('/api/publish/alerts/mail/confirm', { code })
  expect(done.json()).toMatchObject({ confirmed: true })
}

/** A mail with its long lines in one, as programs read it. */
const unfolded = (content: string) => content.replace(/=\r\n/g, '').replace(/\r\n[ \t]+/g, ' ')

const feedOf = async ({ here }: Scene, { browser }: Enrolled) => {
  const { path } = (await browser.post('/api/publish/alerts/feed', {})).json<{ path: string }>()
  return async () => (await here.browser().get(path)).body
}

test('a threshold that a release meets is told once in the feed and in one mail, in figures that everybody may read', async () => {
  await withScene(async (scene) => {
    const { node, here, mailbox, watch } = scene
    // Exact figures are for this role; what alerts tell travels beyond it.
    const ana = await here.enrol('ana', ['statistician'], { country: 'SLV' })
    await putDocument(node, terminalActor('protection-officer'), {
      register: 'undertaking',
      id: 'ana',
      content: { account: ana.id, signedOn: '2026-01-01', until: '2099-01-01' },
      after: 0,
    })
    const set = await ana.browser.post('/api/publish/alerts', above)
    expect(set.json()).toMatchObject({ met: false, alert: { name: 'Busy', cube: 'movements' } })
    await ana.browser.post('/api/publish/alerts', {
      ...series,
      name: 'Growth',
      kind: 'change',
      threshold: 20,
      basis: 'previous',
    })
    await confirmMail(ana, scene)
    const readFeed = await feedOf(scene, ana)
    expect(await readFeed()).not.toContain('<entry>')

    await receiveMonth(node, '2026-03', 1400)
    const id = await release(node, '2026-03', '2026-11-28T12:05:00Z')
    expect(await watch().round()).toEqual({ releases: 0, notices: 0, mails: 0 })
    here.clock.advance(600)
    expect(await watch().round()).toEqual({ releases: 1, notices: 2, mails: 1 })
    expect(await watch().round()).toEqual({ releases: 0, notices: 0, mails: 0 })

    const reader = createPublishService(node)
    const newest = async (actor: Actor) => {
      const spec = parseTableSpec(new URLSearchParams(series.query))
      const { values } = await reader.measureTable(async () => actor, 'movements', spec, 'en')
      return values.at(-1)!
    }
    const everybodys = await newest(anonymous)
    expect(await newest(actorOf(await getAccount(node.register, ana.id)))).toBe(1400)
    const { notices } = (await ana.browser.get('/api/publish/alerts?language=en')).json<{
      notices: { name: string; told: string; release: string }[]
    }>()
    const shown = everybodys.toLocaleString('en').replace(',', '\u202f')
    expect(notices.map(({ name }) => name).sort()).toEqual(['Busy', 'Growth'])
    for (const { told } of notices) {
      expect(told.replace(/[\u00a0,]/g, '\u202f')).toContain(`March 2026: ${shown}`)
    }
    const feed = await readFeed()
    expect(feed.match(/<entry>/g)).toHaveLength(2)
    expect(feed).toContain('/en/saved#notice-')

    const { to, content } = mailbox.mails.at(-1)!
    expect(mailbox.mails).toHaveLength(2)
    expect(to).toBe('ana@example.org')
    const text = unfolded(content)
    expect(text).toContain('Busy')
    expect(text).toContain(`https://node.example/releases/${id}/en/index.html`)
    expect(text).toContain('List-Unsubscribe: <https://node.example/stop-alerts/')
    // The same figures in a later release are no news.
    await release(node, '2026-02', '2026-11-28T12:06:00Z')
    expect(await watch().round()).toEqual({ releases: 1, notices: 0, mails: 0 })
  })
})

test('a mail that fails is tried again later, is in the way of nothing, and is ended by its reader', async () => {
  await withScene(async (scene) => {
    const { node, here, mailbox, watch } = scene
    const ana = await here.enrol('ana', ['researcher'])
    await ana.browser.post('/api/publish/alerts', above)
    await confirmMail(ana, scene)
    const sent = mailbox.mails.length
    await receiveMonth(node, '2026-03', 1400)
    await release(node, '2026-03', '2026-11-28T12:00:00Z')
    mailbox.refuseWith(451)
    expect(await watch().round()).toEqual({ releases: 1, notices: 1, mails: 0 })
    mailbox.refuseWith(undefined)
    expect(await watch().round()).toMatchObject({ mails: 0 })
    here.clock.advance(61)
    expect(await watch().round()).toMatchObject({ mails: 1 })
    expect(mailbox.mails).toHaveLength(sent + 1)

    const text = unfolded(mailbox.mails.at(-1)!.content)
    const stop = /node\.example(\/stop-alerts\/[\w-]+)/.exec(text)![1]!
    const stranger = here.browser()
    const page = await stranger.get(stop)
    expect(page.body).toContain('<form method="post">')
    // Reading the page, as programs do with every link of a mail, ends nothing.
    expect((await ana.browser.get('/api/publish/alerts')).json()).toMatchObject({
      mail: { confirmed: true },
    })
    const ended = await stranger.send({
      method: 'POST',
      url: stop,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': '' },
      payload: 'List-Unsubscribe=One-Click',
    })
    expect([ended.statusCode, ended.body.includes('No more alerts are sent')]).toEqual([200, true])
    expect((await ana.browser.get('/api/publish/alerts')).json()).toMatchObject({
      mail: { address: null, confirmed: false },
    })
    const forged = await stranger.get(`${stop.slice(0, -1)}${stop.endsWith('A') ? 'B' : 'A'}`)
    expect(forged.json()).toMatchObject({ code: 'alerts.address-gone' })
  })
})

test('what is no series, or no threshold, is refused, and others’ alerts and feeds are nobody else’s', async () => {
  await withScene(async (scene) => {
    const { node, here } = scene
    const ana = await here.enrol('ana', ['researcher'])
    here.clock.advance(60)
    const other = await here.enrol('eva', ['researcher'])
    const codeOf = async (given: object) =>
      (await ana.browser.post('/api/publish/alerts', { ...above, ...given })).json<{
        code: string
      }>().code
    expect(await codeOf({ query: 'rows=direction&columns=time.month' })).toBe('alerts.not-a-series')
    expect(await codeOf({ query: 'columns=direction' })).toBe('alerts.not-a-series')
    expect(await codeOf({ query: 'columns=time.month&show=change' })).toBe('alerts.not-a-series')
    expect(await codeOf({ query: 'columns=time.year' })).toBe('alerts.no-figure')
    expect(await codeOf({ query: 'columns=time.month&where=country:XXX' })).toBe(
      'protect.population-small',
    )
    expect(await codeOf({ kind: 'change', threshold: 0, basis: 'year' })).toBe(
      'alerts.threshold-wrong',
    )
    expect(await codeOf({ kind: 'above', basis: 'year' })).toBe('alerts.threshold-wrong')
    expect(await codeOf({ name: '  ' })).toBe('alerts.name-empty')
    const { alert } = (await ana.browser.post('/api/publish/alerts', above)).json<{
      alert: { id: string }
    }>()
    const taken = await other.browser.delete(`/api/publish/alerts/${alert.id}`)
    expect(taken.json()).toMatchObject({ code: 'alerts.unknown' })
    const readFeed = await feedOf(scene, ana)
    expect(await readFeed()).toContain('alerts of ana')
    await ana.browser.delete('/api/publish/alerts/feed')
    expect(await readFeed()).toContain('alerts.address-gone')
    expect((await ana.browser.delete(`/api/publish/alerts/${alert.id}`)).statusCode).toBe(204)

    const rows = await node.register.query<{ entry: string }>(
      `select entry from audit_entries where entry like '%alert%' order by index`,
    )
    const acts = rows.map(({ entry }) => readEntry(entry)!)
    expect(acts.map(({ subject, details }) => [subject, details?.['act']])).toEqual([
      [`alert:${alert.id}`, 'set'],
      ['alerts:feed', 'made'],
      ['alerts:feed', 'ended'],
      [`alert:${alert.id}`, 'removed'],
    ])
  })
})
