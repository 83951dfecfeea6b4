import type { Cube, CubeDomain } from '@caudal/methods/measure'
import { treeCode, treeName } from '@caudal/methods/protect'
import { resolveReference, type Condition, type RevisionsAnswer } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { ReleasedCube } from '../../protect/perturbed/released-cube.ts'
import type { CaudalNode } from '../../store/index.ts'
import { specOf } from './plan.ts'
import { readReleaseFile } from './release-folder.ts'
import type { Release } from './release-state.ts'
import { readCubes } from './released-cells.ts'

/** Releases that are looked through for a number; of more the newest. */
const mostReleases = 100
/** Releases whose cells are kept ready in this process. */
const mostKept = 30

/** The one figure that a number is: its codes by reference, `country` → `SLV`. */
export type NumberCodes = ReadonlyMap<string, string>

/**
 * The codes of a number; undefined where a condition has several: such a sum is in no release.
 *
 * @example codesOfNumber([{ dimension: 'sex', codes: ['F'] }])?.get('sex') // => 'F'
 * @example codesOfNumber([{ dimension: 'time.year', range: ['2018', '2020'] }]) // => undefined
 */
export function codesOfNumber(where: readonly Condition[]): NumberCodes | undefined {
  const codes = new Map<string, string>()
  for (const { dimension, codes: own } of where) {
    if (own?.length !== 1 || codes.has(dimension)) return undefined
    codes.set(dimension, own[0]!)
  }
  return codes
}

/** What releases have shown of one number, the earliest first: every vintage that is kept. */
export class RevisionReader {
  readonly #node: CaudalNode
  readonly #kept = new Map<string, ReadonlyMap<string, ReleasedCube>>()

  constructor(node: CaudalNode) {
    this.#node = node
  }

  /** @param out releases that are out */
  read(
    cube: Cube,
    domain: CubeDomain,
    number: NumberCodes,
    out: readonly Release[],
    language: Language,
  ): RevisionsAnswer['revisions'] {
    return out
      .filter(({ plan }) => plan.figures.some((figure) => figure.cube === cube.id))
      .sort((one, other) => (one.publishAt ?? '').localeCompare(other.publishAt ?? ''))
      .slice(-mostReleases)
      .flatMap((release) => {
        const found =
          cube.protection === 'none'
            ? findBaked(this.#node, release, cube, number)
            : findProtected(this.#cells(release).get(cube.id), cube, domain, number)
        if (found === undefined) return []
        const { id, series, vintage, plan, publishAt = '', state, sources } = release
        return [
          {
            release: id,
            series,
            vintage,
            title: plan.title[language],
            publishedAt: publishAt,
            superseded: state === 'superseded',
            snapshot: sources.find((source) => source.cube === cube.id)?.snapshot ?? '',
            ...found,
          },
        ]
      })
  }

  /** What a release shows never changes, so that what was read of it stays true. */
  #cells(release: Release): ReadonlyMap<string, ReleasedCube> {
    const known = this.#kept.get(release.id) ?? readCubes(this.#node, [release], release.id)
    this.#kept.delete(release.id)
    this.#kept.set(release.id, known)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostKept) break
      this.#kept.delete(oldest)
    }
    return known
  }
}

type Shown = Pick<RevisionsAnswer['revisions'][number], 'value' | 'status'>

const shown = (value: number | null): Shown => ({
  value,
  status: value === null ? 'suppressed' : null,
})

/** Of a protected cube: the cell of these codes, totals included. */
function findProtected(
  released: ReleasedCube | undefined,
  cube: Cube,
  domain: CubeDomain,
  number: NumberCodes,
): Shown | undefined {
  const own = new Map(
    [...number].map(([name, code]) => {
      const reference = resolveReference(cube, name)
      return [treeName(reference, domain), treeCode(reference, code)]
    }),
  )
  const cells = released?.byTrees.get([...own.keys()].sort().join('|'))
  for (const { codes, value } of cells?.values() ?? []) {
    if (Object.entries(codes).every(([tree, code]) => own.get(tree) === code)) return shown(value)
  }
  return undefined
}

interface JsonStat {
  readonly id: readonly string[]
  readonly size: readonly number[]
  readonly dimension: Readonly<Record<string, { category: { index: readonly string[] } }>>
  readonly value: Readonly<Record<string, number | null>>
}

/** Of a public cube: the cell of a figure as it was baked. */
function findBaked(
  node: CaudalNode,
  release: Release,
  cube: Cube,
  number: NumberCodes,
): Shown | undefined {
  // A level may be written with its name or without.
  const nameOf = (written: string) => {
    const { dimension, depth } = resolveReference(cube, written)
    return `${dimension.id} ${depth}`
  }
  const asked = new Map([...number].map(([name, code]) => [nameOf(name), code]))
  for (const { id, cube: own, table } of release.plan.figures) {
    if (own !== cube.id) continue
    const spec = specOf(table)
    const measure = cube.measures[0]!.id
    if (spec.show !== undefined || (spec.measure ?? measure) !== measure) continue
    const axes = [...spec.rows, ...spec.columns]
    const held = codesOfNumber(spec.where.filter(({ dimension }) => !axes.includes(dimension)))
    if (held === undefined || axes.length + held.size !== asked.size) continue
    if ([...held].some(([name, code]) => asked.get(nameOf(name)) !== code)) continue
    if (!axes.every((name) => asked.has(nameOf(name)))) continue
    const content = readReleaseFile(node, release.id, `en/${id}.json`)
    if (content === undefined) continue
    const { id: ids, size, dimension, value } = JSON.parse(content.toString('utf8')) as JsonStat
    const places = ids.map((name) =>
      dimension[name]!.category.index.indexOf(asked.get(nameOf(name))!),
    )
    if (places.includes(-1)) continue
    const at = places.reduce((sum, place, d) => sum * size[d]! + place, 0)
    const found = value[at]
    if (found !== undefined) return shown(found)
  }
  return undefined
}
