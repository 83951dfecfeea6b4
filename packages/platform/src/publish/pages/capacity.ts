import { periodLabel } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { CapacityCountry } from '../../../../portal/src/release/index.ts'
import type { CapacityAssessment } from '../capacity/assessments.ts'
import { countryName } from './countries.ts'

/** The published assessments, country by country in the order of their names. */
export function capacityCountries(
  published: readonly CapacityAssessment[],
  language: Language,
): CapacityCountry[] {
  const codes = [...new Set(published.map(({ country }) => country))]
  return codes
    .map((code) => ({
      code,
      label: countryName(code, language),
      versions: published
        .filter(({ country }) => country === code)
        .map(({ version, questionnaire, at, answers, score }) => ({
          version,
          questionnaire,
          at,
          answers,
          score,
          day: periodLabel(at.slice(0, 10), language),
        })),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
}
