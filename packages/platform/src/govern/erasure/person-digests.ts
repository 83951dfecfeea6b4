import type { CaudalNode, Queryable } from '../../store/index.ts'

/** A way in which an erased person would be known again. */
export interface PersonDigest {
  readonly digest: string
  /** What it is a digest of: a document, or full names with the date of birth. */
  readonly kind: DigestKind
}
export type DigestKind = 'document' | 'name'

/** The fields that a digest is made of; a batch that lacks one of them makes none of the kind. */
const fieldsOf: Readonly<Record<DigestKind, readonly string[]>> = {
  document: ['document_number', 'birth_date'],
  name: ['given_names', 'family_names', 'birth_date'],
}

/**
 * The secret of the digests, drawn the first time. Without it they cannot be tried out: whoever holds
 * the register alone cannot tell whether somebody was erased.
 */
export async function openErasureSecret(
  register: Queryable,
  keyring: CaudalNode['keyring'],
): Promise<string> {
  const find = async () => {
    const [row] = await register.query<{ wrapped: string }>(
      'select wrapped_secret as wrapped from erasure_secrets order by created_at, id limit 1',
    )
    return row === undefined ? undefined : keyring.unwrapDataKey(row.wrapped).toString('hex')
  }
  const known = await find()
  if (known !== undefined) return known
  const { wrapped } = keyring.createDataKey()
  await register.query(
    `insert into erasure_secrets (wrapped_secret)
     select $1 where not exists (select from erasure_secrets)`,
    [wrapped],
  )
  return (await find())!
}

/**
 * A query for the digests of identities: `record_id` as text, `kind`, `digest`. HMAC-SHA-256 in its
 * nested form over the field values, without regard to capitals, accents, blanks and signs; a record
 * that lacks one of the fields has no digest of that kind.
 *
 * @param relation what to select from
 * @param columns fields that the relation has
 * @returns undefined where the relation has the fields of no kind; parameter $1 is the secret
 */
export function digestsQuery(relation: string, columns: readonly string[]): string | undefined {
  const queries = (Object.keys(fieldsOf) as DigestKind[])
    .filter((kind) => fieldsOf[kind].every((field) => columns.includes(field)))
    .map((kind) => {
      const parts = fieldsOf[kind].map((field) => plainSql(field))
      const text = `concat_ws('|', '${kind}', ${parts.join(', ')})`
      return `select record_id::varchar as record_id, '${kind}' as kind,
          sha256($1 || 'outer' || sha256($1 || 'inner' || ${text})) as digest
        from ${relation} where ${parts.map((part) => `${part} <> ''`).join(' and ')}`
    })
  return queries.length === 0 ? undefined : queries.join(' union all ')
}

function plainSql(field: string): string {
  return `regexp_replace(strip_accents(lower("${field}"::varchar)), '[^\\pL\\pN]', '', 'g')`
}

/** Remembers that persons were erased, by nothing but digests. */
export async function rememberErased(
  transaction: Queryable,
  digests: readonly PersonDigest[],
  reason: string,
): Promise<void> {
  await transaction.query(
    `insert into erased_persons (digest, kind, reason)
     select d, k, $3 from unnest($1::text[], $2::text[]) as p (d, k) on conflict do nothing`,
    [digests.map(({ digest }) => digest), digests.map(({ kind }) => kind), reason],
  )
}
