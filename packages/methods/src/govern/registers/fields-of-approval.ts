import type { RegisterField } from './register-field.ts'

/** By whom and when a document was approved: set by approving alone, in every register that has it. */
export const fieldsOfApproval = [
  {
    place: 'approvedBy',
    kind: 'line',
    byAct: true,
    optional: true,
    label: { es: 'Aprobada por', en: 'Approved by', fr: 'Approuvée par' },
  },
  {
    place: 'approvedAt',
    kind: 'moment',
    byAct: true,
    optional: true,
    label: { es: 'Aprobada', en: 'Approved at', fr: 'Approuvée le' },
  },
] as const satisfies readonly RegisterField[]
