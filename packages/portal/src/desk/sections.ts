import type { Operation } from '@caudal/methods/govern'
import { formsSection } from './collect/forms/section.ts'
import { recordsSection } from './collect/records/section.ts'
import { collectSection } from './collect/section.ts'
import { linkSection } from './link/section.ts'
import { measureSection } from './measure/section.ts'
import { publishSection } from './publish/section.ts'
import { capacitySection } from './capacity/section.ts'
import { governSection } from './govern/section.ts'

/** The sections that exist, in the order of the flow; what surrounds it comes last. */
export const deskSections = [
  collectSection,
  formsSection,
  recordsSection,
  linkSection,
  measureSection,
  publishSection,
  capacitySection,
  governSection,
] as const

/** What opens the desk: an operation of any section. */
export const deskOperations: readonly Operation[] = deskSections.flatMap(
  ({ operations }) => operations,
)

/** The sections in which somebody who may do these things has work. */
export function listSections(held: readonly Operation[]): readonly (typeof deskSections)[number][] {
  return deskSections.filter(({ operations }) => operations.some((each) => held.includes(each)))
}
