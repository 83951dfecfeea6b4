import { labelOfPlace, type RegisterName } from '@caudal/methods/govern'
import type { Refusal } from '@caudal/methods/vocabulary'
import { registerRefusals } from './refusals.ts'

/** That something is set by an act, of signing or of meeting a request, and by no hand. */
export function refuseByHand(register: RegisterName, place: string): Refusal {
  return registerRefusals.refuse('set-by-act', { place, placeLabel: labelOfPlace(register, place) })
}
