import type { Actor, ActorKind } from '../policy/actor.ts'
import type { Purpose } from '../policy/purposes.ts'

export type AuditDetail = string | number | boolean | null | readonly string[]

/**
 * Something that the log remembers: a decision, a sensitive read, a change. It names records by
 * identifiers and fields by name; what the fields say, names and document numbers above all, never
 * enters the log, which cannot forget.
 */
export interface AuditEvent {
  readonly actor: Pick<Actor, 'kind' | 'id'>
  /** An operation (`collect.import`) or another act of the node (`sign-in`). */
  readonly action: string
  /** `allow`, `mask` and `refuse` for decisions; `done` and `failed` for acts that were under way. */
  readonly outcome: 'allow' | 'mask' | 'refuse' | 'done' | 'failed'
  readonly purpose?: Purpose
  /** Code of the reason of a decision. */
  readonly reason?: string
  /** Agreement or derogation that the decision rests on. */
  readonly basis?: string
  /** What it was done to: `batch:12`, `account:ana`. */
  readonly subject?: string
  readonly details?: Readonly<Record<string, AuditDetail>>
}

/** An event as the log holds it. */
export interface AuditEntry {
  /** When the process that wrote it thought it was, ISO instant in UTC. */
  readonly at: string
  readonly actor: string
  readonly via: ActorKind
  readonly action: string
  readonly outcome: AuditEvent['outcome']
  readonly purpose?: Purpose
  readonly reason?: string
  readonly basis?: string
  readonly subject?: string
  readonly details?: Readonly<Record<string, AuditDetail>>
}

/** Longest entry, in UTF-16 units. */
export const longestEntry = 16_384

/**
 * The one text of an event: JSON with its members in a fixed order and the details sorted by name.
 * The log's hashes are over exactly these characters in UTF-8.
 *
 * @example writeEntry({ actor: { kind: 'person', id: 'ana' }, action: 'sign-in', outcome: 'done' }, 'T') // => '{"at":"T","actor":"ana","via":"person","action":"sign-in","outcome":"done"}'
 * @throws where the entry is longer than `longestEntry`
 */
export function writeEntry(event: AuditEvent, at: string): string {
  const { actor, action, outcome, purpose, reason, basis, subject, details } = event
  const text = JSON.stringify({
    at,
    actor: actor.id,
    via: actor.kind,
    action,
    outcome,
    purpose,
    reason,
    basis,
    subject,
    details: details === undefined ? undefined : sorted(details),
  })
  if (text.length > longestEntry) {
    throw new Error(`An entry of the audit log has ${text.length} characters; put less into it.`)
  }
  return text
}

/** The event of an entry's text; undefined where the text is none. */
export function readEntry(text: string): AuditEntry | undefined {
  try {
    const entry = JSON.parse(text) as Partial<AuditEntry> | null
    return typeof entry?.at === 'string' &&
      typeof entry.actor === 'string' &&
      typeof entry.action === 'string' &&
      typeof entry.outcome === 'string'
      ? (entry as AuditEntry)
      : undefined
  } catch {
    return undefined
  }
}

function sorted(details: Readonly<Record<string, AuditDetail>>) {
  return Object.fromEntries(
    Object.entries(details).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
  )
}
