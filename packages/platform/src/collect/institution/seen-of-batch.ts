import { getRecordType } from '@caudal/methods/collect'
import {
  type Actor,
  type Decision,
  decideCounts,
  decideFigures,
  decideRecord,
  hasUndertaking,
  purposesOf,
  type RecordDecision,
  refusalOf,
  wholeRefusal,
} from '@caudal/methods/govern'
import { namingParties } from '../../govern/naming-parties.ts'
import { isOfPersons } from '../../govern/records-of-persons.ts'
import { countriesOfDatasets } from '../../govern/registers/dataset-countries.ts'
import { readPolicy } from '../../govern/registers/policy-registers.ts'
import type { Batch, CaudalNode } from '../../store/index.ts'
import type { BatchQuality } from '../quality/batch-quality.ts'
import type { Finding } from '../quality/find-findings.ts'

/** What stands where a value is not shown. */
const hidden = '•••'

/**
 * What somebody may see of single records of a batch: what the policy gives of its fields for any purpose of the roles.
 * Of the own institution's, under a confidentiality undertaking, and at the machine: undefined, all that the operation
 * shows. What nobody is entered as owner of is not everybody's: the policy gives nothing of it.
 */
async function decideSeen(
  node: CaudalNode,
  actor: Actor,
  batch: Batch,
): Promise<readonly RecordDecision[] | undefined> {
  if (actor.kind === 'terminal') return undefined
  const { registers, holdingOf } = await readPolicy(node.register)
  const { dataset: id, recordType } = batch
  const known = holdingOf({ id, recordType, country: null })
  const owner = known.owner === '' ? batch.institution : known.owner
  const at = new Date().toISOString()
  const isOwn = owner !== '' && owner === actor.institution
  if (isOwn && hasUndertaking(actor, at)) return undefined
  const { fields } = getRecordType(recordType)
  const holding = { ...known, owner }
  return purposesOf(actor.roles).map((purpose) =>
    decideRecord({ actor, purpose, holding, at }, fields, registers),
  )
}

/** Whether the fields of that name are given whole: to everybody who sees all that the operation shows. */
function readsWhole(
  decisions: readonly RecordDecision[] | undefined,
): (fields: string | null) => boolean {
  if (decisions === undefined) return () => true
  const whole = new Set(
    decisions.flatMap(({ given }) =>
      given.filter(({ decision }) => decision.outcome === 'allow').map(({ field }) => field),
    ),
  )
  return (fields) => fields !== null && fields.split(/,\s*/).every((field) => whole.has(field))
}

/** Findings of a batch, without the values of fields that their reader may not read. */
export async function hideValues<Found extends Finding>(
  node: CaudalNode,
  actor: Actor,
  batch: Batch,
  findings: readonly Found[],
): Promise<readonly Found[]> {
  const isRead = readsWhole(await decideSeen(node, actor, batch))
  return findings.map((finding) =>
    finding.value === null || isRead(finding.field) ? finding : { ...finding, value: hidden },
  )
}

/**
 * A batch, without what its columns held that no code list knows, where its reader may not read those fields: it
 * stands there as it was written, and may be a name in the wrong column.
 */
export async function hideCodes(node: CaudalNode, actor: Actor, batch: Batch): Promise<Batch> {
  const isRead = readsWhole(await decideSeen(node, actor, batch))
  const quality = batch.quality as unknown as BatchQuality
  const unmapped = quality.unmapped.map((each) =>
    isRead(each.field) ? each : { ...each, code: hidden, suggestion: null },
  )
  return { ...batch, quality: { ...batch.quality, unmapped } }
}

/** A batch, as far as it matters who is told how many records it has. */
type Counted = Pick<Batch, 'dataset' | 'recordType' | 'institution'>

/**
 * What the policy says of telling somebody how many records a batch has. Of persons that is an exact figure, told in
 * their country, to the institution whose records they are, and to whoever an agreement gives something of them. What is
 * drawn by a generator, and what counts nobody one by one (figures of other sources), is everybody's to see.
 *
 * @see docs/decisions/0129-counts-of-files-are-figures.md
 */
export async function decidingCounts(
  node: CaudalNode,
  actor: Actor,
): Promise<(batch: Counted, isSynthetic: boolean) => Decision> {
  const countries = await countriesOfDatasets(node.register)
  const { registers, holdingOf } = await readPolicy(node.register)
  const at = new Date().toISOString()
  return ({ dataset, recordType, institution }, isSynthetic) => {
    const decision = decideCounts(actor, countries.get(dataset) ?? '')
    const { fields } = getRecordType(recordType)
    if (decision.outcome === 'allow' || isSynthetic || !isOfPersons(recordType)) return allowed
    const known = holdingOf({ id: dataset, recordType, country: null })
    const owner = known.owner === '' ? institution : known.owner
    if (owner !== '' && owner === actor.institution) return allowed
    const holding = { ...known, owner: owner ?? '' }
    const isShared = purposesOf(actor.roles).some(
      (purpose) =>
        decideRecord({ actor, purpose, holding, at }, fields, registers).given.length > 0,
    )
    return isShared ? allowed : decision
  }
}

const allowed: Decision = { outcome: 'allow', reason: 'operation-of-role' }

/**
 * Whether somebody may have records of a batch counted field by field: whoever reads figures of its country before
 * protection, and whoever may read something of the records themselves.
 *
 * @throws {Refusal} of the policy
 */
export async function checkCounted(node: CaudalNode, actor: Actor, batch: Batch): Promise<void> {
  const country = (await countriesOfDatasets(node.register)).get(batch.dataset) ?? ''
  if (decideFigures(actor, [country]).outcome === 'allow') return
  const decisions = await decideSeen(node, actor, batch)
  if (decisions === undefined || decisions.some(({ given }) => given.length > 0)) return
  const whole = decisions.map(wholeRefusal).find((each) => each !== undefined)
  if (whole !== undefined) throw refusalOf(await namingParties(node.register, whole))!
}
