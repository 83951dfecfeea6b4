import type { Text } from '../../vocabulary/index.ts'
import { fieldsOfAgreements, fieldsOfDerogations } from './fields-of-agreements.ts'
import { fieldsOfActivities } from './fields-of-activities.ts'
import { fieldsOfEvents } from './fields-of-events.ts'
import { labelsOfRequests } from './labels-of-requests.ts'
import type { RegisterField } from './register-field.ts'
import type { RegisterName } from './registers.ts'

/** Registers whose documents are written on a form; requests and notices have pages of their own. */
export type WrittenRegister = Exclude<RegisterName, 'request' | 'notice'>

/** The fields of the documents of each register, in the order in which they are asked and shown. */
export const registerFields: Readonly<Record<WrittenRegister, readonly RegisterField[]>> = {
  ...fieldsOfActivities,
  agreement: fieldsOfAgreements,
  derogation: fieldsOfDerogations,
  ...fieldsOfEvents,
}

/** Whether the documents of a register are written on a form. */
export function isWrittenRegister(name: string): name is WrittenRegister {
  return Object.hasOwn(registerFields, name)
}

/** What people call a place of a document; the place itself where no form asks for it. */
export function labelOfPlace(register: RegisterName, place: string): Text {
  const fields = isWrittenRegister(register) ? registerFields[register] : []
  const found = fields
    .filter((field) => place === field.place || place.startsWith(`${field.place}.`))
    .sort((one, other) => other.place.length - one.place.length)[0]
  const ofRequests: Readonly<Record<string, Text>> = labelsOfRequests
  const own = register === 'request' ? ofRequests[place.split('.')[0]!] : found?.label
  return own ?? { es: place, en: place, fr: place }
}
