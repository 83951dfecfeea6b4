import { defineRefusals } from '../../vocabulary/index.ts'

/**
 * The criterion of usual residence: a change of country counts as migration when the person
 * spends at least `thresholdDays` of the `windowDays` days that follow the crossing in the new place.
 */
export interface ResidenceCriterion {
  /** V, in days. */
  readonly thresholdDays: number
  /** W, in days. */
  readonly windowDays: number
}

/**
 * The criteria in use. `twelve-in-sixteen` is that of New Zealand and Australia.
 *
 * @see United Nations Expert Group on Migration Statistics (2021), Conceptual frameworks and
 *   concepts and definitions on international migration
 * @see Stats NZ (2017), Outcomes-based measure of permanent and long-term migration
 */
export const residenceCriteria = {
  'twelve-in-sixteen': { thresholdDays: 365, windowDays: 487 },
  'nine-in-twelve': { thresholdDays: 270, windowDays: 365 },
  'six-months-and-a-day': { thresholdDays: 183, windowDays: 365 },
} as const satisfies Record<string, ResidenceCriterion>

export const residenceRefusals = defineRefusals('measure', {
  'criterion-impossible': {
    status: 422,
    what: {
      es: 'Un umbral de {threshold} días en una ventana de {window} no define la residencia: un mismo período podría ser migración en los dos sentidos, o en ninguno.',
      en: 'A threshold of {threshold} days in a window of {window} does not define residence: one period could be a migration both ways, or neither.',
      fr: 'Un seuil de {threshold} jours dans une fenêtre de {window} ne définit pas la résidence : une même période pourrait être une migration dans les deux sens, ou dans aucun.',
    },
    advice: {
      es: 'Elija números enteros de días tales que el umbral sea mayor que la mitad de la ventana y no mayor que ella, por ejemplo 365 y 487.',
      en: 'Choose whole days so that the threshold is more than half of the window and at most the window, for example 365 and 487.',
      fr: 'Choisissez des jours entiers tels que le seuil dépasse la moitié de la fenêtre sans dépasser celle-ci, par exemple 365 et 487.',
    },
  },
})

/**
 * Refuses a criterion for which the rule has no meaning: W/2 < V ≤ W, in whole days.
 *
 * @throws Refusal `measure.criterion-impossible`
 */
export function checkCriterion(criterion: ResidenceCriterion): void {
  const { thresholdDays: threshold, windowDays: window } = criterion
  const whole = Number.isSafeInteger(threshold) && Number.isSafeInteger(window)
  if (!whole || threshold * 2 <= window || threshold > window) {
    throw residenceRefusals.refuse('criterion-impossible', { threshold, window })
  }
}
