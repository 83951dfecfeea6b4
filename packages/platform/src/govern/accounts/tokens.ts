import { randomUUID } from 'node:crypto'
import {
  decideOperation,
  isOperation,
  isPurpose,
  operations,
  type Actor,
  type Operation,
  type Purpose,
} from '@caudal/methods/govern'
import type { Refusal, Text } from '@caudal/methods/vocabulary'
import { accountColumns, type Account } from './account.ts'
import type { Accounts } from './accounts.ts'
import { actorOf } from './actor-of-account.ts'
import { digestOf, drawSecret, isSecret } from './drawn-secret.ts'
import { accountRefusals } from './refusals.ts'
import type { Session } from './sessions.ts'

/** Days for which a token is good, at most. */
export const tokenDays = 366

/**
 * What no token may ever do, whatever its owner may: make, change or lend a credential, reach keys
 * or backups, or stand in for a second pair of eyes.
 */
const personsOnly: readonly Operation[] = [
  'govern.accounts',
  'govern.own-account',
  'govern.keys',
  'govern.backup',
  'govern.sign-agreement',
  'govern.erase',
  'govern.approve-derogation',
]

const tokenOperations = (Object.keys(operations) as Operation[]).filter(
  (operation) => !personsOnly.includes(operation),
)

/** Operations that an account may give to a token: what its roles allow, less what only a person does. */
export function listTokenOperations(actor: Actor): Operation[] {
  return tokenOperations.filter(
    (operation) => decideOperation(actor, operation).outcome === 'allow',
  )
}

export interface TokenRequest {
  readonly label: string
  readonly operations: readonly string[]
  readonly purposes: readonly string[]
  readonly days: number
}

/**
 * Makes a token for a program. Its secret is shown once and kept nowhere.
 *
 * @throws {Refusal} govern.accounts.token-too-wide
 */
export async function makeToken(
  accounts: Accounts,
  session: Session,
  request: TokenRequest,
): Promise<{ readonly id: string; readonly secret: string; readonly expiresAt: string }> {
  const actor = actorOf(session.account)
  const may = listTokenOperations(actor)
  for (const operation of request.operations) {
    if (!isOperation(operation) || !may.includes(operation)) {
      throw tooWide(operation, isOperation(operation) ? operations[operation].label : undefined)
    }
  }
  const purpose = request.purposes.find((each) => !isPurpose(each))
  if (purpose !== undefined) {
    throw tooWide(purpose)
  }
  const { secret, digest } = drawSecret('token')
  const id = randomUUID()
  const now = accounts.now()
  const days = Math.min(tokenDays, Math.max(1, Math.floor(request.days)))
  const expiresAt = new Date(now.getTime() + days * 86_400_000).toISOString()
  await accounts.register.query(
    `insert into api_tokens (id, digest, account, label, operations, purposes, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      digest,
      session.account.id,
      request.label.slice(0, 80),
      [...new Set(request.operations)],
      [...new Set(request.purposes)],
      now.toISOString(),
      expiresAt,
    ],
  )
  const { id: account } = session.account
  await accounts.note({ kind: 'token-made', actor: account, account, about: id })
  return { id, secret, expiresAt }
}

function tooWide(asked: string, label?: Text): Refusal {
  const operation = asked.slice(0, 80)
  return accountRefusals.refuse('token-too-wide', { operation, operationLabel: label ?? operation })
}

/**
 * Who acts with a token: its owner as he or she is at this moment, narrowed to what the token allows.
 * Roles that the owner has lost since are lost to the token too.
 */
export async function findTokenActor(
  accounts: Accounts,
  secret: string,
): Promise<{ readonly actor: Actor; readonly token: string } | undefined> {
  if (!isSecret('token', secret)) return undefined
  type Row = Account & { token: string; operations: Operation[]; purposes: Purpose[]; used: string }
  const now = accounts.now()
  const [row] = await accounts.register.query<Row>(
    `select ${accountColumns}, t.id as token, t.operations, t.purposes, t.last_used_on as used
     from api_tokens t join accounts on accounts.id = t.account
     where t.digest = $1 and t.revoked_at is null and t.expires_at > $2 and t.created_at <= $3
       and accounts.status = 'active'`,
    [digestOf(secret), now.toISOString(), new Date(now.getTime() + 120_000).toISOString()],
  )
  if (row === undefined) return undefined
  const today = now.toISOString().slice(0, 10)
  if (row.used !== today) {
    await accounts.register.query('update api_tokens set last_used_on = $2 where id = $1', [
      row.token,
      today,
    ])
  }
  const actor: Actor = {
    ...actorOf(row),
    kind: 'token',
    limit: {
      operations: row.operations.filter((each) => tokenOperations.includes(each)),
      purposes: row.purposes,
    },
  }
  return { actor, token: row.token }
}

/** One token as its owner sees it. */
export interface TokenSeen {
  readonly id: string
  readonly label: string
  readonly operations: readonly Operation[]
  readonly purposes: readonly Purpose[]
  readonly createdAt: string
  readonly expiresAt: string
  readonly lastUsedOn: string | null
}

/** Days after its end for which a token is still told of: whoever runs the program finds why it is refused. */
const toldDays = 30

/** The tokens of an account that are not revoked: those that are good, and those that ended a short time ago. */
export async function listTokens(accounts: Accounts, account: string): Promise<TokenSeen[]> {
  const since = new Date(accounts.now().getTime() - toldDays * 86_400_000)
  return accounts.register.query<TokenSeen>(
    `select id, label, operations, purposes, created_at as "createdAt",
       expires_at as "expiresAt", last_used_on as "lastUsedOn"
     from api_tokens where account = $1 and revoked_at is null and expires_at > $2
     order by created_at desc`,
    [account, since.toISOString()],
  )
}

/** @throws {Refusal} govern.accounts.no-such-item where it is not a token of this account */
export async function revokeToken(accounts: Accounts, account: string, id: string): Promise<void> {
  const revoked = await accounts.register.query(
    `update api_tokens set revoked_at = $3
     where id::text = $2 and account = $1 and revoked_at is null returning id`,
    [account, id, accounts.now().toISOString()],
  )
  if (revoked.length === 0) throw accountRefusals.refuse('no-such-item')
  await accounts.note({ kind: 'token-revoked', actor: account, account, about: id })
}
