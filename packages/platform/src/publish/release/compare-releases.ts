import { findCube, findReference } from '@caudal/methods/measure'
import { cellName } from '@caudal/methods/protect'
import { referenceLabel, say } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { cellLabels } from './cell-labels.ts'
import type { ShownCube } from './compose-release.ts'
import { specOf, type ReleasePlan } from './plan.ts'

/** A cell of a figure as the public sees it in two releases; null where it is hidden. */
export interface ComparedCell {
  readonly cell: string
  /** Undefined where the release does not have the cell. */
  readonly before: number | null | undefined
  readonly after: number | null | undefined
}

export interface ComparedFigure {
  readonly figure: string
  /** What it is of, in words: the cube, and by what its cells are told apart. */
  readonly title: string
  readonly same: number
  readonly changed: number
  /** Shown before, and hidden now. */
  readonly hidden: number
  /** Hidden before, and shown now. */
  readonly shown: number
  /** Not in the other release at all. */
  readonly added: number
  readonly gone: number
  /** Cells that differ, the largest changes first; at most {@link mostCompared}. */
  readonly cells: readonly ComparedCell[]
  /** Cells that differ and are not among these. */
  readonly notListed: number
}

export const mostCompared = 100

/**
 * What two releases show, figure by figure, as the public sees them.
 *
 * @param figures of their plans: by what the tables that people read are told apart, and at which level
 */
export function compareReleases(
  before: readonly ShownCube[],
  after: readonly ShownCube[],
  language: Language,
  book: CodeListBook,
  figures: ReleasePlan['figures'] = [],
): ComparedFigure[] {
  const [one, other] = [before, after].map((shown) =>
    figuresOf(shown, language, book, figures),
  ) as [ReturnType<typeof figuresOf>, ReturnType<typeof figuresOf>]
  return [...new Set([...one.keys(), ...other.keys()])].map((figure) => {
    const [had, has] = [one.get(figure)?.cells ?? new Map(), other.get(figure)?.cells ?? new Map()]
    const { title } = (other.get(figure) ?? one.get(figure))!
    const tally = { same: 0, changed: 0, hidden: 0, shown: 0, added: 0, gone: 0 }
    const cells: ComparedCell[] = []
    for (const name of new Set([...had.keys(), ...has.keys()])) {
      const [a, b] = [had.get(name), has.get(name)]
      const kind = kindOf(a?.value, b?.value)
      tally[kind] += 1
      if (kind === 'same') continue
      cells.push({ cell: (b ?? a)!.label, before: a?.value, after: b?.value })
    }
    const size = ({ before: a, after: b }: ComparedCell) => Math.abs((b ?? 0) - (a ?? 0))
    cells.sort((a, b) => size(b) - size(a))
    const listed = cells.slice(0, mostCompared)
    return { figure, title, ...tally, cells: listed, notListed: cells.length - listed.length }
  })
}

type Public = number | null | undefined

function kindOf(before: Public, after: Public) {
  if (before === undefined) return 'added'
  if (after === undefined) return 'gone'
  if (before === after) return 'same'
  if (after === null) return 'hidden'
  return before === null ? 'shown' : 'changed'
}

interface PublicFigure {
  readonly title: string
  readonly cells: ReadonlyMap<string, PublicCell>
}

interface PublicCell {
  readonly label: string
  readonly value: number | null
}

/** What a table is of and by: “Returned migrants: year, sex”. */
function titleOf(cubeId: string, trees: readonly string[], language: Language): string {
  const cube = findCube(cubeId)!
  const names = trees.flatMap((tree) => {
    const reference = findReference(cube, tree) ?? findReference(cube, tree.split('.')[0]!)
    return reference ? [referenceLabel(reference, language)] : []
  })
  return [cube.title[language], names.map(lowerFirst).join(', ')]
    .filter(Boolean)
    .join(say('colon', language))
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function figuresOf(
  shown: readonly ShownCube[],
  language: Language,
  book: CodeListBook,
  planned: ReleasePlan['figures'],
) {
  const figures = new Map<string, PublicFigure>()
  for (const { cube, tables } of shown) {
    const label = cellLabels(cube, language, book)
    for (const { name, dimensions, rows } of tables) {
      const cells = new Map(
        rows.map(({ codes, value, hidden }) => [
          cellName(dimensions, codes),
          { label: label(dimensions, codes), value: hidden === true ? null : value },
        ]),
      )
      const table = planned.find((figure) => figure.id === name && figure.cube === cube)?.table
      const spec = table === undefined ? undefined : specOf(table)
      const axes = spec === undefined ? dimensions : [...spec.rows, ...spec.columns]
      figures.set(name, { title: titleOf(cube, axes, language), cells })
    }
  }
  return figures
}
