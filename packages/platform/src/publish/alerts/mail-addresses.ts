import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import type { Actor } from '@caudal/methods/govern'
import type { Language } from '@caudal/methods/vocabulary'
import { digestOf } from '../../govern/accounts/drawn-secret.ts'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { actOf, authorise } from '../../govern/authorise.ts'
import { nodeSecret, type CaudalNode, type Queryable } from '../../store/index.ts'
import { isAddress } from './mail-settings.ts'
import type { Mailer } from './mailer.ts'
import { alertRefusals } from './refusals.ts'
import { alertWords } from './words.ts'

/** Minutes for which a code is good. */
const codeMinutes = 30
/** Wrong codes after which another must be asked for. */
const mostTries = 5
/** Seconds between two codes. */
const secondsBetween = 60

export interface MailState {
  /** Whether the node sends mail at all. */
  readonly offered: boolean
  readonly address: string | null
  readonly confirmed: boolean
}

/** Where somebody's notices are mailed to: an address that its owner has shown to read. */
export interface MailAddresses {
  mailState(actor: Actor): Promise<MailState>
  /** Sends a code to an address. @throws {Refusal} alerts.no-mail, alerts.address-wrong, alerts.code-soon, alerts.mail-failed */
  chooseMail(actor: Actor, address: string, language: Language): Promise<MailState>
  /** @throws {Refusal} alerts.code-wrong */
  confirmMail(actor: Actor, code: string): Promise<MailState>
  endMail(actor: Actor): Promise<MailState>
  /** Ends the mails to whoever a token of a mail was made for. @throws {Refusal} alerts.address-gone */
  stopMail(token: string): Promise<void>
  /** In which language the reader of a mail is spoken to. @throws {Refusal} alerts.address-gone */
  readerOfToken(token: string): Promise<Language>
}

interface Reader {
  readonly address: string | null
  readonly confirmed: boolean
  readonly digest: string | null
  readonly good: boolean
  readonly tries: number
  readonly sentSeconds: number | null
}

