import type { Field, RecordType } from '../record-type.ts'
import { displacement } from './displacement.ts'
import { estimate } from './estimate.ts'
import { incident } from './incident.ts'
import { indicator } from './indicator.ts'
import { journey } from './journey.ts'
import { movement } from './movement.ts'
import { observation } from './observation.ts'
import { outcome } from './outcome.ts'
import { permit } from './permit.ts'
import { residence } from './residence.ts'
import { returned } from './return.ts'
import { surveyResponse } from './survey-response.ts'

const recordTypes: readonly RecordType[] = [
  movement,
  permit,
  residence,
  returned,
  incident,
  displacement,
  surveyResponse,
  observation,
]

/** Record types that the node writes itself, from what files brought. */
const derivedRecordTypes: readonly RecordType[] = [journey, outcome, estimate, indicator]

/** Every record type that files are read as, in the order of the documentation. */
export function listRecordTypes(): readonly RecordType[] {
  return recordTypes
}

/** Record types that no file is read as: a stage writes them. */
export function listDerivedRecordTypes(): readonly RecordType[] {
  return derivedRecordTypes
}

/**
 * The record type of that id, read from files or derived.
 *
 * @throws Error where there is none; ask {@link listRecordTypes} first for what a user wrote.
 * @example getRecordType('movement').fields[0]?.id // => 'country'
 */
export function getRecordType(id: string): RecordType {
  const found = [...recordTypes, ...derivedRecordTypes].find((recordType) => recordType.id === id)
  if (!found) throw new Error(`No record type "${id}"`)
  return found
}

/**
 * A field of a record type by its id.
 *
 * @throws Error where there is none.
 * @example getField(getRecordType('movement'), 'age').unit?.en // => 'completed years'
 */
export function getField(recordType: RecordType, id: string): Field {
  const found = recordType.fields.find((field) => field.id === id)
  if (!found) throw new Error(`No field "${id}" in record type "${recordType.id}"`)
  return found
}
