import type { BlockingRule } from './blocking-rule.ts'
import { columnRole, columnRoles, type ColumnKind } from './column-kind.ts'
import { kindComparisons } from './kind-levels.ts'
import { levelName, type Level } from './level.ts'
import { linkSettingsSchema, type LinkSettings } from './link-settings.ts'
import type { Comparison, LinkSpecification, LinkType } from './link-specification.ts'
import { tellsBirthplace, tellsNationality } from './origin.ts'
import { linkSettingsRefusals } from './refusals.ts'
import { settingsReason } from './settings-reasons.ts'

/** A column as it was found in the files. */
export interface ObservedColumn {
  readonly name: string
  /** Records of all files. */
  readonly records: number
  /** Records with a value. */
  readonly values: number
  readonly distinct: number
  /** Share of values that can be read as a date, 0 to 1. */
  readonly dates: number
  /** Share of values that hold an @, 0 to 1. */
  readonly emails: number
}

/** Why a column takes no part. */
export interface ColumnLeftOut {
  readonly column: string
  readonly because: 'id' | 'truth' | 'event' | 'asked' | 'empty' | 'one-value' | 'all-different'
}

export interface ResolvedSettings {
  readonly specification: LinkSpecification
  readonly leftOut: readonly ColumnLeftOut[]
}

type Settings = ReturnType<typeof linkSettingsSchema.parse>

/** Checks settings as they were written. @throws Refusal where they are not right */
export function readLinkSettings(document: unknown): LinkSettings {
  const read = linkSettingsSchema.safeParse(document, { reportInput: true })
  if (read.success) return read.data
  throw linkSettingsRefusals.refuse('settings-malformed', settingsReason(read.error.issues[0]!))
}

/**
 * Settings made whole: what they leave out is told from the names of the columns and from what the
 * columns hold.
 *
 * @param id name of the column that tells records apart
 * @param files number of files, 1 or 2
 * @throws Refusal where settings contradict themselves or leave nothing to compare
 */
export function resolveSettings(
  given: LinkSettings,
  columns: readonly ObservedColumn[],
  id: string,
  files: 1 | 2,
): ResolvedSettings {
  const settings = linkSettingsSchema.parse(given)
  if (files === 1 && settings.linkType === 'link')
    throw linkSettingsRefusals.refuse('link-one-file')
  const { comparisons, leftOut } = settings.comparisons
    ? namedComparisons(settings, columns)
    : inferredComparisons(settings, columns, id)
  if (comparisons.length === 0) {
    const alike = leftOut.filter(({ because }) => because === 'one-value')
    if (alike.length > 0) {
      throw linkSettingsRefusals.refuse('all-alike', {
        records: columns[0]!.records,
        columns: alike.map(({ column }) => column).join(', '),
      })
    }
    throw linkSettingsRefusals.refuse('nothing-to-compare', {
      columns: columns.map(({ name }) => name).join(', '),
    })
  }
  refuseLoneSwaps(comparisons, leftOut)
  const { accept, review } = settings.thresholds ?? {}
  if (accept !== undefined && review !== undefined && review > accept) {
    throw linkSettingsRefusals.refuse('thresholds-crossed', { accept, review })
  }
  const linkType: LinkType = files === 1 ? 'dedupe' : (settings.linkType ?? 'link')
  return {
    leftOut,
    specification: {
      linkType,
      comparisons: withSwaps(withinOrigins(comparisons)),
      blocking: settings.blocking?.map(readRule),
      em: {
        rules: settings.em?.rules?.map(readRule),
        maxIterations: settings.em?.maxIterations ?? 200,
        tolerance: settings.em?.tolerance ?? 1e-5,
      },
      prior: {
        matchProbability: settings.prior?.matchProbability,
        deterministic: settings.prior?.deterministic?.map(readRule),
        recall: settings.prior?.recall,
      },
      thresholds: { accept, review },
      maxPairs: settings.maxPairs ?? 250_000_000,
      maxClusterSize: settings.maxClusterSize ?? 500,
      seed: settings.seed ?? 1,
    },
  }
}

