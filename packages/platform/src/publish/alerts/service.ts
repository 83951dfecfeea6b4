import { randomUUID } from 'node:crypto'
import type { Actor } from '@caudal/methods/govern'
import { printTableSpec, parseTableSpec } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { getAccount } from '../../govern/accounts/account.ts'
import { drawSecret } from '../../govern/accounts/drawn-secret.ts'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { actOf, authorise } from '../../govern/authorise.ts'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import { createPublishService, type PublishService } from '../service.ts'
import { accountOfFeed, writeAlertFeed } from './alert-feed.ts'
import { createMailAddresses, type MailAddresses, type MailState } from './mail-addresses.ts'
import type { Mailer } from './mailer.ts'
import { describeSeries, sayNotice, selectNotices, seriesPath, withTables } from './notices.ts'
import { alertRefusals } from './refusals.ts'
import {
  isMet,
  newestOf,
  openSeries,
  type Newest,
  type SeriesAddress,
  type Threshold,
} from './series.ts'

/** Thresholds that one account may set. */
const mostAlerts = 50
/** Per cent that a change may be asked for. */
const mostPercent = 10_000
/** Notices that a page shows. */
const noticesShown = 50

/** A series, and what is newest of it for everybody. */
export interface SeriesSeen extends Newest {
  readonly description: string
  readonly unit: string
  readonly decimals: number
  readonly synthetic: boolean
  /** The address of the page that shows it. */
  readonly path: string
}

/** A threshold of the actor's. */
export interface Alert extends SeriesAddress, Threshold {
  readonly id: string
  readonly name: string
  readonly setAt: string
}

export interface AlertList {
  readonly alerts: readonly (Alert & { readonly path: string })[]
  readonly notices: readonly {
    readonly id: string
    readonly name: string
    readonly told: string
    readonly toldAt: string
    readonly release: string
    readonly path: string
  }[]
  /** Whether there is an address at which the notices can be read without signing in. */
  readonly feed: boolean
  readonly mail: MailState
}

export interface AlertServiceOptions {
  readonly publish?: PublishService
  /** Absent where the node sends no mail. */
  readonly mailer?: Mailer | undefined
  readonly now?: () => Date
}

export interface AlertService extends MailAddresses {
  list(actor: Actor, language: Language): Promise<AlertList>
  /** What can be watched there. @throws {Refusal} alerts.not-a-series, alerts.no-figure */
  preview(actor: Actor, address: SeriesAddress, language: Language): Promise<SeriesSeen>
  /**
   * Sets a threshold. What meets it already is told by the answer and by no notice.
   *
   * @throws {Refusal} alerts.threshold-wrong, alerts.too-many, alerts.not-a-series, alerts.no-figure
   */
  set(
    actor: Actor,
    given: SeriesAddress & Threshold & { readonly name: string },
    language: Language,
  ): Promise<{ readonly alert: Alert; readonly met: boolean }>
  /** @throws {Refusal} alerts.unknown */
  remove(actor: Actor, id: string): Promise<void>
  /** Makes the address of the actor's feed anew; the one before leads nowhere. @returns its secret, told once */
  makeFeed(actor: Actor): Promise<string>
  endFeed(actor: Actor): Promise<void>
  /** The feed of whoever's secret it is. @throws {Refusal} alerts.address-gone */
  readFeed(secret: string, origin: string): Promise<{ xml: string; language: Language }>
}

