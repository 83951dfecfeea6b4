import type { RandomGenerator } from '../numerics/index.ts'
import { errorBit, errorKinds, type ErrorKind } from './error-kinds.ts'
import type { Office } from './office.ts'
import type { RecordFields } from './record-fields.ts'
import { abbreviate, misspell } from './spelling-errors.ts'

/**
 * An error: changes the fields as a clerk or a system would, and says whether it could. Names
 * come first, so that a misspelling may still be swapped or left out.
 */
type Spoiler = (fields: RecordFields, random: RandomGenerator, office: Office) => boolean

const spoilers: Partial<Record<ErrorKind, Spoiler>> = {
  'family-misspelt': (fields, random) => {
    if (fields.maternal !== '' && random.chance(0.5))
      fields.maternal = misspell(fields.maternal, random)
    else fields.paternal = misspell(fields.paternal, random)
    return true
  },
  'given-misspelt': (fields, random) => {
    const at = random.below(fields.given.length)
    fields.given = fields.given.map((name, i) => (i === at ? misspell(name, random) : name))
    return true
  },
  'surnames-swapped': (fields) => {
    if (fields.maternal === '' || fields.maternal === fields.paternal) return false
    ;[fields.paternal, fields.maternal] = [fields.maternal, fields.paternal]
    return true
  },
  'names-swapped': (fields) => {
    const family = [fields.paternal, fields.maternal].filter((name) => name !== '')
    fields.paternal = fields.given[0]!
    fields.maternal = fields.given[1] ?? ''
    fields.given = family
    fields.marriedName = ''
    return true
  },
  'maternal-missing': (fields) => {
    if (fields.maternal === '') return false
    fields.maternal = ''
    return true
  },
  'given-abbreviated': (fields) => {
    const last = fields.given.length - 1
    fields.given = fields.given.map((name, i) => (i === last ? abbreviate(name) : name))
    return true
  },
  'second-given-missing': (fields) => {
    if (fields.given.length < 2) return false
    fields.given = fields.given.slice(0, 1)
    return true
  },
  'birth-day-month-swapped': (fields) => {
    const { birthCivil } = fields
    const month = Math.floor(birthCivil / 100) % 100
    const day = birthCivil % 100
    if (birthCivil === 0 || day > 12 || day === month) return false
    fields.birthCivil = Math.floor(birthCivil / 10000) * 10000 + day * 100 + month
    return true
  },
  'birth-date-typo': (fields, random) => {
    if (fields.birthCivil === 0) return false
    const year = Math.floor(fields.birthCivil / 10000)
    const month = Math.floor(fields.birthCivil / 100) % 100
    const kind = random.below(3)
    // Never past the crossing: that is an error of its own.
    if (kind === 0) fields.birthCivil -= 10000
    else if (kind === 1 && year > 1930) fields.birthCivil -= 100000
    else fields.birthCivil += (month > 1 ? -1 : 1) * 100 - (fields.birthCivil % 100) + 1
    return fields.birthCivil <= fields.civil
  },
  'birth-date-defaulted': (fields) => {
    if (fields.birthCivil === 0 || fields.birthCivil % 10000 === 101) return false
    fields.birthCivil = Math.floor(fields.birthCivil / 10000) * 10000 + 101
    return true
  },
  'birth-date-missing': (fields) => {
    fields.birthCivil = 0
    return true
  },
  'birth-after-crossing': (fields, random) => {
    if (fields.birthCivil === 0) return false
    // The 15th of a month of the year after the crossing's.
    fields.birthCivil =
      (Math.floor(fields.civil / 10000) + 1) * 10000 + (1 + random.below(12)) * 100 + 15
    return true
  },
  'sex-wrong': (fields) => {
    fields.sex = fields.sex === 'F' ? 'M' : 'F'
    return true
  },
  'sex-missing': (fields) => {
    fields.sex = ''
    return true
  },
  'document-typo': (fields, random) => {
    const { documentNumber: number } = fields
    if (number === '') return false
    const at = random.below(number.length)
    const digit = String((number.charCodeAt(at) + 1 + random.below(8)) % 10)
    if (number.charAt(at) === digit) return false
    fields.documentNumber = number.slice(0, at) + digit + number.slice(at + 1)
    return true
  },
  'document-missing': (fields) => {
    fields.documentNumber = ''
    return true
  },
  'citizenship-wrong': (fields) => {
    const other = [fields.residence, fields.counterpart, fields.birthPlace].find(
      (place) => place >= 0 && place !== fields.citizenship,
    )
    if (other === undefined) return false
    fields.citizenship = other
    return true
  },
  'unknown-code': (fields, random, office) => {
    const { codedColumns } = office
    if (codedColumns.length === 0) return false
    fields.unknownColumn = codedColumns[random.below(codedColumns.length)]!
    return true
  },
  'direction-wrong': (fields) => {
    fields.direction = fields.direction === 'arrival' ? 'departure' : 'arrival'
    return true
  },
  'crossing-date-typo': (fields) => {
    const day = Math.min(fields.civil % 100, 28)
    const month = Math.floor(fields.civil / 100) % 100
    // The month before, or the year before in January: nobody writes ahead.
    const months = month > 1 ? (month - 1) * 100 : 100 - 10000
    const moved = Math.floor(fields.civil / 10000) * 10000 + months + day
    if (moved < fields.birthCivil) return false
    fields.civil = moved
    return true
  },
  'impossible-date': (fields) => {
    fields.civil = Math.floor(fields.civil / 10000) * 10000 + 231
    return true
  },
}

const planted = errorKinds.flatMap((kind, index) => {
  const spoiler = spoilers[kind]
  return spoiler ? [{ index, mask: errorBit(kind), spoiler }] : []
})

/** Lets errors befall the fields at the office's rates; answers with the mask of what happened. */
export function spoil(office: Office, fields: RecordFields, random: RandomGenerator): number {
  let mask = 0
  for (const { index, mask: own, spoiler } of planted) {
    if (random.chance(office.rates[index]!) && spoiler(fields, random, office)) mask |= own
  }
  return mask
}