/** @throws Refusal where names are said to change places with a column that is not compared */
function refuseLoneSwaps(comparisons: readonly Comparison[], leftOut: readonly ColumnLeftOut[]) {
  for (const { column, swappedWith } of comparisons) {
    if (swappedWith === undefined || comparisons.some((one) => one.column === swappedWith)) continue
    // an empty column cannot have taken anything's place
    if (leftOut.some((one) => one.column === swappedWith)) continue
    throw linkSettingsRefusals.refuse('settings-swap-not-compared', { column, other: swappedWith })
  }
}

function readRule(rule: NonNullable<Settings['blocking']>[number]): BlockingRule {
  return rule.map((part) => (typeof part === 'string' ? { column: part, by: 'value' } : part))
}

function namedComparisons(settings: Settings, columns: readonly ObservedColumn[]) {
  const leftOut: ColumnLeftOut[] = []
  const seen = new Set<string>()
  const roles = new Map(
    columnRoles(columns.map(({ name }) => name)).map((role, at) => [columns[at]!.name, role]),
  )
  const comparisons: Comparison[] = []
  for (const one of settings.comparisons!) {
    const { column } = one
    const observed = columns.find(({ name }) => name === column)
    if (observed === undefined) continue
    if (seen.has(column)) throw linkSettingsRefusals.refuse('settings-column-twice', { column })
    seen.add(column)
    const role = roles.get(column)!
    if (role === 'truth' && columnRole(column) === 'truth')
      throw linkSettingsRefusals.refuse('settings-truth-compared', { column })
    const kind = one.as ?? kindOf(role, observed) ?? 'text'
    const emptiness = toldNothing(observed, kind)
    if (emptiness !== undefined) {
      leftOut.push({ column, because: emptiness })
      continue
    }
    const usual = kindComparisons[kind]
    const levels = one.levels?.map(readLevel)
    comparisons.push({
      column,
      kind,
      levels: levels ?? usual.levels,
      expected: levels === undefined ? usual.expected : expectedShares(levels.length),
      strangers: levels === undefined ? usual.strangers : strangersAt(levels, kind),
      termFrequency: one.termFrequency ?? usual.termFrequency,
      frequencyWithin: one.frequencyWithin,
      swappedWith: one.levels?.flatMap((level) =>
        typeof level === 'object' && 'swappedWith' in level ? [level.swappedWith] : [],
      )[0],
    })
  }
  return { comparisons, leftOut }
}

/** Without a kind's own shares: most pairs of one person agree, and the rest thins out. */
function expectedShares(levels: number): number[] {
  const rest = 0.2 / levels
  return [0.8, ...Array.from({ length: levels }, () => rest)]
}

/** Levels that are usual for the kind have its shares, others are about as rare as those. */
function strangersAt(levels: readonly Level[], kind: ColumnKind): number[] {
  const { levels: usual, strangers } = kindComparisons[kind]
  const place = new Map(usual.map((level, at) => [levelName(level), strangers[at]!]))
  return levels.map((level) => place.get(levelName(level)) ?? 0.002)
}

function inferredComparisons(settings: Settings, columns: readonly ObservedColumn[], id: string) {
  const leftOut: ColumnLeftOut[] = []
  const comparisons: Comparison[] = []
  const roles = columnRoles(columns.map(({ name }) => name))
  columns.forEach((observed, at) => {
    const column = observed.name
    const role = roles[at]!
    const leave = (because: ColumnLeftOut['because']) => leftOut.push({ column, because })
    if (column === id || role === 'id') return leave('id')
    if (settings.ignore?.includes(column)) return leave('asked')
    if (role === 'truth' || role === 'event') return leave(role)
    const kind = kindOf(role, observed)
    const emptiness = toldNothing(observed, kind)
    if (emptiness !== undefined) return leave(emptiness)
    if (kind === undefined) return leave('all-different')
    comparisons.push({ column, kind, ...kindComparisons[kind] })
  })
  return { comparisons, leftOut }
}

/** Among so few records a name or a birth date may well stand in every one: they may be one person's. */
const fewRecords = 12

const tellsPersons =
  /^(given-name|family-name|second-family-name|full-name|date|document|email|phone|address|postcode)$/