/** Thresholds on series, and where their notices are read. */
export function createAlertService(
  node: CaudalNode,
  {
    publish = createPublishService(node),
    mailer,
    now = () => new Date(),
  }: AlertServiceOptions = {},
): AlertService {
  const addresses = createMailAddresses(node, { mailer, now })

  const note = (transaction: Queryable, actor: Actor, subject: string, act: string) =>
    auditLogOf(node).appendWithin(transaction, [
      actOf(actor, 'govern.own-account', { subject, details: { act } }),
    ])

  /** A question of the actor's day, answered as it is for everybody: no role counts here. */
  const look = async (actor: Actor, address: SeriesAddress, language: Language) => {
    const asker = { who: async () => ({ ...actor, roles: [] }), from: 'alerts' }
    const series = await (await openSeries(publish, language, asker))(address)
    const newest = newestOf(series)
    if (newest === undefined) throw alertRefusals.refuse('no-figure')
    return { newest, table: series.table }
  }

  return {
    ...addresses,
    async list(actor, language) {
      await authorise(node, actor, 'govern.own-account')
      const [alerts, notices, mail, [feed]] = await Promise.all([
        selectAlerts(node.register, actor.id),
        selectNotices(node.register, actor.id, { most: noticesShown }),
        addresses.mailState(actor),
        node.register.query<{ has: boolean }>(
          `select feed_digest is not null as has from alert_readers where account::text = $1`,
          [actor.id],
        ),
      ])
      const read = await openSeries(publish, language)
      const told = (await withTables(notices, read)).map(({ notice, table }) => {
        const { id, name, release, toldAt } = notice
        const path = seriesPath(notice, language)
        return { id, name, release, toldAt, path, told: sayNotice(notice, table, language) }
      })
      return {
        alerts: alerts.map((alert) => ({ ...alert, path: seriesPath(alert, language) })),
        notices: told,
        feed: feed?.has ?? false,
        mail,
      }
    },
    async preview(actor, address, language) {
      await authorise(node, actor, 'govern.own-account')
      const { newest, table } = await look(actor, address, language)
      const { unit, decimals } = table.measure
      return {
        ...newest,
        unit,
        decimals,
        synthetic: table.synthetic,
        description: describeSeries(table),
        path: seriesPath(address, language),
      }
    },
    async set(actor, { name: given, kind, threshold, basis, cube, query: written }, language) {
      await authorise(node, actor, 'govern.own-account')
      const name = given.normalize('NFC').replace(/\s+/g, ' ').trim()
      if (name === '') throw alertRefusals.refuse('name-empty')
      const isChange = kind === 'change'
      const fits = isChange ? threshold > 0 && threshold <= mostPercent : Number.isFinite(threshold)
      if (!fits || isChange !== (basis !== null)) {
        throw alertRefusals.refuse('threshold-wrong', { most: mostPercent })
      }
      const query = printTableSpec(parseTableSpec(new URLSearchParams(written)))
      const { newest } = await look(actor, { cube, query }, language)
      const id = randomUUID()
      await node.register.transaction(async (transaction) => {
        // Two at once would both find room.
        await transaction.query('select pg_advisory_xact_lock(hashtext($1))', [
          `alerts ${actor.id}`,
        ])
        if ((await selectAlerts(transaction, actor.id)).length >= mostAlerts) {
          throw alertRefusals.refuse('too-many', { most: mostAlerts })
        }
        await transaction.query(
          `insert into alerts (id, account, name, cube, query, kind, threshold, basis, set_at,
             seen_period, seen_figure)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [
            id,
            actor.id,
            name,
            cube,
            query,
            kind,
            threshold,
            basis,
            now().toISOString(),
            newest.period,
            newest.figure,
          ],
        )
        await note(transaction, actor, `alert:${id}`, 'set')
      })
      const kept = await selectAlerts(node.register, actor.id)
      const met = isMet({ kind, threshold, basis }, newest)
      return { alert: kept.find((each) => each.id === id)!, met }
    },
    async remove(actor, id) {
      await authorise(node, actor, 'govern.own-account')
      const kept = await selectAlerts(node.register, actor.id)
      if (!kept.some((each) => each.id === id)) throw alertRefusals.refuse('unknown')
      await node.register.transaction(async (transaction) => {
        await transaction.query('delete from alerts where account = $1 and id = $2', [actor.id, id])
        await note(transaction, actor, `alert:${id}`, 'removed')
      })
    },
    async makeFeed(actor) {
      await authorise(node, actor, 'govern.own-account')
      const { secret, digest } = drawSecret('feed')
      await node.register.transaction(async (transaction) => {
        await transaction.query(
          `insert into alert_readers (account, feed_digest) values ($1, $2)
           on conflict (account) do update set feed_digest = excluded.feed_digest`,
          [actor.id, digest],
        )
        await note(transaction, actor, 'alerts:feed', 'made')
      })
      return secret
    },
    async endFeed(actor) {
      await authorise(node, actor, 'govern.own-account')
      await node.register.transaction(async (transaction) => {
        await transaction.query(
          'update alert_readers set feed_digest = null where account::text = $1',
          [actor.id],
        )
        await note(transaction, actor, 'alerts:feed', 'ended')
      })
    },
    async readFeed(secret, origin) {
      const id = await accountOfFeed(node.register, secret)
      if (id === undefined) throw alertRefusals.refuse('address-gone')
      const account = await getAccount(node.register, id)
      const { language } = account
      const notices = await selectNotices(node.register, id, { most: 100 })
      const read = await openSeries(publish, language)
      const xml = await writeAlertFeed(notices, read, { account, origin, secret })
      return { xml, language }
    },
  }
}

function selectAlerts(register: Queryable, account: string): Promise<Alert[]> {
  return register.query<Alert>(
    `select id::text, name, cube, query, kind, threshold, basis,
       to_char(set_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "setAt"
     from alerts where account::text = $1 order by set_at, id`,
    [account],
  )
}
