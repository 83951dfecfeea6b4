import { describe, expect, test } from 'vitest'
import type { ReadObservation } from '../reading/read-observation.ts'
import { dataStructures } from '../region/data-structures.ts'
import { exchangeMaps } from '../region/exchange-maps.ts'
import { codelistOf } from '../region/code-lists.ts'
import { representationMaps, structureMaps } from '../region/structure-maps.ts'
import { converterOf, type Converted, type Unconverted } from './convert-observation.ts'

const maps = structureMaps()
const codes = representationMaps()
const convert = (id: string) =>
  converterOf(
    maps.find((map) => map.id === id)!,
    codes,
  )

/** An observation with these codes; what is no dimension is an attribute. */
function observation(
  values: Readonly<Record<string, string>>,
  dimensions: readonly string[],
): ReadObservation {
  const isKey = ([id]: [string, string]) => dimensions.includes(id)
  return {
    key: Object.fromEntries(Object.entries(values).filter(isKey)),
    attributes: Object.fromEntries(Object.entries(values).filter((each) => !isKey(each))),
    period: '2020',
    value: '5',
    line: 1,
  } as ReadObservation
}

const known = new Map<string, readonly string[]>()
function codesOf(list: string): readonly string[] {
  const found = known.get(list) ?? codelistOf(list).codes.map((code) => code.id)
  known.set(list, found)
  return found
}

const told = (result: Converted | Unconverted) => ('values' in result ? result.values : result)

describe.each(exchangeMaps.map((map) => [map.id, map] as const))('the map %s', (id, map) => {
  const structure = dataStructures().find((each) => each.id === map.own)!
  const dimensions = structure.dimensions.map((dimension) => dimension.id)
  const paired = new Map(map.components.map((component) => [component.own, component]))

  test('says of every dimension of both structures what becomes of it', () => {
    const own = [...paired.keys(), ...Object.keys(map.ownHeld)]
    expect(dimensions.filter((each) => !own.includes(each))).toEqual([])
    const others = [...map.components.map(({ other }) => other), ...Object.keys(map.otherHeld)]
    expect(map.otherDimensions.filter((each) => !others.includes(each))).toEqual([])
  })

  test('holds components at codes of their lists, and pairs codes of them', () => {
    const listed = (component: string) => {
      const of = [...structure.dimensions, ...structure.attributes].find(
        (each) => each.id === component,
      )
      const how = of?.representation
      return how && 'codelist' in how ? codesOf(how.codelist.id) : undefined
    }
    const unknown = [
      ...Object.entries(map.ownHeld),
      ...map.components.flatMap(({ own, codes: used }) =>
        (used?.pairs ?? []).map(([code]): [string, string] => [own, code]),
      ),
    ].filter(([component, code]) => listed(component)?.includes(code) === false)
    expect(unknown).toEqual([])
  })

  test('takes an observation there and back', () => {
    const codeOf = (own: string) =>
      paired.get(own)?.codes?.pairs.find(([code]) => !code.startsWith('_'))?.[0] ?? 'A'
    const values = {
      ...Object.fromEntries([...paired.keys()].map((own) => [own, codeOf(own)])),
      ...map.ownHeld,
      FREQ: 'A',
      SEX: 'F',
      // who lives where he was born is in no stock
      ...(map.different && { [map.different[1]]: 'HND' }),
      OBS_STATUS: 'P',
    }
    const given = Object.fromEntries(
      Object.entries(values).filter(([own]) => paired.has(own) || own in map.ownHeld),
    )
    const there = told(convert(`TO_${id}`)(observation(given, dimensions)))
    const back = told(
      convert(`FROM_${id}`)(observation(there as Record<string, string>, map.otherDimensions)),
    )
    expect(back).toEqual(given)
  })
})
