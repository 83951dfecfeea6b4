import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  consistencySpans,
  edgeSpans,
  emptyRoot,
  Frontier,
  groupRootOf,
  type Hash,
  hashLeaf,
  hashNode,
  hashSpans,
  inclusionSpans,
  proveGroup,
  rootOf,
  type Span,
  verifyConsistency,
  verifyInclusion,
} from '../index.ts'

const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'))

/** The reference tree of Certificate Transparency (cpp/merkletree/merkle_tree_test.cc). */
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(bytes)

const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const pathA = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const pathB = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const pathC = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
const pathD = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const pathE = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'
const pathF = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'

/** The published paths; leaves counted from 0. */
const inclusions = [
  { index: 0, size: 1, path: [] },
  { index: 0, size: 8, path: [pathA, pathB, pathC] },
  { index: 5, size: 8, path: [pathD, pathE, roots[3]!] },
  { index: 2, size: 3, path: [roots[1]!] },
  { index: 1, size: 5, path: [roots[0]!, pathB, pathD] },
]

const consistencies = [
  { earlier: 1, later: 1, path: [] },
  { earlier: 1, later: 8, path: [pathA, pathB, pathC] },
  { earlier: 6, later: 8, path: [pathF, pathE, roots[3]!] },
  { earlier: 2, later: 5, path: [pathB, pathD] },
]

const leaves = inputs.map((input) => hashLeaf(input))
const hashIn =
  (all: readonly Hash[]) =>
  ({ start, end }: Span) =>
    rootOf(all.slice(start, end))
const manyLeaves = Array.from({ length: 70 }, (_, place) => hashLeaf(Uint8Array.of(place)))

