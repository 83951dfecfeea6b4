import type { Coarsened, Coarsening, WhyApart, WorkSpent } from '@caudal/methods/protect'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import type { DraftedPlan } from './plan.ts'

/** What a release was counted from, cube by cube. */
export interface ReleaseSource {
  readonly cube: string
  readonly snapshot: string
  readonly methodVersion: string
  readonly protection: string
  /** Batches of linkage by which persons were told apart. */
  readonly links?: readonly number[]
  /** Breaks in its series that stood when it was drafted, by their numbers. */
  readonly breaks?: readonly number[]
  readonly batches: readonly {
    readonly id: number
    readonly dataset: string
    readonly rows: number
    /** Digests of its files of facts. */
    readonly facts: readonly string[]
  }[]
}

/** A cube as a release shows it. */
export interface ReleasedCube {
  readonly release: string
  readonly cube: string
}

/** What protection did to the figures of one cube, and what the attacker found. */
export interface CubeFindings {
  readonly cube: string
  readonly cells: number
  readonly hidden: number
  readonly empty: number
  readonly cost: number
  readonly bound: number
  readonly gap: number
  /** Where cubes were protected together, the gap and the attack are of all of them. */
  readonly attack: { readonly cells: number; readonly problems: number; readonly witnesses: number }
  /** Cells that are hidden for what earlier releases show of them, with what each needs. */
  readonly revisions?: readonly (readonly [cell: string, need: number])[]
  /** Cells that stay hidden because they were, and have hardly changed; absent before that was heeded. */
  readonly keptHidden?: number
  /** What protecting it took; absent before that was counted. */
  readonly work?: WorkSpent
  /** What its last round began with: units spent on rounds before; absent before rounds shared their work. */
  readonly unitsBefore?: number
  /** … and levels of detail that were hidden whole from its start; absent where none were. */
  readonly coarsen?: Coarsening
  /** Levels of detail that are hidden whole as a last resort; absent where none had to be. */
  readonly coarsened?: Coarsened
  /** Cubes of the same release that it was protected together with, as one problem; absent where there are none. */
  readonly together?: readonly string[]
  /** Why cubes of one release that are tied were protected one after the other; absent where they were not. */
  readonly oneByOne?: WhyApart
  readonly ledger: {
    readonly releases: readonly string[]
    /** Cubes of the same records whose cells are tied to it, attacked together with it; absent where there are none. */
    readonly tied?: readonly ReleasedCube[]
    /** Other cubes of the same records, with which it was not attacked; absent where there are none. */
    readonly notAttackedWith?: readonly ReleasedCube[]
    readonly cells: number
    readonly problems: number
    readonly witnesses: number
  }
}

export interface RecordedRelease {
  readonly id: string
  readonly series: string
  readonly vintage: number
  readonly template: string
  readonly plan: DraftedPlan
  readonly sources: readonly ReleaseSource[]
  readonly findings: readonly CubeFindings[]
  readonly program: string
  readonly manifestSha256: string
  /** Digests of the archive and the PDFs, by name; null in releases from before they were kept. */
  readonly unsignedFiles?: Readonly<Record<string, string>> | null
  readonly publicKey: string
  readonly draftedBy: string
  /** The institution that drafted it, and its country; '' for none, null where that was not kept yet. */
  readonly owner: string | null
  readonly ownerCountry: string | null
  readonly draftedAt: string
}

export interface ReleaseEvent {
  readonly releaseId: string
  readonly kind: 'approved' | 'rejected' | 'scheduled' | 'superseded'
  readonly actor: string
  readonly publishAt: string | null
  readonly successor: string | null
  readonly remark: string | null
  readonly at: string
}

const columns = `id, series, vintage, template, plan, sources, findings, program,
  manifest_sha256 as "manifestSha256", unsigned_files as "unsignedFiles", public_key as "publicKey", drafted_by as "draftedBy",
  owner, owner_country as "ownerCountry",
  to_char(drafted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "draftedAt"`

/** Every release in the order in which they were drafted. */
export function listRecorded(register: Queryable): Promise<RecordedRelease[]> {
  return register.query<RecordedRelease>(`select ${columns} from releases order by drafted_at, id`)
}

/** Decisions in their order; of one release, or of all. */
export function listEvents(register: Queryable, release?: string): Promise<ReleaseEvent[]> {
  return register.query<ReleaseEvent>(
    `select release_id as "releaseId", kind, actor, successor, remark,
       to_char(publish_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishAt",
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from release_events where $1::text is null or release_id = $1 order by id`,
    [release ?? null],
  )
}

/** Whoever drafted or decided, by the name that people know, where it is an account. */
export async function namesOfActors(
  register: Queryable,
  actors: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await register.query<{ id: string; name: string }>(
    `select id::text as id, shown_name as name from accounts where id::text = any($1)`,
    [[...new Set(actors)]],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function insertRelease(
  node: CaudalNode,
  release: Omit<RecordedRelease, 'draftedAt'>,
): Promise<void> {
  await node.register.query(
    `insert into releases (id, series, vintage, template, plan, sources, findings, program,
       manifest_sha256, unsigned_files, public_key, drafted_by, owner, owner_country)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      release.id,
      release.series,
      release.vintage,
      release.template,
      JSON.stringify(release.plan),
      JSON.stringify(release.sources),
      JSON.stringify(release.findings),
      release.program,
      release.manifestSha256,
      release.unsignedFiles ? JSON.stringify(release.unsignedFiles) : null,
      release.publicKey,
      release.draftedBy,
      release.owner,
      release.ownerCountry,
    ],
  )
}

export async function insertEvent(
  register: Queryable,
  event: Omit<ReleaseEvent, 'at'>,
): Promise<void> {
  await register.query(
    `insert into release_events (release_id, kind, actor, publish_at, successor, remark)
     values ($1, $2, $3, $4, $5, $6)`,
    [event.releaseId, event.kind, event.actor, event.publishAt, event.successor, event.remark],
  )
}
