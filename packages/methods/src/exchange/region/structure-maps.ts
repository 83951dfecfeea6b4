import type { Text } from '../../vocabulary/index.ts'
import type { RepresentationMap, StructureMap } from '../information-model/structures.ts'
import { ownReference } from './agency.ts'
import { codelistReference } from './code-lists.ts'
import type { ExchangeCodes, ExchangeMap } from './exchange-map.ts'
import { exchangeMaps } from './exchange-maps.ts'

/** Type of the annotation that says at which code a component of the source must be held. */
export const heldAt = 'HELD_AT'

/** Type of the annotation that names two components of the source whose codes must differ. */
export const mustDiffer = 'MUST_DIFFER'

/**
 * The maps between the structures of the platform and those of other agencies, each in both
 * directions: `TO_…` and `FROM_…`. A component of the source that has no place in the target must be
 * held at one code, which an annotation says: the standard has no other word for it.
 */
export function structureMaps(): StructureMap[] {
  return exchangeMaps.flatMap((map) => [structureMap(map, 'TO'), structureMap(map, 'FROM')])
}

/** The code lists' maps that {@link structureMaps} use. */
export function representationMaps(): RepresentationMap[] {
  const codes = exchangeMaps
    .flatMap(({ components }) => components)
    .map(({ codes: used }) => used)
    .filter((used) => used !== undefined)
  const distinct = [...new Map(codes.map((each) => [each.id, each])).values()]
  return distinct.flatMap((each) => [
    representationMap(each, 'TO'),
    representationMap(each, 'FROM'),
  ])
}

type Direction = 'TO' | 'FROM'

function structureMap(map: ExchangeMap, direction: Direction): StructureMap {
  const own = ownReference('datastructure', map.own)
  const isTo = direction === 'TO'
  const held = isTo ? map.ownHeld : map.otherHeld
  const fixed = isTo ? map.otherHeld : map.ownHeld
  return {
    ...ownReference('structuremap', `${direction}_${map.id}`),
    name: directed(map.name, direction),
    annotations: [
      { type: 'SOURCE', title: map.source },
      { type: 'UNVERIFIED', title: map.unverified },
      ...Object.entries(held).map(([id, code]) => ({ type: heldAt, id, title: code })),
      ...differing(map, direction),
    ],
    isFinal: true,
    source: isTo ? own : map.other,
    target: isTo ? map.other : own,
    components: [
      ...map.components.map(({ own: mine, other, codes }) => ({
        source: isTo ? mine : other,
        target: isTo ? other : mine,
        ...(codes && { representationMap: codesReference(codes, direction) }),
      })),
      ...['TIME_PERIOD', 'OBS_VALUE'].map((id) => ({ source: id, target: id })),
    ],
    fixed: Object.entries(fixed).map(([target, value]) => ({ target, value })),
  }
}

/** Which components of the source the map says must differ. */
function differing({ different, components }: ExchangeMap, direction: Direction) {
  if (!different) return []
  const [id, title] = different.map((own) =>
    direction === 'TO' ? own : components.find((each) => each.own === own)!.other,
  )
  return [{ type: mustDiffer, id: id!, title: title! }]
}

function representationMap(codes: ExchangeCodes, direction: Direction): RepresentationMap {
  const isTo = direction === 'TO'
  const own = codelistReference(codes.own)
  const title = `${codes.own} ↔ ${codes.other.agency}:${codes.other.id}`
  return {
    ...codesReference(codes, direction),
    name: directed({ es: title, en: title, fr: title }, direction),
    isFinal: true,
    source: isTo ? own : codes.other,
    target: isTo ? codes.other : own,
    mappings: codes.pairs.map(([mine, other]) =>
      isTo ? { source: mine, target: other } : { source: other, target: mine },
    ),
  }
}

const codesReference = ({ id }: ExchangeCodes, direction: Direction) =>
  ownReference('representationmap', `${direction}_${id}`)

function directed(name: Text, direction: Direction): Text {
  return direction === 'TO'
    ? { es: `Hacia: ${name.es}`, en: `To: ${name.en}`, fr: `Vers : ${name.fr}` }
    : { es: `Desde: ${name.es}`, en: `From: ${name.en}`, fr: `Depuis : ${name.fr}` }
}
