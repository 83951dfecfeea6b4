import { readEntry } from '@caudal/methods/govern'
import { describe, expect, test } from 'vitest'
import { AuditLog } from '../../govern/audit/audit-log.ts'
import { verifyLog } from '../../govern/audit/service.ts'
import { stateOfBackups } from '../../govern/backup/known-backups.ts'
import { confirmClock, noteClock } from '../../govern/clock/service.ts'
import { isRetentionDue } from '../../govern/retention/service.ts'
import { createReleaseCalendar } from '../../publish/calendar/service.ts'
import { insertEvent, insertRelease } from '../../publish/release/releases.ts'
import { createReleaseService } from '../../publish/release/service.ts'
import { statesOf } from '../../publish/release/release-state.ts'
import { withNode } from '../../store/testing.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { publisher, statistician } from '../../govern/testing-actors.ts'
import { openTestServer, testClock } from './testing-server.ts'

const day = 86_400

describe('a clock that is set back or forward by a day', () => {
  test('lets no token, link or wait last longer, and keeps nobody out for longer than a quarter of an hour', async () => {
    await withNode(async (node) => {
      const here = await openTestServer(node)
      const { clock, browser } = here
      const ana = await here.enrol('ana', ['statistician'])
      const made = await ana.browser.post('/api/govern/account/tokens', {
        label: 'nightly',
        operations: ['measure.read'],
        purposes: [],
        days: 2,
      })
      expect(made.statusCode).toBe(200)
      const { secret } = made.json<{ secret: string }>()
      const withToken = async () => {
        const headers = { authorization: `Bearer ${secret}`, cookie: '' }
        return (await browser().send({ method: 'GET', url: '/api/cubes', headers })).statusCode
      }
      expect(await withToken()).toBe(200)
      clock.advance(-day)
      expect(await withToken()).toBe(401)
      clock.advance(day)
      expect(await withToken()).toBe(200)

      // wrong passwords, until one waits
      const guess = async () => {
        const tried = await browser().post('/api/govern/sign-in', { name: 'ana', password: 'no' })
        return tried.json<{ code: string; seconds?: number }>()
      }
      let answer = await guess()
      for (let tries = 0; tries < 12 && answer.code !== 'govern.accounts.wait'; tries += 1) {
        clock.advance(30)
        for (let each = 0; each < 3; each += 1) answer = await guess()
      }
      expect(answer.code).toBe('govern.accounts.wait')
      clock.advance(-day)
      // the day is lived again, and the wait is not a day longer
      const again = await guess()
      expect(again.code === 'govern.accounts.wait' ? again.seconds! : 0).toBeLessThanOrEqual(900)
      clock.advance(900)
      expect((await guess()).code).not.toBe('govern.accounts.wait')
      clock.advance(day - 900)

      clock.advance(3 * day)
      expect(await withToken()).toBe(401)
      const cookie = await ana.browser.get('/api/govern/account')
      expect(cookie.json<{ account: unknown }>().account).toBeNull()
      await here.close()
    })
  })

  test('leaves the audit log in its order, and whole', async () => {
    await withNode(async (node) => {
      const clock = testClock('2026-06-15T12:00:00Z')
      const log = new AuditLog(node, () => clock.now())
      const actor = terminalActor('administrator')
      const note = (subject: string) =>
        log.append({ actor, action: 'govern.backup', outcome: 'done', subject })
      const places: number[] = []
      for (const [subject, jump] of [
        ['first', -day],
        ['second', 2 * day],
        ['third', -400 * day],
        ['fourth', 0],
      ] as const) {
        places.push((await note(subject)).index)
        clock.advance(jump)
      }
      expect(places).toEqual([0, 1, 2, 3])
      const entries = await node.register.query<{ entry: string }>(
        'select entry from audit_entries order by index',
      )
      expect(entries.map(({ entry }) => /first|second|third|fourth/.exec(entry)?.[0])).toEqual([
        'first',
        'second',
        'third',
        'fourth',
      ])
      const proof = await log.proveConsistency(1, 4)
      expect(proof).toBeDefined()
      expect((await verifyLog(node, terminalActor('auditor'))).findings).toEqual([])
    })
  })

  test('neither stops the daily run of retention nor lets a backup from the future seem new', async () => {
    await withNode(async (node) => {
      const now = new Date('2026-06-15T12:00:00Z')
      await node.register.query(
        `insert into retention_runs (kind, actor, day, process, started_at, ended_at, outcome)
         values ('daily', 'node', '2027-06-15', 'x', $1, $1, 'failed')`,
        ['2027-06-15T11:50:00Z'],
      )
      expect(await isRetentionDue(node, new Date('2027-06-15T12:00:00Z'))).toBe(false)
      expect(await isRetentionDue(node, now)).toBe(true)
      const from = (newest: string) =>
        stateOfBackups({ kept: 1, oldest: newest, newest, holdErased: false }, now)
      expect(from('2026-06-15T02:00:00.000Z')).toBe('recent')
      expect(from('2026-06-13T02:00:00.000Z')).toBe('old')
      expect(from('2027-06-15T02:00:00.000Z')).toBe('old')
    })
  })

  test('set forward ends no embargo: time goes on as the machine counts it, until a publisher says it is right', async () => {
    await withNode(async (node) => {
      await insertRelease(node, {
        id: 'r-v1',
        series: 'r',
        vintage: 1,
        template: 'own',
        plan: { series: 'r', title: { es: 'R', en: 'R', fr: 'R' }, figures: [] } as never,
        sources: [],
        findings: [],
        program: '1',
        manifestSha256: 'x',
        publicKey: 'x',
        draftedBy: 'ana',
        owner: null,
        ownerCountry: null,
      })
      const start = Date.now()
      let now = new Date(start)
      const service = createReleaseService(node, { now: () => now })
      const decided = { releaseId: 'r-v1', actor: 'berta', successor: null, remark: null }
      await insertEvent(node.register, { ...decided, kind: 'approved', publishAt: null })
      const publishAt = new Date(start + 3_600_000).toISOString()
      await insertEvent(node.register, { ...decided, kind: 'scheduled', publishAt })
      const calendar = createReleaseCalendar(node, { now: () => now })
      const publicIds = async () => [
        (await service.listPublic()).length,
        (await calendar.readPublic()).out.length,
      ]
      // the node runs, and its clock is believed
      expect(await noteClock(node.register, now)).toMatchObject({ aheadSeconds: 0 })
      now = new Date(start + 2 * 3_600_000)
      expect(await publicIds()).toEqual([0, 0])
      expect((await service.get(publisher, 'r-v1')).state).toBe('scheduled')
      // looking on does not make it believed, nor is anything published by that clock
      expect((await noteClock(node.register, now)).aheadSeconds).toBeGreaterThan(7000)
      await expect(service.publish(publisher, 'r-v1')).rejects.toMatchObject({
        code: 'release.clock-doubtful',
      })
      // set right again, it is believed as before; set back, it is not remembered
      now = new Date(start - 3_600_000)
      expect((await noteClock(node.register, now)).aheadSeconds).toBe(0)
      now = new Date(start + 2 * 3_600_000)
      expect(await publicIds()).toEqual([0, 0])
      await expect(confirmClock(node, statistician, now)).rejects.toMatchObject({
        code: 'policy.role-lacks-operation',
      })
      expect(await confirmClock(node, publisher, now)).toBeGreaterThan(7000)
      expect(await publicIds()).toEqual([1, 1])
      const [row] = await node.register.query<{ entry: string }>(
        'select entry from audit_entries order by index desc limit 1',
      )
      expect(readEntry(row!.entry)).toMatchObject({
        action: 'publish.release',
        subject: 'clock',
        details: { act: 'confirm-clock' },
      })
    })
  })

  test('closes a release again whose embargo has not ended', () => {
    const recorded = [{ id: 'r', series: 's', vintage: '2026' }] as never
    const events = [
      { releaseId: 'r', kind: 'approved', actor: 'b' },
      { releaseId: 'r', kind: 'scheduled', actor: 'b', publishAt: '2026-06-15T12:00:00.000Z' },
    ] as never
    const at = (moment: string) => statesOf(recorded, events, new Date(moment))[0]!.state
    expect(at('2026-06-15T11:59:59Z')).toBe('scheduled')
    expect(at('2026-06-15T12:00:00Z')).toBe('published')
    expect(at('2026-06-14T12:00:00Z')).toBe('scheduled')
  })
})