function toldNothing(
  { records, values, distinct }: ObservedColumn,
  kind: ColumnKind | undefined,
): 'empty' | 'one-value' | undefined {
  if (values === 0) return 'empty'
  if (distinct > 1 || records === 1) return undefined
  return records <= fewRecords && tellsPersons.test(kind ?? '') ? undefined : 'one-value'
}

/** The kind a column is compared as; nothing for one that differs in every record and has no name. */
function kindOf(
  role: ReturnType<typeof columnRole>,
  { values, distinct, dates, emails }: ObservedColumn,
): ColumnKind | undefined {
  if (role === 'date' && dates < 0.5) return 'text'
  if (role !== 'unknown' && role !== 'id' && role !== 'truth' && role !== 'event') return role
  if (emails > 0.8) return 'email'
  if (dates > 0.8) return 'date'
  if (distinct === values && values > 20) return undefined
  return distinct < values * 0.05 ? 'category' : 'text'
}

function readLevel(
  level: NonNullable<NonNullable<Settings['comparisons']>[number]['levels']>[number],
): Level {
  if (typeof level === 'string') return { is: level }
  if ('swappedWith' in level) return { is: 'swapped' }
  if ('jaroWinkler' in level) return { is: 'jaro-winkler', atLeast: level.jaroWinkler }
  if ('jaroWinklerWords' in level)
    return { is: 'jaro-winkler-words', atLeast: level.jaroWinklerWords }
  if ('damerauLevenshtein' in level)
    return { is: 'damerau-levenshtein', atMost: level.damerauLevenshtein }
  if ('sameStart' in level) return { is: 'same-start', length: level.sameStart }
  if ('sameEnd' in level) return { is: 'same-end', length: level.sameEnd }
  return { is: 'within', difference: level.within }
}

/**
 * Names are common or rare among people of one origin, and most are born where their nationality says:
 * where a column tells it, values are counted within it, or a rare nationality would count twice and
 * thrice.
 */
function withinOrigins(comparisons: readonly Comparison[]): Comparison[] {
  const origin = comparisons.find(tellsNationality)
  if (origin === undefined) return [...comparisons]
  return comparisons.map((one) => {
    const follows = one.kind.endsWith('name') || tellsBirthplace(one)
    if (one === origin || !follows || !one.termFrequency) return one
    return { ...one, frequencyWithin: one.frequencyWithin ?? origin.column }
  })
}

/**
 * Names that may have changed places: given with family name, paternal with maternal surname. Where
 * one comparison finds them swapped, the other says nothing, or the swap would count twice.
 */
function withSwaps(comparisons: readonly Comparison[]): Comparison[] {
  const only = (kind: ColumnKind) => comparisons.find((one) => one.kind === kind)?.column
  const given = only('given-name')
  const family = only('family-name')
  const second = only('second-family-name')
  const partner = (one: Comparison) => {
    if (one.swappedWith !== undefined) return one.swappedWith
    if (!one.levels.some(({ is }) => is === 'swapped')) return undefined
    if (one.column === given) return family
    if (one.column === family) return second
    return undefined
  }
  const swapping = new Map(comparisons.map((one) => [one.column, partner(one)]))
  return comparisons.map((one) => {
    const swappedWith = swapping.get(one.column)
    const silentWhenSwapped = comparisons
      .filter(
        (other) =>
          other.column !== one.column &&
          swapping.get(other.column) !== undefined &&
          (swapping.get(other.column) === one.column ||
            (other.column === given && one.column === second)),
      )
      .map(({ column }) => column)
    const kept = one.levels.flatMap((level, at) =>
      level.is === 'swapped' && swappedWith === undefined ? [] : [at],
    )
    const expected = [...kept, one.levels.length].map((at) => one.expected[at]!)
    const sum = expected.reduce((total, share) => total + share, 0)
    return {
      ...one,
      levels: kept.map((at) => one.levels[at]!),
      expected: expected.map((share) => share / sum),
      strangers: kept.map((at) => one.strangers[at]!),
      swappedWith,
      silentWhenSwapped,
    }
  })
}
