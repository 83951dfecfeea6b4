import { createHash } from 'node:crypto'
import type { Language } from '@caudal/methods/vocabulary'
import type { CaudalNode } from '../../store/index.ts'
import { listRecorded } from '../release/releases.ts'
import type { PublishService } from '../service.ts'
import { stopToken } from './mail-addresses.ts'
import { MailFault, type Mail, type Mailer } from './mailer.ts'
import { describeSeries, sayNotice, selectNotices, seriesPath, withTables } from './notices.ts'
import { openSeries } from './series.ts'
import { alertWords } from './words.ts'

/** Minutes until the next try, after each that failed; then the mail is given up. */
const waits = [1, 5, 15, 60, 240, 720]
/** Mails sent in one pass, so that a pass ends. */
const mostAtOnce = 200
/** Notices that one mail tells. */
const mostTold = 50

/** Where mails of alerts are ended without signing in. */
export const stopPath = '/stop-alerts/'

interface DueMail {
  readonly account: string
  readonly release: string
  readonly tries: number
  readonly address: string
  readonly language: Language
  readonly name: string
}

interface Sending {
  readonly publish: PublishService
  readonly mailer: Mailer
  readonly now: () => Date
  readonly warn: (fault: unknown) => void
  readonly origin: string
}

/**
 * Sends the mails that are due. One that fails waits and is tried again; where the server itself is not
 * reached, the others wait for the next pass. Nothing of it is ever in the way of a release.
 *
 * @returns mails that the server took
 */
export async function sendDue(node: CaudalNode, sending: Sending): Promise<number> {
  const { mailer, now, warn } = sending
  const due = await node.register.query<DueMail>(
    `select m.account::text, m.release, m.tries, r.mail_address as address, a.language,
       a.shown_name as name
     from alert_mails as m
     join alert_readers as r on r.account = m.account
     join accounts as a on a.id = m.account
     where m.sent_at is null and m.given_up_at is null and m.due_at <= $1
       and r.mail_confirmed_at is not null and a.status = 'active'
     order by m.due_at, m.account limit $2`,
    [now().toISOString(), mostAtOnce],
  )
  if (due.length === 0) return 0
  const recorded = await listRecorded(node.register)
  let sent = 0
  for (const mail of due) {
    const title = recorded.find(({ id }) => id === mail.release)?.plan.title[mail.language]
    const written = await writeMail(node, mail, title ?? mail.release, sending)
    if (written === undefined) {
      await mark(node, mail, 'given_up_at = $3', now().toISOString())
      continue
    }
    // Put off before it is tried: a node that is killed meanwhile does not send it at every start.
    const wait = waits[Math.min(mail.tries, waits.length - 1)]!
    const next = new Date(now().getTime() + wait * 60_000).toISOString()
    await mark(node, mail, 'tries = tries + 1, due_at = $3', next)
    try {
      await mailer.send(written)
      await mark(node, mail, 'sent_at = $3, fault = null', now().toISOString())
      sent += 1
    } catch (error) {
      const fault = error instanceof MailFault ? error : new MailFault('EMAIL', false)
      const over = fault.final || mail.tries + 1 > waits.length
      await mark(node, mail, `fault = $3${over ? ', given_up_at = now()' : ''}`, fault.code)
      warn(`A mail of alerts was not sent: ${fault.code}`)
      if (!fault.final) break
    }
  }
  return sent
}

function mark(
  node: CaudalNode,
  { account, release }: DueMail,
  set: string,
  value: string,
): Promise<unknown> {
  return node.register.query(`update alert_mails set ${set} where account = $1 and release = $2`, [
    account,
    release,
    value,
  ])
}

/** @returns undefined where nothing of it is left: its alerts were removed, or its records withdrawn */
async function writeMail(
  node: CaudalNode,
  { account, release, address, language, name }: DueMail,
  title: string,
  { publish, origin }: Sending,
): Promise<Mail | undefined> {
  const t = alertWords[language]
  const notices = await selectNotices(node.register, account, { release, most: mostTold })
  const read = await openSeries(publish, language)
  const readable = await withTables(notices, read)
  if (readable.length === 0) return undefined
  const told = readable.map(({ notice, table }) =>
    [
      `* ${notice.name}`,
      `  ${sayNotice(notice, table, language)}`,
      `  ${describeSeries(table)}`,
      `  ${t.open} ${origin}${seriesPath(notice, language)}`,
    ].join('\n'),
  )
  const unsubscribe = `${origin}${stopPath}${await stopToken(node, account)}`
  const text = [
    t.hello(name),
    t.lead(title),
    ...told,
    `${origin}/releases/${release}/${language}/index.html`,
    t.why,
    `${t.stop} ${unsubscribe}`,
  ].join('\n\n')
  const id = createHash('sha256').update(`${account} ${release}`).digest('hex').slice(0, 32)
  const messageId = `<alert-${id}@${new URL(origin).hostname}>`
  return {
    to: address,
    subject: t.subject(readable.length, title),
    text: `${text}\n`,
    unsubscribe,
    messageId,
  }
}