describe('The Merkle tree of the reference', () => {
  it('has the published roots, whole and leaf by leaf', () => {
    const frontier = new Frontier()
    expect(hex(emptyRoot)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(frontier.root()).toEqual(emptyRoot)
    for (const [place, root] of roots.entries()) {
      frontier.add(leaves[place]!)
      expect(hex(rootOf(leaves.slice(0, place + 1)))).toBe(root)
      expect(hex(frontier.root())).toBe(root)
    }
  })

  it.each(inclusions)('has the published path of leaf $index in $size', ({ index, size, path }) => {
    const proof = hashSpans(inclusionSpans(index, size), hashIn(leaves))
    expect(proof.map(hex)).toEqual(path)
    expect(verifyInclusion(leaves[index]!, index, size, proof, bytes(roots[size - 1]!))).toBe(true)
  })

  it.each(consistencies)('has the published proof from $earlier to $later', (vector) => {
    const { earlier, later, path } = vector
    const proof = hashSpans(consistencySpans(earlier, later), hashIn(leaves))
    expect(proof.map(hex)).toEqual(path)
    const [before, after] = [bytes(roots[earlier - 1]!), bytes(roots[later - 1]!)]
    expect(verifyConsistency(earlier, later, proof, before, after)).toBe(true)
  })
})

/** The mutations of the reference's own verification tests. */
function mutations(path: readonly Hash[], root: Hash): (readonly Hash[])[] {
  return [
    ...path.map((_, place) => path.with(place, emptyRoot)),
    [...path, new Uint8Array(0)],
    [...path, root],
    ...(path.length > 0 ? [path.slice(0, -1)] : []),
    [new Uint8Array(0), ...path],
    [root, ...path],
  ]
}

describe('A proof of inclusion', () => {
  it('holds for its leaf, place, size, path and root, and for nothing else', () => {
    for (let size = 1; size <= 40; size += 1) {
      const root = rootOf(manyLeaves.slice(0, size))
      for (let index = 0; index < size; index += 1) {
        const leaf = manyLeaves[index]!
        const path = hashSpans(inclusionSpans(index, size), hashIn(manyLeaves))
        expect(verifyInclusion(leaf, index, size, path, root)).toBe(true)
        for (const wrong of [index - 1, index + 1, index ^ 2]) {
          expect(verifyInclusion(leaf, wrong, size, path, root)).toBe(false)
        }
        for (const wrong of [size * 2, Math.floor(size / 2)]) {
          expect(verifyInclusion(leaf, index, wrong, path, root)).toBe(false)
        }
        expect(verifyInclusion(hashLeaf(bytes('ff')), index, size, path, root)).toBe(false)
        expect(verifyInclusion(leaf, index, size, path, emptyRoot)).toBe(false)
        for (const wrong of mutations(path, root)) {
          expect(verifyInclusion(leaf, index, size, wrong, root)).toBe(false)
        }
      }
    }
  })

  it('is refused for places and sizes that are none', () => {
    for (const [index, size] of [
      [0, 0],
      [1, 0],
      [1, 1],
      [2, 1],
      [-1, 1],
      [0.5, 1],
      [NaN, 2],
    ]) {
      expect(verifyInclusion(emptyRoot, index!, size!, [], emptyRoot)).toBe(false)
    }
  })
})

describe('A proof of consistency', () => {
  it('holds for its sizes, roots and path, and for nothing else', () => {
    for (let later = 1; later <= 40; later += 1) {
      const after = rootOf(manyLeaves.slice(0, later))
      for (let earlier = 1; earlier <= later; earlier += 1) {
        const before = rootOf(manyLeaves.slice(0, earlier))
        const path = hashSpans(consistencySpans(earlier, later), hashIn(manyLeaves))
        expect(verifyConsistency(earlier, later, path, before, after)).toBe(true)
        if (earlier === later) continue
        for (const wrong of [earlier - 1, earlier + 1, earlier ^ 2]) {
          expect(verifyConsistency(wrong, later, path, before, after)).toBe(false)
        }
        for (const wrong of [later * 2, Math.floor(later / 2)]) {
          expect(verifyConsistency(earlier, wrong, path, before, after)).toBe(false)
        }
        expect(verifyConsistency(earlier, later, path, after, before)).toBe(false)
        expect(verifyConsistency(earlier, later, path, before, emptyRoot)).toBe(false)
        expect(verifyConsistency(earlier, later, path, emptyRoot, after)).toBe(false)
        expect(verifyConsistency(earlier, later, [], before, after)).toBe(false)
        for (const wrong of mutations(path, path.at(-1)!)) {
          expect(verifyConsistency(earlier, later, wrong, before, after)).toBe(false)
        }
      }
    }
  })

  it('begins with the empty tree, and never goes back', () => {
    expect(verifyConsistency(0, 5, [], emptyRoot, bytes(roots[4]!))).toBe(true)
    expect(verifyConsistency(0, 5, [], bytes(roots[0]!), bytes(roots[4]!))).toBe(false)
    expect(verifyConsistency(0, 5, [emptyRoot], emptyRoot, bytes(roots[4]!))).toBe(false)
    expect(verifyConsistency(2, 1, [], emptyRoot, emptyRoot)).toBe(false)
  })
})

describe('The edge of a tree', () => {
  it('tells every subtree that becomes complete, once', () => {
    const frontier = new Frontier()
    const told: string[] = []
    for (const leaf of manyLeaves.slice(0, 13)) {
      frontier.add(leaf, (height, number, root) => {
        const start = number * 2 ** height
        expect(root).toEqual(rootOf(manyLeaves.slice(start, start + 2 ** height)))
        told.push(`${height}:${number}`)
      })
    }
    expect(told).toEqual('1:0 1:1 2:0 1:2 1:3 2:1 3:0 1:4 1:5 2:2'.split(' '))
  })

  it('can be taken up again from its roots', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 30 }),
        (size, more) => {
          const edge = edgeSpans(size).map(hashIn(manyLeaves))
          const frontier = new Frontier(size, edge)
          for (const leaf of manyLeaves.slice(size, size + more)) frontier.add(leaf)
          expect(frontier.root()).toEqual(rootOf(manyLeaves.slice(0, size + more)))
        },
      ),
    )
    expect(() => new Frontier(3, [emptyRoot])).toThrow('3 leaves has 2 roots')
  })
})

describe('Entries written together', () => {
  it('each have a path to their root, which no other entry has', () => {
    for (const count of [1, 2, 3, 7, 64]) {
      const group = manyLeaves.slice(0, count)
      const { root, paths } = proveGroup(group)
      expect(root).toEqual(rootOf(group))
      group.forEach((leaf, place) => {
        expect(groupRootOf(leaf, place, count, paths[place]!)).toEqual(root)
        expect(groupRootOf(hashNode(leaf, leaf), place, count, paths[place]!)).not.toEqual(root)
      })
    }
    expect(groupRootOf(emptyRoot, 0, 2, new Uint8Array(31))).toBeUndefined()
  })
})
