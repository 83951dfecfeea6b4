/** What a clerk is about to write: the true values, or what an error made of them. */
export interface RecordFields {
  /** Day and minute of the day of the crossing; the day as year · 10000 + month · 100 + day. */
  day: number
  civil: number
  minuteOfDay: number
  direction: string
  /** Index of the post. */
  post: number
  mode: string
  given: readonly string[]
  paternal: string
  maternal: string
  marriedName: string
  /** Spelled as the machine-readable zone does. */
  machineRead: boolean
  /** `F`, `M` or empty. */
  sex: string
  /** As `civil`; 0 where unknown. */
  birthCivil: number
  /** Indexes of places, -1 where unknown. */
  citizenship: number
  birthPlace: number
  residence: number
  counterpart: number
  issuer: number
  documentType: string
  documentNumber: string
  purpose: string
  /** 0 where none are granted. */
  authorisedDays: number
  carrier: string
  /** Name of the column written with a code that no list has; empty mostly. */
  unknownColumn: string
}

/** Fields with nothing in them yet. */
export function blankFields(): RecordFields {
  return {
    day: 0,
    civil: 0,
    minuteOfDay: 0,
    direction: '',
    post: 0,
    mode: '',
    given: [],
    paternal: '',
    maternal: '',
    marriedName: '',
    machineRead: false,
    sex: '',
    birthCivil: 0,
    citizenship: -1,
    birthPlace: -1,
    residence: -1,
    counterpart: -1,
    issuer: -1,
    documentType: '',
    documentNumber: '',
    purpose: '',
    authorisedDays: 0,
    carrier: '',
    unknownColumn: '',
  }
}
