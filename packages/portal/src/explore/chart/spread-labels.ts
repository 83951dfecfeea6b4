/**
 * Moves labels apart along one axis as little as needed so that none overlaps: each at least `gap`
 * from the next, all within the bounds where they fit. Order is kept.
 *
 * @param wanted where each label would like to be, in pixels, in any order
 * @param gap least distance between two labels, in pixels
 * @returns where each label goes, in the order of `wanted`
 * @example spreadLabels([10, 12, 50], 10, 0, 100) // => [6, 16, 50]
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  least: number,
  most: number,
): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at)
  // Groups of labels that touch, each centred on the mean of what its members want.
  const groups: { size: number; sum: number; members: number[] }[] = []
  for (const { at, index } of order) {
    groups.push({ size: 1, sum: at, members: [index] })
    while (groups.length > 1 && overlap(groups.at(-2)!, groups.at(-1)!, gap, least, most)) {
      const last = groups.pop()!
      const before = groups.at(-1)!
      before.size += last.size
      before.sum += last.sum
      before.members.push(...last.members)
    }
  }
  const placed: number[] = []
  for (const group of groups) {
    const start = startOf(group, gap, least, most)
    for (const [position, index] of group.members.entries()) placed[index] = start + position * gap
  }
  return placed
}

interface Group {
  readonly size: number
  readonly sum: number
}

function startOf({ size, sum }: Group, gap: number, least: number, most: number): number {
  const centred = sum / size - ((size - 1) * gap) / 2
  return Math.max(least, Math.min(centred, most - (size - 1) * gap))
}

function overlap(a: Group, b: Group, gap: number, least: number, most: number): boolean {
  return startOf(a, gap, least, most) + a.size * gap > startOf(b, gap, least, most)
}
