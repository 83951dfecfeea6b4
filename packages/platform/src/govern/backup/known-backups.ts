import type { CaudalNode } from '../../store/index.ts'

/** What the node knows of its backups, wherever they lie. */
export interface KnownBackups {
  /** Backups that were not pruned. */
  readonly kept: number
  /** ISO instants to which the oldest and the newest of them restore; null where there is none. */
  readonly oldest: string | null
  readonly newest: string | null
  /** Whether something was erased since the oldest: it is in the backups from before until they go. */
  readonly holdErased: boolean
}

/** After so many hours without a new backup, the last one is called old. */
export const hoursUntilOld = 36

export async function findKnownBackups(node: CaudalNode): Promise<KnownBackups> {
  const [row] = await node.register.query<KnownBackups>(
    `select count(*)::integer as kept, min(at) as oldest, max(at) as newest,
       exists (select from erased_records where erased_at > min(at))
         or exists (
           select from retention_runs where erased <> '[]' and coalesce(ended_at, started_at) > min(at)
         ) as "holdErased"
     from backups where pruned_at is null`,
  )
  const { oldest, newest } = row!
  return { ...row!, oldest: instantOf(oldest), newest: instantOf(newest) }
}

/** As an instant is written everywhere: the register leaves zeros at its end away. */
function instantOf(moment: string | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}

/** `none`, `recent` or `old`: what a watch over the node should ring at. */
export function stateOfBackups({ newest }: KnownBackups, now: Date): 'none' | 'recent' | 'old' {
  if (newest === null) return 'none'
  const hours = (now.getTime() - Date.parse(newest)) / 3_600_000
  // made while the clock was ahead, it must not seem new until then
  return hours > hoursUntilOld || hours < -1 ? 'old' : 'recent'
}
