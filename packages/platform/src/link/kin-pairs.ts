import {
  estimateParts,
  kinKinds,
  kinShares,
  tellsNamesakes,
  isSharedByKin,
  type Kin,
  type KinKind,
  type LevelShares,
  type LinkSpecification,
  type PatternTable,
} from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { bothFiles, possiblePairs } from './blocking-keys.ts'
import { patternCode, type PatternCode } from './level-sql.ts'
import type { SourceTable } from './prepared-records.ts'

/** Pairs that are looked at to learn how many are of one household. */
const pairsWanted = 1_000_000

/** Pairs in a file that is too small to tell of kin. */
const fewPairs = 20_000

/** Pairs of kin that files usually hold for each pair of one person. */
const usualRatios: Readonly<Record<KinKind, number>> = {
  neighbours: 0.05,
  relatives: 0.3,
  twins: 0.02,
  namesakes: 0.02,
}

interface Block {
  /** Condition that two records are in it, and the comparisons it holds equal. */
  readonly condition: string
  readonly held: ReadonlySet<number>
  readonly pairs: number
  /** Whether it holds a family name equal too. */
  readonly named: boolean
  /** Kinds of kin that it can tell of. */
  readonly of: readonly KinKind[]
}

/**
 * Learns how many pairs of neighbours, relatives and twins the records hold, from the block of those
 * that agree on where they live. Where no column says where, twins alone can be told: from the block of
 * those of one family name and birth date.
 */
export async function measureKin(
  engine: LakeEngine,
  spec: LinkSpecification,
  source: SourceTable,
  model: { readonly m: LevelShares; readonly u: LevelShares; readonly lambda: number },
  present: readonly number[],
  fullName: ReadonlyMap<number, readonly number[]>,
): Promise<Kin[]> {
  const block = await chooseBlock(engine, spec, model.u, present)
  if (block === undefined) return []
  const { m, u, lambda } = model
  const { comparisons } = spec
  const code = patternCode(comparisons)
  const share = Math.min(1, Math.sqrt(pairsWanted / Math.max(block.pairs, 1)))
  const table = await countBlock(engine, spec, code, block, share)
  const total = table.counts.reduce((sum, count) => sum + count, 0)
  const possible = possiblePairs(spec, source.records)
  const few = total < 50
  if (few && possible > fewPairs) return []
  const otherPlaces = comparisons.some(
    (one, k) => isSharedByKin('neighbours', one) && !block.held.has(k),
  )
  const hasFamily = comparisons.some(({ kind }) => /family-name|full-name/.test(kind))
  const hasDate = comparisons.some(({ kind }) => /^(date|year)$/.test(kind))
  const kinds = kinKinds.filter(
    (kind) =>
      block.of.includes(kind) &&
      (kind !== 'neighbours' || otherPlaces) &&
      (kind === 'neighbours' || hasFamily) &&
      (kind !== 'twins' || hasDate) &&
      (kind !== 'namesakes' || comparisons.some(tellsNamesakes)),
  )
  if (kinds.length === 0) return []
  const shares = kinds.map((kind) => kinShares(kind, comparisons, m, u, fullName))
  if (few)
    return kinds.map((kind, at) => ({
      kind,
      ratio: usualRatios[kind] * lambda,
      shares: shares[at]!,
    }))
  /** Share of the pairs of a kind that the block holds. */
  const reach = (of: LevelShares) =>
    [...block.held].reduce((product, k) => product * of[k]![0]! * present[k]! ** 2, share ** 2)
  const strangers = Math.min(0.98, ((1 - lambda) * possible * reach(u)) / total)
  // with the family name held equal and nothing else that says where, kin and strangers look alike
  const fixed = block.named && !otherPlaces ? new Map([[1, strangers]]) : new Map<number, number>()
  const parts = estimateParts(table, [m, u, ...shares], block.held, fixed)
  return kinds.map((kind, at) => ({
    kind,
    ratio: (parts[at + 2]! * total) / reach(shares[at]!) / possible,
    shares: shares[at]!,
  }))
}

