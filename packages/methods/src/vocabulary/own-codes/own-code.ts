import type { Code, CodeList } from '../code-list.ts'
import type { Language, Text } from '../language.ts'
import { ownCodes } from './open-lists.ts'

/** A code that the users of a node add to a code list of the platform. */
export interface OwnCode {
  /** Id of the code list. */
  readonly list: string
  readonly code: string
  readonly label: Text
  /** The place that it lies in, a code of the list above; of lists of places. */
  readonly parent?: string | undefined
  /** The code of the platform that it counts as where countries are compared; of categories. */
  readonly standard?: string | undefined
  /** Other spellings that sources use for it. */
  readonly aliases?: readonly string[] | undefined
  /** First day on which it is in force, ISO date. */
  readonly validFrom: string
  /** Last day on which it is in force, ISO date; open where absent. */
  readonly validTo?: string | undefined
  /** The code that stands for it after its last day. */
  readonly replacedBy?: string | undefined
}

/** What speaks against a code, or against its end. */
export type OwnCodeFault =
  | { readonly kind: 'list-unknown'; readonly list: string }
  | { readonly kind: 'list-closed'; readonly list: string }
  | { readonly kind: 'code-malformed'; readonly code: string }
  | { readonly kind: 'standard-redefined'; readonly code: string }
  | {
      readonly kind: 'code-exists' | 'code-ended'
      readonly code: string
      readonly from: string
      readonly until: string
    }
  | { readonly kind: 'name-missing'; readonly language: Language }
  | {
      readonly kind: 'name-taken'
      readonly name: string
      readonly code: string
      readonly label: Text
    }
  | { readonly kind: 'day-wrong'; readonly day: string }
  | { readonly kind: 'end-before-start'; readonly from: string; readonly until: string }
  | { readonly kind: 'parent-missing' | 'standard-missing'; readonly list: string }
  | {
      readonly kind: 'parent-unknown' | 'parent-not-in-force' | 'standard-unknown'
      readonly code: string
      readonly list: string
    }
  | { readonly kind: 'code-unknown'; readonly code: string; readonly list: string }
  | { readonly kind: 'replacement-unfit'; readonly code: string; readonly by: string }
  | { readonly kind: 'has-children'; readonly code: string; readonly children: string }

/** The code of a list that an own code is. */
export function codeOfOwn(own: OwnCode, list: CodeList): Code {
  const { code, label, parent, standard, aliases, validFrom, validTo, replacedBy } = own
  const above = parent ?? (isNested(list) ? standard : undefined)
  return {
    code,
    label,
    ...(above !== undefined && !above.startsWith('_') && { parent: above }),
    ...(aliases !== undefined && aliases.length > 0 && { aliases }),
    validFrom,
    ...(validTo !== undefined && { validTo }),
    ...(replacedBy !== undefined && { replacedBy }),
    standing: 'own',
    ...(standard !== undefined && { standard }),
  }
}

/** What own codes add to a list: the list with them alone, for a book of code lists. */
export function additionTo(list: CodeList, own: readonly OwnCode[]): CodeList {
  const codes = own.filter((each) => each.list === list.id).map((each) => codeOfOwn(each, list))
  return { ...list, codes }
}

/** Whether codes of a list lie in others of the same list. */
function isNested(list: CodeList): boolean {
  if (list.parentList !== undefined) return false
  const codes = new Set(list.codes.map(({ code }) => code))
  return list.codes.some(({ parent }) => parent !== undefined && codes.has(parent))
}

/** The own codes of the codes of a list that lie in a code and are in force after a day. */
export function childrenAfter(children: CodeList, parent: string, day: string): string[] {
  return [...ownCodes(children).values()]
    .filter((each) => each.parent === parent && (each.validTo ?? '9999') > day)
    .map(({ code }) => code)
}
