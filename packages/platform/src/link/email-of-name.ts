import type { Comparison } from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'

/**
 * An e-mail address is often made of the name (ana.lopez@example.org): beside equal names it says only
 * what of it is not name. Its pattern is the address with the words of the name taken out (`*.*@…`), and
 * agreeing on it weighs what that pattern's frequency says.
 */
interface EmailOfName {
  readonly email: number
  /** Comparisons of the name: the full one, or given and family name. */
  readonly names: readonly number[]
}

/** The e-mail of some comparisons and the names that it may be made of, where there are both. */
function emailOfName(comparisons: readonly Comparison[]): EmailOfName | undefined {
  const place = (wanted: string) => comparisons.findIndex(({ kind }) => kind === wanted)
  const [email, full, given, family] = ['email', 'full-name', 'given-name', 'family-name'].map(
    place,
  )
  if (email === -1) return undefined
  if (given !== -1 && family !== -1) return { email: email!, names: [given!, family!] }
  return full === -1 ? undefined : { email: email!, names: [full!] }
}

/**
 * Adds to `link_prepared` the pattern of the e-mail, `e`, whether it is made of the name, `y`, and what
 * agreeing on the pattern adds to the weight, `q`, bits.
 */
export async function markEmailsOfNames(
  engine: LakeEngine,
  comparisons: readonly Comparison[],
): Promise<void> {
  const found = emailOfName(comparisons)
  if (found === undefined) return
  const { email: k, names } = found
  const words = names.map((name) => `coalesce(l${name}, [])`).join(' || ')
  // letters that addresses do not have are written as those that stand for them
  const spelled = `list_filter(list_transform(${words}, lambda w: replace(w, '~', 'n')), lambda w: length(w) > 2)`
  const without = `list_reduce(list_prepend(x${k}, ${spelled}), lambda address, w: replace(address, w, '*'))`
  await engine.run(
    `create or replace temp table link_prepared as
     with patterned as (
       select *, regexp_replace(${without}, '^[a-z][._-]?[*]', '*') as e${k} from link_prepared
     )
     select *, coalesce(contains(e${k}, '*'), false) as y${k},
       (-log2(count(*) over (partition by e${k}) / count(x${k}) over ()))::float as q${k}
     from patterned`,
  )
}

/**
 * Conditions over `l` and `r` for the comparison of an e-mail, nothing where it cannot be made of a name.
 * `silent`: beside the names it says nothing more, for both are made of them in one way, or the names are
 * equal and the addresses are two. `apart`: two addresses made of two names, alike no further than these are.
 * `patterned`: what is left of both without the names agrees.
 */
export function emailOfNameSql(
  comparisons: readonly Comparison[],
  k: number,
): { silent: string; apart: string; patterned: string } | undefined {
  const found = emailOfName(comparisons)
  if (found?.email !== k) return undefined
  const equal = found.names.map((name) => `l.w${name} = r.w${name}`).join(' and ')
  const patterned = `coalesce(l.y${k} and r.y${k} and l.e${k} = r.e${k}, false)`
  const two = `coalesce((l.y${k} or r.y${k}) and l.x${k} <> r.x${k} and ${equal}, false)`
  // what of an address is name can be told where the whole name is known
  const known = found.names.map((name) => `l.w${name} is not null and r.w${name} is not null`)
  const apart = `coalesce(l.y${k} and r.y${k} and l.x${k} <> r.x${k} and ${known.join(' and ')}, false)`
  return { silent: `(${patterned} or ${two})`, apart, patterned }
}