export function createMailAddresses(
  node: CaudalNode,
  { mailer, now }: { readonly mailer: Mailer | undefined; readonly now: () => Date },
): MailAddresses {
  const find = async (register: Queryable, account: string): Promise<Reader | undefined> => {
    const [found] = await register.query<Reader>(
      `select mail_address as address, mail_confirmed_at is not null as confirmed,
         code_digest as digest, coalesce(code_until > $2, false) as good, code_tries as tries,
         extract(epoch from $2::timestamptz - code_sent_at)::float8 as "sentSeconds"
       from alert_readers where account::text = $1`,
      [account, now().toISOString()],
    )
    return found
  }
  const state = async (account: string): Promise<MailState> => {
    const found = await find(node.register, account)
    return {
      offered: mailer !== undefined,
      address: found?.address ?? null,
      confirmed: found?.confirmed ?? false,
    }
  }
  const note = (transaction: Queryable, actor: Actor, act: string) =>
    auditLogOf(node).appendWithin(transaction, [
      actOf(actor, 'govern.own-account', { subject: 'alerts:mail', details: { act } }),
    ])
  const end = (transaction: Queryable, account: string) =>
    transaction.query(
      `update alert_readers set mail_address = null, mail_confirmed_at = null, code_digest = null,
         code_until = null, code_tries = 0
       where account::text = $1`,
      [account],
    )

  return {
    async mailState(actor) {
      await authorise(node, actor, 'govern.own-account')
      return state(actor.id)
    },
    async chooseMail(actor, given, language) {
      await authorise(node, actor, 'govern.own-account')
      if (mailer === undefined) throw alertRefusals.refuse('no-mail')
      const address = given.trim()
      if (!isAddress(address)) throw alertRefusals.refuse('address-wrong')
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      const at = now()
      await node.register.transaction(async (transaction) => {
        await transaction.query('select pg_advisory_xact_lock(hashtext($1))', [
          `alerts ${actor.id}`,
        ])
        const before = (await find(transaction, actor.id))?.sentSeconds ?? Infinity
        if (before < secondsBetween) {
          const seconds = Math.max(1, Math.ceil(secondsBetween - before))
          throw alertRefusals.refuse('code-soon', { seconds })
        }
        await transaction.query(
          `insert into alert_readers (account, mail_address, code_digest, code_until, code_sent_at)
           values ($1, $2, $3, $4, $5)
           on conflict (account) do update set mail_address = excluded.mail_address,
             mail_confirmed_at = null, code_digest = excluded.code_digest,
             code_until = excluded.code_until, code_tries = 0, code_sent_at = excluded.code_sent_at`,
          [
            actor.id,
            address,
            digestOf(`${actor.id} ${code}`),
            new Date(at.getTime() + codeMinutes * 60_000).toISOString(),
            at.toISOString(),
          ],
        )
        await note(transaction, actor, 'asked')
      })
      const t = alertWords[language]
      try {
        const text = t.code(code, codeMinutes).join('\n\n')
        await mailer.send({ to: address, subject: t.codeSubject, text: `${text}\n` })
      } catch {
        throw alertRefusals.refuse('mail-failed')
      }
      return state(actor.id)
    },
    async confirmMail(actor, code) {
      await authorise(node, actor, 'govern.own-account')
      const right = await node.register.transaction(async (transaction) => {
        // Counted before it is looked at, so that a hundred at once are a hundred tries.
        await transaction.query(
          'update alert_readers set code_tries = code_tries + 1 where account::text = $1',
          [actor.id],
        )
        const found = await find(transaction, actor.id)
        const given = digestOf(`${actor.id} ${code.replace(/\s/g, '')}`)
        if (!found?.digest || !found.good || found.tries > mostTries) return false
        if (!timingSafeEqual(Buffer.from(found.digest), Buffer.from(given))) return false
        await transaction.query(
          `update alert_readers set mail_confirmed_at = $2, code_digest = null, code_until = null
           where account::text = $1`,
          [actor.id, now().toISOString()],
        )
        await note(transaction, actor, 'confirmed')
        return true
      })
      if (!right) throw alertRefusals.refuse('code-wrong')
      return state(actor.id)
    },
    async endMail(actor) {
      await authorise(node, actor, 'govern.own-account')
      await node.register.transaction(async (transaction) => {
        await end(transaction, actor.id)
        await note(transaction, actor, 'ended')
      })
      return state(actor.id)
    },
    async stopMail(token) {
      const account = await accountOfToken(node, token)
      if (account === undefined) throw alertRefusals.refuse('address-gone')
      await node.register.transaction(async (transaction) => {
        await end(transaction, account)
        // Whoever holds the mail, signed in or not.
        await auditLogOf(node).appendWithin(transaction, [
          {
            actor: { kind: 'anonymous', id: '' },
            action: 'govern.own-account',
            outcome: 'done',
            subject: `account:${account}`,
            details: { act: 'mail-stopped' },
          },
        ])
      })
    },
    async readerOfToken(token) {
      const account = await accountOfToken(node, token)
      const [found] = await node.register.query<{ language: Language }>(
        'select language from accounts where id::text = $1',
        [account ?? ''],
      )
      if (found === undefined) throw alertRefusals.refuse('address-gone')
      return found.language
    },
  }
}

/** What a mail carries to be ended by whoever reads it: the account and a proof that the node wrote it. */
export async function stopToken(node: CaudalNode, account: string): Promise<string> {
  const secret = await nodeSecret(node, 'alert-mail')
  const id = Buffer.from(account.replaceAll('-', ''), 'hex')
  const proof = createHmac('sha256', secret).update(id).digest().subarray(0, 20)
  return Buffer.concat([id, proof]).toString('base64url')
}

async function accountOfToken(node: CaudalNode, token: string): Promise<string | undefined> {
  if (!/^[\w-]{48}$/.test(token)) return undefined
  const hex = Buffer.from(token, 'base64url').subarray(0, 16).toString('hex')
  const account = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const own = Buffer.from(await stopToken(node, account))
  return timingSafeEqual(own, Buffer.from(token)) ? account : undefined
}
