interface Written {
  readonly id: readonly string[]
  readonly size: readonly number[]
  readonly dimension: Readonly<
    Record<string, { readonly category: { readonly index: readonly string[] } }>
  >
  readonly value: Readonly<Record<string, number | null>>
  readonly status: Readonly<Record<string, string>>
}

/**
 * Compares a figure of a release, written as JSON-stat, with the same counted again. Labels, notes and marks may be
 * others, and there may be cells that were not written then.
 *
 * @returns `hidden`: every number that both show is the same, and other cells are hidden; `other`: a number is another,
 *   or a cell is gone
 */
export function compareFigures(
  before: Uint8Array,
  again: Uint8Array | undefined,
): 'same' | 'hidden' | 'other' {
  if (again === undefined) return 'other'
  const counted = cellsOf(again)
  let found: 'same' | 'hidden' = 'same'
  for (const [key, cell] of cellsOf(before)) {
    const other = counted.get(key)
    if (other === undefined) return 'other'
    if (cell.value === other.value && cell.isHidden === other.isHidden) continue
    if (!cell.isHidden && !other.isHidden) return 'other'
    found = 'hidden'
  }
  return found
}

function cellsOf(content: Uint8Array) {
  const { id, size, dimension, value, status } = JSON.parse(
    Buffer.from(content).toString('utf8'),
  ) as Written
  const cells = new Map<string, { value: number | null; isHidden: boolean }>()
  for (const [index, figure] of Object.entries(value)) {
    const codes: string[] = []
    let left = Number(index)
    for (const [at, axis] of [...id.entries()].reverse()) {
      codes.unshift(dimension[axis]!.category.index[left % size[at]!]!)
      left = Math.floor(left / size[at]!)
    }
    cells.set(JSON.stringify(codes), { value: figure, isHidden: status[index] === 'suppressed' })
  }
  return cells
}
