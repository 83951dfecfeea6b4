import { specialCodeTexts, type Code, type CodeList } from '../../vocabulary/index.ts'
import { getCodeList, listCodeLists } from '../../vocabulary/code-lists/index.ts'
import { findCube } from '../../measure/index.ts'
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
  CL_UNIT_MEASURE: { lists: ['units'], special: false },
  CL_OBS_STATUS: { lists: ['obs-status'], special: false },
  CL_CONF_STATUS: { lists: ['conf-status'], special: false },
}

export const measureListId = 'CL_MEASURE'

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
 * @example codelistIdOf('departments') // => 'CL_DEPARTMENTS'
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
 * codes that figures hold though no list does: a country's own border posts.
 */
export function codelistOf(id: string, occurring: Iterable<string> = []): Codelist {
  if (id === measureListId) return measureList()
  const source = sources[id]
  if (!source) throw new RangeError(`there is no code list ${id}`)
  const lists = source.lists.map(getCodeList)
  const codes = new Map<string, CodeItem>()
  for (const list of lists) {
    for (const code of list.codes) if (!codes.has(code.code)) codes.set(code.code, itemOf(code))
  }
  if (source.special) {
    for (const code of specialCodeTexts)
      if (!codes.has(code.code)) codes.set(code.code, itemOf(code))
  }
  for (const code of occurring) {
    if (!codes.has(code) && writableCode.test(code)) {
      codes.set(code, { id: code, name: { es: code, en: code, fr: code } })
    }
  }
  const first = lists[0]!
  return {
    ...codelistReference(id),
    name: first.title,
    annotations: lists.map((list) => ({
      type: 'SOURCE',
      title: `${list.source.owner}: ${list.source.title}`,
      ...(list.source.url !== undefined && { url: list.source.url }),
    })),
    isFinal: true,
    codes: [...codes.values()].map((item) => withKnownParent(item, codes)),
  }
}

/** What is measured: a measure of a cube, told apart by its flow where it has one. */
function measureList(): Codelist {
  const codes = cubeFigures.flatMap(({ cube: id, measures, flowDimension }) => {
    const cube = findCube(id)!
    const flows = cube.dimensions.find((dimension) => dimension.id === flowDimension)
    const list = flows?.codeList === undefined ? undefined : getCodeList(flows.codeList)
    return measures.map(({ code, measure: measureId, flow }): CodeItem => {
      const measure = cube.measures.find((each) => each.id === measureId)!
      const flowCode = list?.codes.find((each) => each.code === flow)
      if (!flowCode) return { id: code, name: measure.label, description: measure.unit }
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
    codes,
  }
}

function itemOf({ code, label, parent, note, validFrom, validTo, replacedBy }: Code): CodeItem {
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
