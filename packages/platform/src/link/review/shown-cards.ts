import { type Actor, decideRecord, maskValue } from '@caudal/methods/govern'
import { getField, getRecordType, type Field } from '@caudal/methods/collect'
import type { Text } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { findHolding, readPolicyRegisters } from '../../govern/registers/policy-registers.ts'
import { nodeCodeLists, getBatch, listDatasets, type CaudalNode } from '../../store/index.ts'
import { linkedFields } from '../persons/linked-fields.ts'
import type { LinkRun } from '../persons/link-runs.ts'
import { factsOf, withIdentities } from '../persons/read-identities.ts'
import { personsRelation } from './listed-pairs.ts'

/** A value of a card as the policy gives it. */
export interface ShownValue {
  readonly field: string
  readonly name: Text
  readonly value: string | null
  /** What a code means; null where the value is no code. */
  readonly label: Text | null
  /** Why it is not there whole: missing in the record, masked, or not for whoever asks. */
  readonly status: 'given' | 'missing' | 'confidential' | 'coarsened' | 'refused'
}

export interface ShownCard {
  readonly card: string
  readonly recordType: string
  /** What kind of record it is, and of which dataset. */
  readonly kind: Text
  readonly dataset: string
  readonly title: Text
  readonly synthetic: boolean
  /** Records that say exactly the same. */
  readonly records: number
  readonly values: readonly ShownValue[]
}

/**
 * What cards say, field by field, as far as the policy lets whoever asks read them for linkage. What
 * was drawn is of nobody, and is shown to whoever may ask.
 */
export async function showCards(
  node: CaudalNode,
  actor: Actor,
  run: LinkRun,
  cards: readonly string[],
  at: string,
): Promise<Map<string, ShownCard>> {
  const shown = new Map<string, ShownCard>()
  const numbers = [...new Set(cards)].map((card) => BigInt(card).toString())
  if (numbers.length === 0) return shown
  const rows = await node.lake.rows<{
    card: string
    record: string
    batch: number
    type: string
    records: number
  }>(
    `select card::varchar as card, min(record_id)::varchar as record,
       (min(record_id) >> 36)::integer as batch, arg_min(record_type, record_id) as type,
       count(*) as records
     from ${await personsRelation(node, run)} where card in (${numbers.join(', ')}) group by card`,
  )
  const lists = await nodeCodeLists(node)
  const registers = await readPolicyRegisters(node.register)
  const datasets = new Map((await listDatasets(node)).map((dataset) => [dataset.id, dataset]))
  for (const id of new Set(rows.map(({ batch }) => batch))) {
    const batch = await getBatch(node, id)
    const dataset = datasets.get(batch.dataset)!
    const holding = await findHolding(node.register, dataset)
    const recordType = getRecordType(batch.recordType)
    const fields = linkedFields.map(({ id: field }) => getField(recordType, field))
    const synthetic = dataset.synthetic
    const kind = (type: string) => getRecordType(type).label
    const { given } = decideRecord({ actor, purpose: 'linkage', holding, at }, fields, registers)
    const decisions = new Map(given.map(({ field, decision }) => [field, decision]))
    const own = rows.filter((row) => row.batch === id)
    await withIdentities(node, batch, async (identities) => {
      const columns = linkedFields.map(({ id: field, in: place }) =>
        place === 'facts'
          ? `f.${field}::varchar`
          : identities === undefined
            ? 'null'
            : `i.${field}::varchar`,
      )
      const records = await node.lake.rows<Record<string, string | null>>(
        `select f.record_id::varchar as record,
           ${columns.map((column, k) => `${column} as v${k}`).join(', ')}
         from ${factsOf(node, batch)} as f
         ${identities === undefined ? '' : `join ${identities} as i on i.record_id = f.record_id`}
         where f.record_id in (${own.map(({ record }) => record).join(', ')})`,
      )
      for (const { card, record, records: count, type } of own) {
        const values = records.find((row) => row['record'] === record)
        shown.set(card, {
          card,
          recordType: type,
          kind: kind(type),
          dataset: dataset.id,
          title: dataset.title,
          synthetic,
          records: count,
          values: fields.map((field, k) => {
            const value = values?.[`v${k}`] ?? null
            if (synthetic) return asGiven(field, value, lists)
            const decision = decisions.get(field.id)
            const hidden = { field: field.id, name: field.label, value: null, label: null }
            if (decision === undefined) return { ...hidden, status: 'refused' }
            if (decision.outcome !== 'mask') return asGiven(field, value, lists)
            return { ...hidden, ...maskValue(decision.mask, field.type, value) }
          }),
        })
      }
    })
  }
  return shown
}

function asGiven(field: Field, value: string | null, lists: CodeListBook): ShownValue {
  const codes = field.codeList === undefined ? undefined : lists.find(field.codeList)?.codes
  const label = codes?.find(({ code }) => code === value)?.label ?? null
  return {
    field: field.id,
    name: field.label,
    value,
    label,
    status: value === null ? 'missing' : 'given',
  }
}
