import {
  levelReference,
  listLevels,
  levelCodes,
  type LevelReference,
} from '@caudal/methods/measure'
import {
  codeLabel,
  printTableSpec,
  referenceLabel,
  type Condition,
  type SearchHitAnswer,
} from '@caudal/methods/publish'
import type { SearchEntry } from '@caudal/methods/publish/search'
import { findCode, languages, type Language } from '@caudal/methods/vocabulary'
import type { OpenCube } from '../measure/service.ts'

/** Something of a cube that can be found, and how it is said in a language once it is. */
export interface FoundEntry extends SearchEntry {
  /** What holds a table to it, of a code. */
  readonly condition?: Condition
  say(language: Language): SearchHitAnswer
}

/** Codes of a level up to which each can be found by its name. */
const maxCodes = 5000

/**
 * All that can be found of a cube: itself, its measures, its variables, and the codes that occur in
 * them, by their names in every language and the other spellings of their lists. Periods and ages are
 * left out: they are chosen, not searched.
 */
export function searchEntriesOf(open: OpenCube): FoundEntry[] {
  const { cube } = open
  const entries: FoundEntry[] = []
  const named = (text: Readonly<Record<Language, string>>) => languages.map((each) => text[each])
  // "returns Guatemala" is what people type who look for Guatemala among returns
  const whole = [
    cube.id,
    ...named(cube.title),
    ...cube.measures.flatMap(({ label }) => named(label)),
  ]
  const add = (
    kind: SearchHitAnswer['kind'],
    weight: number,
    texts: readonly string[],
    label: (language: Language) => string,
    spec: string,
    within?: (language: Language) => string,
    condition?: Condition,
  ) =>
    entries.push({
      texts,
      ...(kind !== 'cube' && { within: whole }),
      weight,
      ...(condition && { condition, side: condition.dimension.split('.')[0]! }),
      say: (language) => ({
        kind,
        cube: cube.id,
        cubeTitle: cube.title[language],
        label: label(language),
        ...(within && { within: within(language) }),
        specification: spec,
      }),
    })

  add('cube', 1.6, [cube.id, ...named(cube.title)], (language) => cube.title[language], '')
  add('cube', 0.7, named(cube.description), (language) => cube.title[language], '')
  for (const measure of cube.measures) {
    const spec = printTableSpec({ rows: [], columns: [], where: [], measure: measure.id })
    add('measure', 1.2, named(measure.label), (language) => measure.label[language], spec)
  }
  for (const dimension of cube.dimensions) {
    listLevels(dimension).forEach((_, depth) => {
      const reference = levelReference(dimension, depth)
      const rows = [reference.id]
      const columns = cube.opening.columns.filter((each) => !each.startsWith(dimension.id))
      add(
        'dimension',
        1.1,
        languages.map((language) => referenceLabel(reference, language)),
        (language) => referenceLabel(reference, language),
        printTableSpec({ rows, columns, where: [] }),
      )
      if (dimension.kind === 'code' || dimension.kind === 'area') addCodes(reference)
    })
  }
  return entries

  function addCodes(reference: LevelReference): void {
    const { lists } = open
    const listId = reference.level.codeList ?? reference.dimension.codeList
    const list = listId === undefined ? undefined : lists.get(listId)
    const codes = levelCodes(open.manifest.domain, reference.dimension.id, reference.depth)
    for (const code of codes.slice(0, maxCodes)) {
      if (code.startsWith('_')) continue
      const label = (language: Language) => codeLabel(reference, code, language, lists)
      const condition = { dimension: reference.id, codes: [code] }
      add(
        'code',
        1,
        [code, ...languages.map(label), ...((list && findCode(list, code)?.aliases) ?? [])],
        label,
        printTableSpec({ rows: [], columns: [], where: [condition] }),
        (language) => referenceLabel(reference, language),
        condition,
      )
    }
  }
}

/** A hit in a language; of two codes of one cube the table that is held to both. */
export function sayHit(
  { entry, beside }: { readonly entry: FoundEntry; readonly beside?: FoundEntry },
  language: Language,
): SearchHitAnswer {
  const one = entry.say(language)
  if (!beside || !entry.condition || !beside.condition) return one
  const other = beside.say(language)
  return {
    ...one,
    label: `${one.label}, ${other.label}`,
    within: `${one.within}, ${other.within}`,
    specification: printTableSpec({
      rows: [],
      columns: [],
      where: [entry.condition, beside.condition],
    }),
  }
}

/**
 * Of the hits in their order those that lead somewhere new: a cube once, a code of a cube's variable once.
 */
export function distinctHits(hits: readonly SearchHitAnswer[], limit: number): SearchHitAnswer[] {
  const known = new Set<string>()
  return hits
    .filter(({ cube, specification }) => {
      const address = `${cube} ${specification}`
      if (known.has(address)) return false
      known.add(address)
      return true
    })
    .slice(0, limit)
}
