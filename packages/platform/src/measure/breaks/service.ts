import { cubes, parsePeriod, type RecordedBreak } from '@caudal/methods/measure'
import type { Actor } from '@caudal/methods/govern'
import { findCode, languages, nearestName, type Language } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { auditLogOf } from '../../govern/audit/audit-log.ts'
import { actOf, authorise } from '../../govern/authorise.ts'
import { countryNames } from '../../govern/country-names.ts'
import type { CaudalNode } from '../../store/index.ts'
import { listStandingBreaks, selectBreaks, type KeptBreak } from './recorded-breaks.ts'
import { breakRefusals } from './refusals.ts'

/** A break as it is recorded. */
export interface GivenBreak {
  readonly country: string
  readonly cube: string
  readonly from: string
  readonly reason: Readonly<Partial<Record<Language, string>>>
  readonly source: string
}

const [longestReason, longestSource] = [600, 300]

/** The breaks that stand: a part of what figures mean, for everybody. */
export function listPublicBreaks(node: CaudalNode): Promise<RecordedBreak[]> {
  return listStandingBreaks(node.register)
}

/** Every break that was recorded, with what became of it and who did it. */
export async function listKeptBreaks(node: CaudalNode, actor: Actor): Promise<KeptBreak[]> {
  await authorise(node, actor, 'measure.keep-breaks')
  return selectBreaks(node.register)
}

/**
 * Records a break: from a period on the figures of a cube for a country do not compare with those before.
 *
 * @returns its number
 * @throws Refusal of `breaks` and of the policy
 */
export async function addBreak(node: CaudalNode, actor: Actor, given: GivenBreak): Promise<number> {
  await authorise(node, actor, 'measure.keep-breaks')
  const { country, cube, from, reason, source } = readBreak(given)
  checkCountry(actor, country)
  return node.register.transaction(async (transaction) => {
    // Two at once would both find it free.
    await transaction.query('select pg_advisory_xact_lock(hashtext($1))', [
      `break ${country} ${cube} ${from}`,
    ])
    const known = (await listStandingBreaks(transaction)).find(
      (each) => each.country === country && each.cube === cube && each.from === from,
    )
    if (known !== undefined) {
      throw breakRefusals.refuse('recorded-already', { country, cube, period: from, id: known.id })
    }
    const [row] = await transaction.query<{ id: number }>(
      `insert into series_breaks (country, cube, from_period, reason, source, actor)
       values ($1, $2, $3, $4, $5, $6) returning id`,
      [country, cube, from, JSON.stringify(reason), source, actor.id],
    )
    await auditLogOf(node).appendWithin(transaction, [
      actOf(actor, 'measure.keep-breaks', {
        subject: `break:${row!.id}`,
        details: { act: 'recorded', country, cube, from },
      }),
    ])
    return row!.id
  })
}

/**
 * Ends a break that was found to be none; it stays in the register with the reason.
 *
 * @throws Refusal `breaks.break-unknown`, `breaks.end-unexplained`, `breaks.another-country`, of the policy
 */
export async function endBreak(
  node: CaudalNode,
  actor: Actor,
  id: number,
  reason: string,
): Promise<void> {
  await authorise(node, actor, 'measure.keep-breaks', `break:${id}`)
  const why = reason.trim()
  if (why === '' || why.length > longestReason) {
    throw breakRefusals.refuse('end-unexplained', { most: longestReason })
  }
  await node.register.transaction(async (transaction) => {
    const found = (await listStandingBreaks(transaction)).find((each) => each.id === id)
    if (found === undefined) throw breakRefusals.refuse('break-unknown', { id })
    checkCountry(actor, found.country)
    const ended = await transaction.query(
      `insert into series_break_ends (break, reason, actor) values ($1, $2, $3)
       on conflict do nothing returning break`,
      [id, why, actor.id],
    )
    if (ended.length === 0) throw breakRefusals.refuse('break-unknown', { id })
    await auditLogOf(node).appendWithin(transaction, [
      actOf(actor, 'measure.keep-breaks', {
        subject: `break:${id}`,
        details: { act: 'ended', country: found.country, cube: found.cube, from: found.from },
      }),
    ])
  })
}

function readBreak({ country, cube, from, reason, source }: GivenBreak) {
  const code = findCode(getCodeList('countries'), country.trim().toUpperCase())?.code
  if (code === undefined || !/^[A-Z]{3}$/.test(code)) {
    throw breakRefusals.refuse('country-unknown', { country: country.slice(0, 40) })
  }
  const names = cubes.map(({ id }) => id)
  if (!names.includes(cube)) {
    throw breakRefusals.refuse('cube-unknown', {
      cube: cube.slice(0, 80),
      nearest: nearestName(cube, names) ?? names[0]!,
      valid: names.join(', '),
    })
  }
  const period = from.trim()
  const isDay = period.length === 10
  if (
    parsePeriod(period) === undefined ||
    (isDay && new Date(`${period}T00:00:00Z`).toISOString().slice(0, 10) !== period)
  ) {
    throw breakRefusals.refuse('period-unreadable', { period: from.slice(0, 40) })
  }
  const text = (language: Language) => reason[language]?.trim() ?? ''
  if (languages.some((each) => text(each) === '' || text(each).length > longestReason)) {
    throw breakRefusals.refuse('reason-in-one-language', { most: longestReason })
  }
  const origin = source.trim()
  if (origin === '' || origin.length > longestSource) {
    throw breakRefusals.refuse('source-missing', { most: longestSource })
  }
  return {
    country: code,
    cube,
    from: period,
    reason: { es: text('es'), en: text('en'), fr: text('fr') },
    source: origin,
  }
}

/** The countries whose breaks somebody may record. */
export function countriesFor(actor: Actor): string[] {
  const list = getCodeList('countries')
  if (actor.country !== '') return [findCode(list, actor.country)?.code ?? actor.country]
  return list.codes.map(({ code }) => code).filter((code) => /^[A-Z]{3}$/.test(code))
}

/** Accounts of a country keep the breaks of its own series; those of none, of any. */
function checkCountry(actor: Actor, country: string): void {
  if (actor.country === '') return
  const own = findCode(getCodeList('countries'), actor.country)?.code ?? actor.country
  if (own === country) return
  throw breakRefusals.refuse('another-country', { country, countryLabel: countryNames(country) })
}
