import { decideShared, type SharingAgreement } from '@caudal/methods/govern'
import { getField, getRecordType } from '@caudal/methods/collect'
import { findDocument } from '../../govern/registers/documents.ts'
import { readPolicyRegisters } from '../../govern/registers/policy-registers.ts'
import type { CaudalNode } from '../../store/index.ts'
import { linkedFields, type LinkedType, type LinkedBatches } from './linked-fields.ts'

/**
 * Whose records may be linked with whose. A circle is an institution with all that share their records
 * with it for linkage; records of different circles are never compared. Records that the register of
 * datasets gives to nobody are a circle of their own, named by the empty text.
 */
export interface Circles {
  /** Name of the circle, by batch: the institution at its middle. */
  readonly ofBatch: ReadonlyMap<number, string>
  /** Fields that a batch does not share with its circle, by batch: linkage does without them. */
  readonly unshared: ReadonlyMap<number, ReadonlySet<string>>
  /** Names of the circles, in their order. */
  readonly names: readonly string[]
  /**
   * Institutions with whom all of their circle share, and who may see what was linked in it, in order: the one
   * at its middle, and whoever it shares with in turn. Who only gives records sees nobody else's.
   */
  readonly readers: readonly string[]
}

/** What an institution holds of a country. */
interface Held {
  readonly owner: string
  readonly types: ReadonlySet<LinkedType>
}

/**
 * Reads the circles of a country's records from the registers of datasets and agreements.
 *
 * @param day ISO date on which agreements are to be in force
 */
export async function readCircles(
  node: CaudalNode,
  inputs: readonly LinkedBatches[],
  day: string,
): Promise<Circles> {
  const ownerOf = new Map<string, string>()
  for (const dataset of new Set(inputs.flatMap(({ batches }) => batches.map((b) => b.dataset)))) {
    const owned = await findDocument(node.register, 'dataset', dataset)
    ownerOf.set(dataset, owned?.content.owner ?? '')
  }
  const types = new Map<string, Set<LinkedType>>()
  for (const { recordType, batches } of inputs) {
    for (const { dataset } of batches) {
      const owner = ownerOf.get(dataset)!
      types.set(owner, (types.get(owner) ?? new Set()).add(recordType))
    }
  }
  const held = [...types].map(([owner, own]) => ({ owner, types: own }))
  const { agreements } = await readPolicyRegisters(node.register)
  const circleOf = drawCircles(held, agreements, day)
  const ofBatch = new Map(
    inputs.flatMap(({ batches }) =>
      batches.map(({ id, dataset }) => [id, circleOf.get(ownerOf.get(dataset)!)!] as const),
    ),
  )
  const unshared = new Map(
    inputs.flatMap(({ recordType, batches }) =>
      batches.map(({ id, dataset }) => {
        const asked = { owner: ownerOf.get(dataset)!, recipient: ofBatch.get(id)!, recordType, day }
        const fields = linkedFields.filter((field) => !shares(field.id, asked, agreements))
        return [id, new Set(fields.map((field) => field.id))] as const
      }),
    ),
  )
  const readers = held
    .filter(({ owner }) => owner !== '')
    .filter(({ owner }) =>
      held.every(
        (each) =>
          circleOf.get(each.owner) !== circleOf.get(owner) ||
          sharesWith(each, owner, agreements, day),
      ),
    )
    .map(({ owner }) => owner)
    .sort()
  return { ofBatch, unshared, names: [...new Set(ofBatch.values())].sort(), readers }
}

/**
 * Parts institutions into circles: the one with whom most share stands in the middle of the first; who is
 * in a circle is in no other, so that nobody's records meet through a third.
 *
 * @returns name of the circle, by institution
 */
export function drawCircles(
  held: readonly Held[],
  agreements: readonly SharingAgreement[],
  day: string,
): ReadonlyMap<string, string> {
  const circles = new Map<string, string>()
  let left = held.toSorted((a, b) => (a.owner < b.owner ? -1 : 1))
  while (left.length > 0) {
    const around = left.map((middle) => ({
      middle: middle.owner,
      members: left.filter((each) => sharesWith(each, middle.owner, agreements, day)),
    }))
    const { middle, members } = around.reduce((most, each) =>
      each.members.length > most.members.length ? each : most,
    )
    for (const { owner } of members) circles.set(owner, middle)
    left = left.filter((each) => !members.includes(each))
  }
  return circles
}

/** Without these nothing can be linked. */
const needed = ['given_names', 'family_names', 'birth_date', 'document_number']

/** Whether an institution shares names, birth dates and documents with another, for linkage. */
function sharesWith(
  { owner, types }: Held,
  recipient: string,
  agreements: readonly SharingAgreement[],
  day: string,
): boolean {
  return [...types].every((recordType) =>
    needed.every((id) => shares(id, { owner, recipient, recordType, day }, agreements)),
  )
}

interface Asked {
  readonly owner: string
  readonly recipient: string
  readonly recordType: LinkedType
  readonly day: string
}

function shares(id: string, asked: Asked, agreements: readonly SharingAgreement[]): boolean {
  if (asked.owner === asked.recipient) return true
  if (asked.owner === '' || asked.recipient === '') return false
  const field = getField(getRecordType(asked.recordType), id)
  return decideShared(agreements, { ...asked, purpose: 'linkage', field }).outcome === 'allow'
}
