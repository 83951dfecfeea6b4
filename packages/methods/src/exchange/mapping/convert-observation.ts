import { isSame } from '../information-model/reference.ts'
import type { RepresentationMap, StructureMap } from '../information-model/structures.ts'
import type { ReadObservation } from '../reading/read-observation.ts'
import { heldAt, mustDiffer } from '../region/structure-maps.ts'

/** Why an observation has no place in the structure it was to be written in. */
export interface Unconverted {
  /**
   * `code`: the target has no such code. `held`: the target does not tell this component apart. `same`:
   * the component has the code of another that it must differ from.
   */
  readonly reason: 'code' | 'held' | 'same' | 'confidential'
  readonly component: string
  readonly value: string
}

/** An observation in the target's words: dimensions and attributes together, by id. */
export interface Converted {
  readonly values: Readonly<Record<string, string>>
  readonly period: string | undefined
  readonly value: string | undefined
}

/** Codes of everything and of what does not apply: held there, a component tells nothing apart. */
const tellsNothing = new Set(['_T', '_Z'])

/**
 * Converts observations by a structure map. What the map does not carry over must be held at the code
 * that the map says, or at a total, so that no two observations become one.
 *
 * @param maps the representation maps that the structure map uses
 */
export function converterOf(
  map: StructureMap,
  maps: readonly RepresentationMap[],
): (observation: ReadObservation) => Converted | Unconverted {
  const carried = map.components.map(({ source, target, representationMap }) => {
    const used = representationMap && maps.find((each) => isSame(each, representationMap))
    const codes = used && new Map(used.mappings.map((each) => [each.source, each.target]))
    return { source, target, codes }
  })
  const held = new Map(
    (map.annotations ?? [])
      .filter(({ type }) => type === heldAt)
      .map(({ id, title }) => [id!, title!]),
  )
  const differing = (map.annotations ?? []).filter(({ type }) => type === mustDiffer)
  const known = new Set(carried.map(({ source }) => source))
  return (observation) => {
    const { key, attributes, period, value } = observation
    const given: Record<string, string> = { ...attributes, ...key }
    for (const [id, code] of Object.entries(given)) {
      const at = held.get(id)
      const isFree = at === undefined ? !(id in key) || tellsNothing.has(code) : code === at
      if (!known.has(id) && !isFree) return { reason: 'held', component: id, value: code }
    }
    const confidentiality = given['CONF_STATUS']
    if (confidentiality !== undefined && confidentiality !== 'F') {
      return { reason: 'confidential', component: 'CONF_STATUS', value: confidentiality }
    }
    for (const { id, title } of differing) {
      const code = given[title!]
      if (code !== undefined && code === given[id!]) {
        return { reason: 'same', component: title!, value: code }
      }
    }
    const values: Record<string, string> = {}
    for (const { target, value: fixed } of map.fixed) values[target] = fixed
    for (const { source, target, codes } of carried) {
      const code = given[source]
      if (code === undefined) continue
      const other = codes ? codes.get(code) : code
      if (other !== undefined) values[target] = other
      // A flag that the target has no letter for says less; a dimension without a code says nothing.
      else if (source in key) return { reason: 'code', component: source, value: code }
    }
    return { values, period, value }
  }
}
