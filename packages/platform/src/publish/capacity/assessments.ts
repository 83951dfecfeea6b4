import {
  scoreCapacity,
  type CapacityAnswers,
  type CapacityScore,
} from '@caudal/methods/govern/capacity'
import type { Queryable } from '../../store/index.ts'

/** A version of a country's answers, with its score. */
export interface CapacityAssessment {
  readonly country: string
  readonly version: number
  readonly questionnaire: number
  readonly answers: CapacityAnswers
  readonly actor: string
  /** ISO instant. */
  readonly at: string
  /** Whether everybody may read it. */
  readonly isPublic: boolean
  readonly score: CapacityScore
}

/** Versions in their order, of one country or of all; whether one is public its last decision says. */
export async function selectAssessments(
  register: Queryable,
  country?: string,
): Promise<CapacityAssessment[]> {
  const rows = await register.query<Omit<CapacityAssessment, 'score'>>(
    `select country, version, questionnaire, answers, actor,
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
       coalesce((
         select is_public from capacity_publications as decision
         where decision.country = assessment.country and decision.version = assessment.version
         order by id desc limit 1
       ), false) as "isPublic"
     from capacity_assessments as assessment
     where $1::text is null or country = $1 order by country, version`,
    [country ?? null],
  )
  return rows.map((row) => ({ ...row, score: scoreCapacity(row.answers) }))
}
