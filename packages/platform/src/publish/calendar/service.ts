import type { Actor } from '@caudal/methods/govern'
import { isDate } from '@caudal/methods/collect'
import type { Text } from '@caudal/methods/vocabulary'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { actOf, authorise, heed } from '../../govern/authorise.ts'
import { readClock } from '../../govern/clock/service.ts'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import { isPublic, statesOf, type Release } from '../release/release-state.ts'
import { listEvents, listRecorded } from '../release/releases.ts'
import { announcementDecisions } from '../release/release-country.ts'
import { planOfTemplate, type TemplateParameters } from '../release/templates.ts'
import {
  announcementsOf,
  comingReleases,
  type Announcement,
  type AnnouncementEntry,
  type ComingRelease,
} from './planned-releases.ts'
import { calendarRefusals } from './refusals.ts'

/** What everybody may read: what is out, and of what comes the title and the time. */
export interface PublicCalendar {
  readonly coming: readonly ComingRelease[]
  readonly out: readonly Release[]
}

export interface OwnedAnnouncement extends Announcement {
  readonly isOwn: boolean
}

export interface ReleaseCalendar {
  readPublic(): Promise<PublicCalendar>
  /** Those that stand; `isOwn`: whether it is the actor's country that decides on it. */
  list(actor: Actor): Promise<OwnedAnnouncement[]>
  /** Announces the sheet of a template for a day or month. @throws Refusal of templates and of the calendar */
  announce(
    actor: Actor,
    template: string,
    parameters: TemplateParameters,
    due: string,
  ): Promise<OwnedAnnouncement[]>
  /** Gives an announcement another date; what it was announced for stays to be seen, with the reason. */
  move(actor: Actor, series: string, due: string, reason: string): Promise<OwnedAnnouncement[]>
  withdraw(actor: Actor, series: string, reason: string): Promise<OwnedAnnouncement[]>
}

export interface ReleaseCalendarOptions {
  readonly now?: () => Date
}

/** The release calendar: what comes, announced before it is drafted, and what is out. */
export function createReleaseCalendar(
  node: CaudalNode,
  { now = () => new Date() }: ReleaseCalendarOptions = {},
): ReleaseCalendar {
  const read = async (register: Queryable) => {
    const recorded = await listRecorded(register)
    const events = await listEvents(register)
    const entries = await selectEntries(register)
    const { time } = await readClock(register, now())
    const releases = statesOf(recorded, events, new Date(time))
    return { releases, standing: announcementsOf(entries, releases, now()) }
  }

  const listFor = async (actor: Actor): Promise<OwnedAnnouncement[]> => {
    const { standing } = await read(node.register)
    const decide = announcementDecisions(node, actor)
    return await Promise.all(
      standing.map(async (each) => ({
        ...each,
        isOwn: (await decide(each.series)).outcome === 'allow',
      })),
    )
  }

  const change = async (
    actor: Actor,
    series: string,
    decide: (found: Announcement | undefined, releases: readonly Release[]) => Change,
  ) => {
    await node.register.transaction(async (transaction) => {
      // Two at once would both find it free.
      await transaction.query('select pg_advisory_xact_lock(hashtext($1))', [`calendar ${series}`])
      const { releases, standing } = await read(transaction)
      const { kind, title, due, reason } = decide(
        standing.find((each) => each.series === series),
        releases,
      )
      await transaction.query(
        `insert into release_announcements (series, kind, title, due, reason, actor)
         values ($1, $2, $3, $4, $5, $6)`,
        [series, kind, JSON.stringify(title), due, reason, actor.id],
      )
      await auditLogOf(node).appendWithin(transaction, [
        actOf(actor, 'publish.release', {
          subject: `announcement:${series}`,
          details: { act: kind, due },
        }),
      ])
    })
    return await listFor(actor)
  }

  /** An announcement is of the country of its sheet, like the release that will fulfil it. */
  const checkOwn = async (actor: Actor, series: string) => {
    const standing = (await read(node.register)).standing.some((each) => each.series === series)
    if (!standing) throw calendarRefusals.refuse('unknown', { series: series.slice(0, 80) })
    const subject = `announcement:${series}`
    const decision = await announcementDecisions(node, actor)(series)
    await heed(node, actor, 'publish.release', decision, { subject })
  }

  const checkDate = (due: string) => {
    const isReal = isDate(due.length === 7 ? `${due}-01` : due)
    if (!isReal || due < now().toISOString().slice(0, due.length)) {
      throw calendarRefusals.refuse('past', { due: due.slice(0, 40) })
    }
  }

  return {
    async readPublic() {
      const { releases, standing } = await read(node.register)
      return { coming: comingReleases(standing, releases), out: releases.filter(isPublic) }
    },
    async list(actor) {
      await authorise(node, actor, 'publish.review')
      return await listFor(actor)
    },
    async announce(actor, template, parameters, due) {
      await authorise(node, actor, 'publish.release')
      const { series, title } = planOfTemplate(template, parameters)
      const decision = await announcementDecisions(node, actor)(series)
      const subject = `announcement:${series}`
      await heed(node, actor, 'publish.release', decision, { subject })
      checkDate(due)
      return change(actor, series, (found, releases) => {
        if (found) throw calendarRefusals.refuse('standing', { series, due: found.due })
        if (releases.some((each) => each.series === series && each.state === 'scheduled')) {
          throw calendarRefusals.refuse('out', { series })
        }
        return { kind: 'announced', title, due, reason: null }
      })
    },
    async move(actor, series, due, reason) {
      await authorise(node, actor, 'publish.release', `announcement:${series}`)
      await checkOwn(actor, series)
      checkDate(due)
      return change(actor, series, (found) => {
        if (!found) throw calendarRefusals.refuse('unknown', { series: series.slice(0, 80) })
        return { kind: 'moved', title: found.title, due, reason }
      })
    },
    async withdraw(actor, series, reason) {
      await authorise(node, actor, 'publish.release', `announcement:${series}`)
      await checkOwn(actor, series)
      return change(actor, series, (found) => {
        if (!found) throw calendarRefusals.refuse('unknown', { series: series.slice(0, 80) })
        return { kind: 'withdrawn', title: found.title, due: found.due, reason }
      })
    },
  }
}

interface Change {
  readonly kind: AnnouncementEntry['kind']
  readonly title: Text
  readonly due: string
  readonly reason: string | null
}

function selectEntries(register: Queryable): Promise<AnnouncementEntry[]> {
  return register.query<AnnouncementEntry>(
    `select series, kind, title, due, reason, actor,
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from release_announcements order by id`,
  )
}
