import {
  questionnaireVersion,
  questions,
  type CapacityAnswers,
} from '@caudal/methods/govern/capacity'
import type { Actor } from '@caudal/methods/govern'
import { findCode } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { actOf, authorise } from '../../govern/authorise.ts'
import { countryNames } from '../../govern/country-names.ts'
import type { CaudalNode } from '../../store/index.ts'
import { selectAssessments, type CapacityAssessment } from './assessments.ts'
import { capacityRefusals } from './refusals.ts'

/** The versions of every country that the actor may read: what is published, and those it answers for. */
export async function listAssessments(
  node: CaudalNode,
  actor: Actor,
): Promise<CapacityAssessment[]> {
  await authorise(node, actor, 'publish.read-capacity')
  return readableBy(actor, await selectAssessments(node.register))
}

/** The versions of a country, the first one first. @throws {Refusal} capacity.country-unknown */
export async function countryAssessments(
  node: CaudalNode,
  actor: Actor,
  country: string,
): Promise<CapacityAssessment[]> {
  await authorise(node, actor, 'publish.read-capacity')
  return readableBy(actor, await selectAssessments(node.register, countryCode(country)))
}

/** What a country has not published is its own. */
function readableBy(
  actor: Actor,
  assessments: readonly CapacityAssessment[],
): CapacityAssessment[] {
  return assessments.filter(({ country, isPublic }) => isPublic || answersFor(actor, country))
}

/** What everybody may read: the versions that were published. */
export async function publicAssessments(
  node: CaudalNode,
  country?: string,
): Promise<CapacityAssessment[]> {
  const all = await selectAssessments(
    node.register,
    country === undefined ? undefined : countryCode(country),
  )
  return all.filter(({ isPublic }) => isPublic)
}

/** Whether somebody answers for a country: those of a country for it alone, those of none for any. */
export function answersFor(actor: Actor, country: string): boolean {
  return actor.country === '' || countryCodeOf(actor.country) === country
}

/**
 * Keeps the answers of a country as its next version; the versions before stay.
 *
 * @param after version that the answers start from, 0 for the first: none is overwritten unseen
 * @returns the new version
 * @throws {Refusal} of `capacity`
 */
export async function answerQuestionnaire(
  node: CaudalNode,
  actor: Actor,
  given: string,
  after: number,
  answers: CapacityAnswers,
): Promise<number> {
  await authorise(node, actor, 'publish.assess-capacity')
  const country = ownCountry(actor, given)
  checkAnswers(answers)
  return node.register.transaction(async (transaction) => {
    const [row] = await transaction.query<{ version: number }>(
      `insert into capacity_assessments (country, version, questionnaire, answers, actor)
       select $1, $2 + 1, $3, $4, $5
       where $2 = (select coalesce(max(version), 0) from capacity_assessments where country = $1)
       on conflict do nothing returning version`,
      [country, after, questionnaireVersion, JSON.stringify(answers), actor.id],
    )
    if (row === undefined) throw capacityRefusals.refuse('changed-meanwhile')
    await auditLogOf(node).appendWithin(transaction, [
      actOf(actor, 'publish.assess-capacity', {
        subject: `capacity:${country}`,
        details: { version: row.version, answered: Object.keys(answers).length },
      }),
    ])
    return row.version
  })
}

/**
 * Shows a version to everybody, or takes it back.
 *
 * @throws {Refusal} capacity.version-unknown, capacity.another-country
 */
export async function publishAssessment(
  node: CaudalNode,
  actor: Actor,
  given: string,
  version: number,
  isPublic: boolean,
): Promise<void> {
  await authorise(node, actor, 'publish.release', `capacity:${given.slice(0, 20)}`)
  const country = ownCountry(actor, given)
  await node.register.transaction(async (transaction) => {
    const known = await selectAssessments(transaction, country)
    if (!known.some((each) => each.version === version)) {
      throw capacityRefusals.refuse('version-unknown', { country, version: String(version) })
    }
    await transaction.query(
      `insert into capacity_publications (country, version, is_public, actor)
       values ($1, $2, $3, $4)`,
      [country, version, isPublic, actor.id],
    )
    await auditLogOf(node).appendWithin(transaction, [
      actOf(actor, 'publish.release', {
        subject: `capacity:${country}`,
        details: { act: isPublic ? 'show' : 'take-back', version },
      }),
    ])
  })
}

function checkAnswers(answers: CapacityAnswers): void {
  const known = new Set(questions.map(({ id }) => id))
  const given = Object.entries(answers)
  if (given.length === 0) throw capacityRefusals.refuse('nothing-answered')
  for (const [question, { level, evidence }] of given) {
    if (!known.has(question)) {
      throw capacityRefusals.refuse('question-unknown', { question: question.slice(0, 80) })
    }
    if (level === null && evidence.trim() === '') {
      throw capacityRefusals.refuse('why-not-applicable', { question })
    }
  }
}

/** @throws {Refusal} capacity.country-unknown, capacity.another-country */
function ownCountry(actor: Actor, given: string): string {
  const country = countryCode(given)
  if (answersFor(actor, country)) return country
  throw capacityRefusals.refuse('another-country', {
    own: actor.country,
    ownLabel: countryNames(actor.country),
    country,
    countryLabel: countryNames(country),
  })
}

/** @throws {Refusal} capacity.country-unknown */
function countryCode(text: string): string {
  const code = countryCodeOf(text)
  if (code === undefined) {
    throw capacityRefusals.refuse('country-unknown', { country: text.slice(0, 40) })
  }
  return code
}

/** Codes without a region are nationalities of travel documents, not countries. */
function countryCodeOf(text: string): string | undefined {
  const found = findCode(getCodeList('countries'), text)
  return found?.parent === undefined ? undefined : found.code
}
