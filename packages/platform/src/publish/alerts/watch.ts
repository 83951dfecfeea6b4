import { randomUUID } from 'node:crypto'
import type { Language } from '@caudal/methods/vocabulary'
import { readClock } from '../../govern/clock/service.ts'
import type { CaudalNode } from '../../store/index.ts'
import { isPublic, statesOf, type Release } from '../release/release-state.ts'
import { listEvents, listRecorded } from '../release/releases.ts'
import { createPublishService, type PublishService } from '../service.ts'
import type { Mailer } from './mailer.ts'
import { sendDue } from './send-due.ts'
import { isMet, newestOf, openSeries, type Basis, type Newest, type Threshold } from './series.ts'

export interface AlertWatchOptions {
  readonly publish?: PublishService
  /** Absent where the node sends no mail. */
  readonly mailer?: Mailer | undefined
  readonly now?: () => Date
  /** Scheme and host by which people reach the node. */
  readonly origin: () => string
  /** Told of what failed and is tried again, without addresses. */
  readonly warn?: (fault: unknown) => void
}

/** Looks at every alert once for each release that comes out, and sends the mails that are due. */
export interface AlertWatch {
  /** @returns releases looked at, notices told, mails sent */
  round(): Promise<{ releases: number; notices: number; mails: number }>
}

interface Watched extends Threshold {
  readonly id: string
  readonly account: string
  readonly language: Language
  readonly cube: string
  readonly query: string
  readonly seenPeriod: string | null
  readonly seenFigure: number | null
}

/**
 * Nothing tells when a release is out: its hour comes by itself. So the watch asks, and what it has
 * looked at is in the register: a node that was down catches up, and nobody is told twice.
 */
export function createAlertWatch(
  node: CaudalNode,
  {
    publish = createPublishService(node),
    mailer,
    now = () => new Date(),
    origin,
    warn = () => {},
  }: AlertWatchOptions,
): AlertWatch {
  const lookAt = async (release: Release): Promise<number> => {
    const cubes = [...new Set(release.plan.figures.map(({ cube }) => cube))]
    const watched = await node.register.query<Watched>(
      `select a.id::text, a.account::text, o.language, a.cube, a.query, a.kind, a.threshold, a.basis,
         a.seen_period as "seenPeriod", a.seen_figure as "seenFigure"
       from alerts as a join accounts as o on o.id = a.account
       where a.cube = any ($1) and o.status = 'active' order by a.set_at, a.id`,
      [cubes],
    )
    const found = await readAll(publish, watched, warn)
    return node.register.transaction(async (transaction) => {
      const [begun] = await transaction.query(
        `insert into alert_rounds (release, at) values ($1, $2) on conflict do nothing
         returning release`,
        [release.id, now().toISOString()],
      )
      if (begun === undefined) return 0
      const told = new Set<string>()
      let notices = 0
      for (const alert of watched) {
        const newest = found.get(alert.id)
        if (newest === undefined) continue
        const { period, figure } = newest
        if (period === alert.seenPeriod && figure === alert.seenFigure) continue
        await transaction.query(
          'update alerts set seen_period = $2, seen_figure = $3 where id = $1',
          [alert.id, period, figure],
        )
        if (!isMet(alert, newest)) continue
        const change = alert.kind === 'change' ? newest.change[alert.basis as Basis] : null
        await transaction.query(
          `insert into alert_notices (id, alert, release, period, figure, change, told_at)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [randomUUID(), alert.id, release.id, period, figure, change, now().toISOString()],
        )
        told.add(alert.account)
        notices += 1
      }
      await transaction.query(
        `insert into alert_mails (account, release, due_at)
         select account, $2, $3 from alert_readers
         where account::text = any ($1) and mail_confirmed_at is not null on conflict do nothing`,
        [[...told], release.id, now().toISOString()],
      )
      return notices
    })
  }

  return {
    async round() {
      let notices = 0
      const { time } = await readClock(node.register, now())
      const releases = await unseenReleases(node, new Date(time))
      for (const release of releases) notices += await lookAt(release)
      const mails = mailer
        ? await sendDue(node, { publish, mailer, now, warn, origin: origin() })
        : 0
      return { releases: releases.length, notices, mails }
    },
  }
}

/** Releases that are out and that no round was made for, in the order in which they came out. */
async function unseenReleases(node: CaudalNode, now: Date): Promise<Release[]> {
  const waiting = await node.register.query<{ id: string }>(
    `select distinct e.release_id as id from release_events as e
     where e.kind = 'scheduled' and e.publish_at <= $1
       and not exists (select from alert_rounds as r where r.release = e.release_id)`,
    [now.toISOString()],
  )
  if (waiting.length === 0) return []
  const ids = new Set(waiting.map(({ id }) => id))
  const [recorded, events] = await Promise.all([
    listRecorded(node.register),
    listEvents(node.register),
  ])
  return statesOf(recorded, events, now)
    .filter((release) => isPublic(release) && ids.has(release.id))
    .sort((a, b) => (a.publishAt ?? '').localeCompare(b.publishAt ?? ''))
}

/** The newest figure of each alert's series; a series that cannot be read any more tells nothing. */
async function readAll(
  publish: PublishService,
  watched: readonly Watched[],
  warn: (fault: unknown) => void,
): Promise<Map<string, Newest>> {
  const found = new Map<string, Newest>()
  if (watched.length === 0) return found
  // Figures are the same in every language.
  const read = await openSeries(publish, 'es')
  const series = new Map<string, Promise<Newest | undefined>>()
  for (const { id, cube, query } of watched) {
    const key = `${cube}\n${query}`
    const known = series.get(key) ?? read({ cube, query }).then(newestOf)
    series.set(key, known)
    try {
      const newest = await known
      if (newest !== undefined) found.set(id, newest)
    } catch (error) {
      warn(error)
    }
  }
  return found
}
