import { dimensions, levels } from '@caudal/methods/govern/capacity'
import type { Language } from '@caudal/methods/vocabulary'
import { csvLine } from '../../collect/report/csv-line.ts'
import type { CapacityAssessment } from './assessments.ts'

const headings = [
  'country',
  'version',
  'date',
  'questionnaire',
  'dimension',
  'dimension_label',
  'dimension_score',
  'question',
  'question_text',
  'level',
  'level_label',
  'evidence',
]

const notApplicable: Readonly<Record<Language, string>> = {
  es: 'No se aplica',
  en: 'Does not apply',
  fr: 'Ne s’applique pas',
}

/** One row per version and question; a question that was not answered has no level. */
export function assessmentCsv(
  assessments: readonly CapacityAssessment[],
  language: Language,
): string {
  const lines = assessments.flatMap(({ country, version, at, questionnaire, answers, score }) =>
    dimensions.flatMap(({ id, title, questions }) => {
      const found = score.dimensions.find((each) => each.id === id)?.score ?? null
      return questions.map((question) => {
        const answer = answers[question.id]
        const label =
          answer === undefined
            ? ''
            : answer.level === null
              ? notApplicable[language]
              : levels[answer.level]![language]
        return [
          country,
          version,
          at.slice(0, 10),
          questionnaire,
          id,
          title[language],
          found === null ? null : Math.round(found * 10) / 10,
          question.id,
          question.text[language],
          answer?.level ?? null,
          label,
          answer?.evidence ?? '',
        ]
      })
    }),
  )
  return [headings, ...lines].map(csvLine).join('')
}
