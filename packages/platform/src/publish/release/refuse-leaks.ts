import type { LedgerAttack } from '@caudal/methods/protect'
import type { Text } from '@caudal/methods/vocabulary'
import { releaseRefusals } from './refusals.ts'

/** Cells that are named. */
const namedCells = 12

/** Letters of a cell that are told: what is left of a total beside many parts has a long name. */
const mostLetters = 80

const shorten = (name: string) =>
  name.length > mostLetters ? `${name.slice(0, mostLetters - 1)}…` : name

/**
 * Refuses a release beside others where anything leaks.
 *
 * @throws the refusals `isolates`, `opens`
 */
export function refuseLeaks(id: string, { leaks }: Pick<LedgerAttack, 'leaks'>): void {
  const [first] = leaks
  if (first === undefined) return
  // a leak may be of a cell of another cube
  const cubes = new Set(leaks.map(({ cube }) => cube))
  const named = ({ cell, cube = '' }: (typeof leaks)[number]) =>
    shorten(cubes.size > 1 ? `${cube}: ${cell || '_T'}` : cell || '_T')
  const cells = leaks.slice(0, namedCells).map(named)
  const all = `${cells.join('; ')}${leaks.length > cells.length ? '; …' : ''}`
  const [before, after] = first.between
  throw releaseRefusals.refuse(before === after ? 'opens' : 'isolates', {
    before,
    after,
    release: id,
    count: leaks.length,
    cell: named(first),
    which: firstOf(leaks.length, named(first)),
    low: first.low,
    high: first.high,
    required: first.required,
    cells: all,
    listed: listed(leaks.length, all),
  })
}

/** So many cells, and the first of them by its name. */
function firstOf(count: number, cell: string): Text {
  if (count === 1)
    return { es: `la celda ${cell}`, en: `the cell ${cell}`, fr: `la cellule ${cell}` }
  return {
    es: `${count} celdas, la primera ${cell}`,
    en: `${count} cells, the first ${cell}`,
    fr: `${count} cellules, la première ${cell}`,
  }
}

/** Cells by their names; a single one is named already. */
function listed(count: number, cells: string): Text {
  if (count === 1) return { es: '', en: '', fr: '' }
  return { es: ` Celdas: ${cells}.`, en: ` Cells: ${cells}.`, fr: ` Cellules : ${cells}.` }
}
