import {
  ownCodes,
  specialCodeTexts,
  type Code,
  type CodeList,
  type Text,
} from '../../vocabulary/index.ts'
import {
  createCodeListBook,
  getCodeList,
  listCodeLists,
  type CodeListBook,
} from '../../vocabulary/code-lists/index.ts'
import { findCube, parseAgeCode } from '../../measure/index.ts'
import type { CodeItem, Codelist } from '../information-model/structures.ts'
import { semanticVersion } from '../information-model/semantic-version.ts'
import { ownReference } from './agency.ts'
import { cubeFigures } from './cube-figures.ts'

interface ListSource {
  readonly lists: readonly string[]
  /** The first list names and numbers the whole. */
  readonly special: boolean
}

/** Code lists of the concepts of the structures; areas are of several lists of the platform. */
const ofConcepts: Readonly<Record<string, ListSource>> = {
  CL_FREQ: { lists: ['frequency'], special: false },
  CL_AREA: {
    lists: ['countries', 'regions', 'nz-regions', 'nz-citizenship-groups'],
    special: true,
  },
  CL_SEX: { lists: ['sex'], special: true },
  CL_AGE: { lists: ['age-groups'], special: true },
  CL_PURPOSE: { lists: ['purpose'], special: true },
  CL_DURATION: { lists: ['duration'], special: true },
  CL_MODE_TRANSPORT: { lists: ['mode'], special: true },
  CL_BORDER_POST: { lists: ['border-posts'], special: true },
  CL_INCIDENT_REGION: { lists: ['incident-regions'], special: true },
  CL_ROUTE: { lists: ['incident-routes'], special: true },
  CL_CAUSE: { lists: ['incident-causes'], special: true },
  CL_PERMIT_TYPE: { lists: ['permit-types'], special: true },
  CL_PROCEDURE: { lists: ['permit-procedures'], special: true },
  CL_DECISION: { lists: ['permit-decisions'], special: true },
  CL_PERMIT_EVENT: { lists: ['permit-events'], special: true },
  CL_MIGRATORY_STATUS: { lists: ['migratory-status'], special: true },
  CL_END_REASON: { lists: ['residence-end-reasons'], special: true },
  CL_RETURN_TYPE: { lists: ['return-types'], special: true },
  CL_RETURN_MEANS: { lists: ['return-means'], special: true },
  CL_ACCOMPANIMENT: { lists: ['accompaniment'], special: true },
  CL_MOTIVE: { lists: ['migration-motives'], special: true },
  CL_NEED: { lists: ['return-needs'], special: true },
  CL_EDUCATION: { lists: ['education-levels'], special: true },
  CL_MARITAL_STATUS: { lists: ['marital-status'], special: true },
  CL_OCCUPATION: { lists: ['occupations'], special: true },
  CL_DEPARTMENT: { lists: ['departments'], special: true },
  CL_MUNICIPALITY: { lists: ['municipalities'], special: true },
  CL_MIGRATION_CRITERION: { lists: ['migration-criteria'], special: true },
  CL_BIRTH_STATUS: { lists: ['birth-status'], special: true },
  CL_CITIZENSHIP_STATUS: { lists: ['citizenship-status'], special: true },
  CL_STAY_LENGTH: { lists: ['stay-lengths'], special: true },
  CL_STAY_AUTHORISATION: { lists: ['stay-authorisations'], special: true },
  CL_FIGURE_STATUS: { lists: ['figure-status'], special: true },
  CL_UNIT_MEASURE: { lists: ['units'], special: false },
  CL_OBS_STATUS: { lists: ['obs-status'], special: false },
  CL_CONF_STATUS: { lists: ['conf-status'], special: false },
}

export const measureListId = 'CL_MEASURE'

const standard = createCodeListBook()

/** Lists of the platform that a list of concepts, or that of measures, holds. */
const placed: ReadonlySet<string> = new Set([
  'measures',
  ...Object.values(ofConcepts).flatMap(({ lists }) => lists),
])

/**
 * Code lists by the lists of the platform that they are made of. Those that no structure asks for yet
 * are served too, so that whoever exchanges files finds what each code means.
 */
const sources: Readonly<Record<string, ListSource>> = {
  ...ofConcepts,
  ...Object.fromEntries(
    listCodeLists()
      .filter(({ id }) => !placed.has(id))
      .map(({ id }) => [
        `CL_${id.toUpperCase().replaceAll('-', '_')}`,
        { lists: [id], special: true },
      ]),
  ),
}

/**
 * The code list in which each code of a list of the platform is an item.
 *
 * @example codelistIdOf('departments') // => 'CL_DEPARTMENT'
 */
export function codelistIdOf(list: string): string | undefined {
  return Object.keys(sources).find((id) => sources[id]!.lists.includes(list))
}

/** Ids of every code list of the platform's structures. */
export const codelistIds: readonly string[] = [...Object.keys(sources), measureListId]