/** The block of those who agree on the column that says most closely where they live. */
async function chooseBlock(
  engine: LakeEngine,
  spec: LinkSpecification,
  u: LevelShares,
  present: readonly number[],
): Promise<Block | undefined> {
  const { comparisons } = spec
  const places = comparisons
    .map((one, k) => ({ one, k }))
    .filter(
      ({ one, k }) =>
        /^(address|place|postcode)$/.test(one.kind) &&
        one.levels[0]?.is === 'exact' &&
        present[k]! > 0.2,
    )
    .sort((a, b) => u[a.k]![0]! - u[b.k]![0]!)
  const place = places[0]?.k
  if (place === undefined) return await chooseBlockOfTwins(engine, spec)
  const alone = {
    condition: `l.x${place} = r.x${place}`,
    held: new Set([place]),
    of: kinKinds,
  }
  const pairs = await countEqual(engine, spec, [`x${place}`])
  if (pairs <= 4 * pairsWanted) return { ...alone, pairs, named: false }
  const family = comparisons.findIndex(
    ({ kind, levels }) => kind === 'family-name' && levels[0]?.is === 'exact',
  )
  if (family === -1) return { ...alone, pairs, named: false }
  return {
    condition: `${alone.condition} and l.x${family} = r.x${family}`,
    held: new Set([place, family]),
    pairs: await countEqual(engine, spec, [`x${place}`, `x${family}`]),
    named: true,
    of: kinKinds,
  }
}

async function chooseBlockOfTwins(
  engine: LakeEngine,
  spec: LinkSpecification,
): Promise<Block | undefined> {
  const exactly = (kind: string) =>
    spec.comparisons.findIndex((one) => one.kind === kind && one.levels[0]?.is === 'exact')
  const [family, born] = [exactly('family-name'), exactly('date')]
  if (family === -1 || born === -1) return undefined
  return {
    condition: `l.x${family} = r.x${family} and l.x${born} = r.x${born}`,
    held: new Set([family, born]),
    pairs: await countEqual(engine, spec, [`x${family}`, `x${born}`]),
    named: true,
    of: ['twins'],
  }
}

async function countEqual(
  engine: LakeEngine,
  spec: LinkSpecification,
  keys: readonly string[],
): Promise<number> {
  const pairs =
    spec.linkType === 'link'
      ? 'count(*) filter (file = 1)::double * count(*) filter (file = 2)'
      : 'count(*)::double * (count(*) - 1) / 2'
  const [row] = await engine.rows<{ pairs: number }>(
    `select coalesce(sum(pairs), 0)::double as pairs from (
       select ${pairs} as pairs from link_prepared
       where ${keys.map((key) => `${key} is not null`).join(' and ')} group by ${keys.join(', ')})`,
  )
  return row?.pairs ?? 0
}

async function countBlock(
  engine: LakeEngine,
  spec: LinkSpecification,
  code: PatternCode,
  block: Block,
  share: number,
): Promise<PatternTable> {
  const sampled = (side: string) =>
    share >= 1
      ? 'true'
      : `hash(${side}.n, ${spec.seed + 2}) % 1000000 < ${Math.ceil(share * 1_000_000)}`
  const rows = await engine.rows<{ pattern: number | bigint; pairs: number }>(
    `select ${code.sql} as pattern, count(*) as pairs
     from link_prepared as l join link_prepared as r on ${block.condition}
     where l.n < r.n and ${bothFiles(spec)} and ${sampled('l')} and ${sampled('r')}
     group by pattern order by pattern`,
  )
  const width = spec.comparisons.length
  const levels = new Int8Array(rows.length * width)
  rows.forEach(({ pattern }, row) => levels.set(code.decode(BigInt(pattern)), row * width))
  return {
    width,
    levels,
    counts: Float64Array.from(rows, ({ pairs }) => pairs),
    rules: new Uint32Array(rows.length),
  }
}
