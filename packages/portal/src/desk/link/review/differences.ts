/** A piece of a value; `differs` where the other value says something else. */
export interface Piece {
  readonly text: string
  readonly differs: boolean
}

/**
 * Two values in pieces: what both have in the same order, and what only one of them has. The longest
 * common subsequence of their letters, capitals and small letters taken for one.
 *
 * @returns pieces of the first value and of the second
 * @example markDifferences('ANA', 'ANNA')[1].filter(({ differs }) => differs).map(({ text }) => text).join() // => 'N'
 */
export function markDifferences(
  one: string,
  other: string,
): readonly [readonly Piece[], readonly Piece[]] {
  const a = Array.from(one.normalize('NFC'))
  const b = Array.from(other.normalize('NFC'))
  const same = (i: number, j: number) => a[i]!.toLowerCase() === b[j]!.toLowerCase()
  // longest common subsequence of what begins at i and at j
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = same(i, j)
        ? longest[(i + 1) * width + j + 1]! + 1
        : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!)
    }
  }
  const pieces: [Piece[], Piece[]] = [[], []]
  const add = (side: 0 | 1, letter: string, differs: boolean) => {
    const last = pieces[side].at(-1)
    if (last?.differs === differs) {
      pieces[side][pieces[side].length - 1] = { text: last.text + letter, differs }
    } else pieces[side].push({ text: letter, differs })
  }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && same(i, j)) {
      add(0, a[i]!, false)
      add(1, b[j]!, false)
      i += 1
      j += 1
    } else if (
      j === b.length ||
      (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)
    ) {
      add(0, a[i]!, true)
      i += 1
    } else {
      add(1, b[j]!, true)
      j += 1
    }
  }
  return pieces
}