/** A code that the standard allows: letters, digits, `_`, `@`, `$`, `-`. */
export const writableCode = /^[A-Za-z0-9_@$-]+$/

export function codelistReference(id: string) {
  return ownReference('codelist', id, id === measureListId ? '1.0.0' : versionOf(id))
}

/**
 * A code list of the platform as SDMX holds it, the special codes after its own, and after them the
 * codes that figures hold though no list of the platform does: a country's own border posts, by the
 * names that the node gives them.
 *
 * @param book the code lists of the node; absent: those of the platform
 */
export function codelistOf(
  id: string,
  occurring: Iterable<string> = [],
  book: CodeListBook = standard,
): Codelist {
  if (id === measureListId) return measureList()
  const source = sources[id]
  if (!source) throw new RangeError(`there is no code list ${id}`)
  const lists = source.lists.map((list) => book.get(list))
  const own = new Map(lists.flatMap((list) => [...ownCodes(list)]))
  const codes = new Map<string, CodeItem>()
  for (const list of lists) {
    for (const code of list.codes) {
      if (code.standing !== 'own' && !codes.has(code.code)) codes.set(code.code, itemOf(code))
    }
  }
  if (source.special) {
    for (const code of specialCodeTexts)
      if (!codes.has(code.code)) codes.set(code.code, itemOf(code))
  }
  for (const code of occurring) {
    if (codes.has(code) || !writableCode.test(code)) continue
    const named = own.get(code)
    if (named !== undefined) codes.set(code, itemOf(named))
    else {
      codes.set(code, { id: code, name: ageName(code) ?? { es: code, en: code, fr: code } })
    }
  }
  const first = lists[0]!
  return {
    ...codelistReference(id),
    name: first.title,
    ...(first.note && { description: first.note }),
    annotations: lists.map((list) => ({
      type: 'SOURCE',
      title: `${list.source.owner}: ${list.source.title}`,
      ...(list.source.url !== undefined && { url: list.source.url }),
    })),
    isFinal: true,
    codes: [...codes.values()].map((item) => withKnownParent(item, codes)),
  }
}

/** What a group of ages is called that the list of five-year groups does not have. */
function ageName(code: string): Text | undefined {
  const band = parseAgeCode(code)
  if (band === undefined) return undefined
  const { from, to } = band
  if (to === undefined) {
    return { es: `${from} años y más`, en: `${from} years and over`, fr: `${from} ans et plus` }
  }
  if (from === to) return { es: `${from} años`, en: `Aged ${from}`, fr: `${from} ans` }
  return {
    es: `De ${from} a ${to} años`,
    en: `From ${from} to ${to} years`,
    fr: `De ${from} à ${to} ans`,
  }
}

/** What is measured: a measure of a cube, told apart by its flow where it has one. */
function measureList(): Codelist {
  const codes = cubeFigures.flatMap(({ cube: id, measures, flowDimension, isNamedByFlow }) => {
    const cube = findCube(id)!
    const flows = cube.dimensions.find((dimension) => dimension.id === flowDimension)
    const list = flows?.codeList === undefined ? undefined : getCodeList(flows.codeList)
    return measures.map(({ code, measure: measureId, flow }): CodeItem => {
      const measure = cube.measures.find((each) => each.id === measureId)!
      const flowCode = list?.codes.find((each) => each.code === flow)
      if (!flowCode) return { id: code, name: measure.label, description: measure.unit }
      if (isNamedByFlow) return { id: code, name: flowCode.label }
      const name = Object.fromEntries(
        (['es', 'en', 'fr'] as const).map((language) => [
          language,
          `${measure.label[language]}: ${lowerFirst(flowCode.label[language])}`,
        ]),
      )
      return { id: code, name, description: measure.unit }
    })
  })
  return {
    ...codelistReference(measureListId),
    name: getCodeList('measures').title,
    isFinal: true,
    // Two sources of one measure (the dead of incidents) share its code.
    codes: [...new Map(codes.map((code) => [code.id, code])).values()],
  }
}

/** A code of a list as an item. */
export function itemOf({
  code,
  label,
  parent,
  note,
  validFrom,
  validTo,
  replacedBy,
}: Code): CodeItem {
  const said = { VALID_FROM: validFrom, VALID_TO: validTo, REPLACED_BY: replacedBy }
  const annotations = Object.entries(said).flatMap(([type, title]) =>
    title === undefined ? [] : [{ type, title }],
  )
  return {
    id: code,
    name: label,
    ...(note && { description: note }),
    ...(annotations.length > 0 && { annotations }),
    ...(parent !== undefined && { parent }),
  }
}

function withKnownParent(item: CodeItem, codes: ReadonlyMap<string, CodeItem>): CodeItem {
  if (item.parent === undefined || codes.has(item.parent)) return item
  const { parent: _, ...rest } = item
  return rest
}

function versionOf(id: string): string {
  const lists: CodeList[] = (sources[id]?.lists ?? []).map(getCodeList)
  return semanticVersion(lists[0]?.version ?? '1')
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
