import type { Actor } from '@caudal/methods/govern'
import {
  cubeFigures,
  findCubeFigures,
  metadataConceptName,
  metadataConcepts,
  type MetadataConcept,
  type MetadataStatement,
} from '@caudal/methods/exchange'
import type { Language, Text } from '@caudal/methods/vocabulary'
import { auditLogOf } from '../govern/audit/audit-log.ts'
import { actOf, authorise } from '../govern/authorise.ts'
import type { CaudalNode } from '../store/index.ts'
import { exchangeRefusals } from './command-refusals.ts'

/** Longest statement, in characters: a page tells it in passing. */
const longestStatement = 4000

/** What editors said last of each dataflow and concept. */
export async function listStatements(node: CaudalNode): Promise<MetadataStatement[]> {
  const rows = await node.register.query<MetadataStatement & { readonly text: Text | null }>(
    `select distinct on (dataflow, concept) dataflow, concept, text
     from metadata_statements order by dataflow, concept, id desc`,
  )
  // What was taken back is as if it had never been said.
  return rows.filter(({ text }) => text !== null)
}

/** When an editor last said something or took it back, milliseconds since 1970; 0 where nobody has. */
export async function lastStatedAt(node: CaudalNode): Promise<number> {
  const [row] = await node.register.query<{ at: number | null }>(
    'select (extract(epoch from max(said_at)) * 1000)::float8 as at from metadata_statements',
  )
  return row?.at ?? 0
}

/** What editors said of the figures of a cube, as sentences of a page. */
export async function statementsOf(
  node: CaudalNode,
  cube: string,
  language: Language,
): Promise<string[]> {
  const dataflow = findCubeFigures(cube)?.dataflow
  if (dataflow === undefined) return []
  const all = await listStatements(node)
  return all
    .filter((each) => each.dataflow === dataflow)
    .map(({ concept, text }) => `${metadataConceptName(concept)[language]}: ${text[language]}`)
}

/**
 * Says of a concept of a dataflow what the platform does not know by itself, in all three languages,
 * or takes it back. What was said before stays in the register.
 *
 * @param text undefined: what the platform says by itself again
 * @throws Refusal `exchange.statement-unknown`, `exchange.statement-in-one-language`, of the policy
 */
export async function stateMetadata(
  node: CaudalNode,
  actor: Actor,
  dataflow: string,
  concept: string,
  text: Partial<Record<Language, string>> | undefined,
): Promise<void> {
  await authorise(node, actor, 'publish.release', `dataflow:${dataflow}`)
  const flows = cubeFigures.map(({ dataflow: id }) => id)
  if (!flows.includes(dataflow) || !metadataConcepts.includes(concept as MetadataConcept)) {
    throw exchangeRefusals.refuse('statement-unknown', {
      asked: `${dataflow} ${concept}`.slice(0, 120),
      flows: flows.join(', '),
      concepts: metadataConcepts.join(', '),
    })
  }
  const given = text && { es: text.es?.trim(), en: text.en?.trim(), fr: text.fr?.trim() }
  if (given && Object.values(given).some((each) => !each || each.length > longestStatement)) {
    throw exchangeRefusals.refuse('statement-in-one-language', { most: longestStatement })
  }
  const act = actOf(actor, 'publish.release', {
    subject: `dataflow:${dataflow}`,
    details: { metadata: concept, outcome: given ? 'stated' : 'taken back' },
  })
  await node.register.transaction(async (transaction) => {
    await transaction.query(
      `insert into metadata_statements (dataflow, concept, text, said_by) values ($1, $2, $3, $4)`,
      [dataflow, concept, given ? JSON.stringify(given) : null, actor.id],
    )
    await auditLogOf(node).appendWithin(transaction, [act])
  })
}
