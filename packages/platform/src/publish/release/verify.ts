import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { selectBreaks } from '../../measure/breaks/recorded-breaks.ts'
import { openHighsSolver } from '../../protect/solver/highs-solver.ts'
import { getBatch, type Batch, type CaudalNode } from '../../store/index.ts'
import program from '../../../package.json' with { type: 'json' }
import { bakeRelease, filesEdition } from './bake.ts'
import { bakedOf } from './plan.ts'
import { findDamage } from './check-files.ts'
import type { Asked, LedgerEntry } from '@caudal/methods/protect'
import type { BesideEarlier } from './beside-earlier.ts'
import { composeRelease, type ReleaseProgress } from './compose-release.ts'
import { entriesOf } from './ledger-attack.ts'
import { readReleaseFile } from './release-folder.ts'
import type { RecordedRelease } from './releases.ts'

/**
 * What a verification found. `differs`: a file is not what was signed, or counting again gives
 * something else; `not-recomputable`: signature and checksums hold, and records have been erased
 * since, so that counting again cannot give the same.
 */
export type Verification =
  | { readonly outcome: 'verified'; readonly files: number }
  | { readonly outcome: 'differs'; readonly files: readonly string[] }
  | {
      readonly outcome: 'not-recomputable'
      readonly erased: readonly { readonly batch: number; readonly records: number }[]
    }

/** What the last round of protecting a release began with when it was drafted. */
function besideOf(
  node: CaudalNode,
  { id, findings }: RecordedRelease,
  cube: string,
  shown: readonly LedgerEntry[],
): BesideEarlier {
  const found = findings.find((own) => own.cube === cube)
  const begin = (asked: Partial<Asked> = {}) => ({ needs: new Map(), units: 0, ...asked })
  if (found === undefined) return { release: id, earlier: [], notAttackedWith: [], asked: begin() }
  const { revisions = [], keptHidden, ledger, unitsBefore, coarsened, coarsen } = found
  const { together = [] } = found
  const earlier = keptHidden === undefined ? [] : ledger.releases
  // before rounds shared their work, the last one began with the levels that it ended with
  const levels = unitsBefore === undefined ? coarsened : coarsen
  return {
    release: id,
    earlier: [
      ...[...new Set(earlier)].flatMap((each) => entriesOf(node, each, [cube])),
      ...(ledger.tied ?? []).flatMap((each) =>
        each.release === id
          ? shown.filter((own) => own.cube === each.cube)
          : entriesOf(node, each.release, [each.cube]),
      ),
    ],
    notAttackedWith: [],
    ...(together.length === 0 ? {} : { wasTogether: true as const }),
    asked: begin({
      needs: new Map(revisions),
      units: unitsBefore ?? 0,
      ...(levels === undefined ? {} : { coarsen: levels }),
    }),
  }
}

/**
 * Checks the signature and checksums of a release, counts its figures again from the records of
 * its snapshot, protects them again, and compares every file byte for byte.
 */
export async function verifyFiles(
  node: CaudalNode,
  release: RecordedRelease,
  sign: (content: Uint8Array) => string,
  progress: ReleaseProgress,
): Promise<Verification> {
  const damaged = findDamage(node, release)
  if (damaged.length > 0) return { outcome: 'differs', files: damaged }
  const batches = new Map<number, Batch>()
  const erased: { batch: number; records: number }[] = []
  for (const recorded of release.sources.flatMap((source) => source.batches)) {
    if (batches.has(recorded.id)) continue
    const batch = await getBatch(node, recorded.id)
    batches.set(recorded.id, batch)
    const facts = batch.files.filter(({ kind }) => kind === 'facts')
    const same =
      facts.length === recorded.facts.length &&
      facts.every(({ sha256 }) => recorded.facts.includes(sha256)) &&
      facts.every(({ path }) => existsSync(join(node.folder.root, path)))
    if (same) continue
    const left = facts.reduce((sum, { rows }) => sum + rows, 0)
    erased.push({ batch: recorded.id, records: Math.max(0, recorded.rows - left) })
  }
  const linkIds = new Set(release.sources.flatMap((source) => source.links ?? []))
  const links = await Promise.all([...linkIds].map((id) => getBatch(node, id)))
  for (const { id, files } of links) {
    const known = files.filter(({ kind }) => kind === 'persons')
    if (known.every(({ path }) => existsSync(join(node.folder.root, path)))) continue
    erased.push({ batch: id, records: 0 })
  }
  if (erased.length > 0) return { outcome: 'not-recomputable', erased }
  const solver = openHighsSolver()
  try {
    const composed = await composeRelease(
      node,
      release.plan,
      {
        batchesOf: async (cube) =>
          release.sources
            .find((source) => source.cube === cube)!
            .batches.map(({ id }) => batches.get(id)!),
        links,
        breaksOf: async (cube) => {
          const told = release.sources.find((source) => source.cube === cube)!.breaks ?? []
          return (await selectBreaks(node.register)).filter(({ id }) => told.includes(id))
        },
      },
      solver,
      progress,
      (cube, shown) => besideOf(node, release, cube, shown),
    )
    const { id, vintage, publicKey, plan } = release
    const files = await bakeRelease({
      id,
      vintage,
      publicKey,
      program: release.program,
      ...bakedOf(plan),
      sign,
      figures: composed.figures,
      sources: composed.sources,
    })
    // another version of the program may word a page otherwise; its figures must be the same
    const isSameWay = release.program === program.version && plan.edition === filesEdition
    const compared = [...files.keys()].filter(
      (name) =>
        isSameWay || (/\.(csv|json)$/.test(name) && readReleaseFile(node, id, name) !== undefined),
    )
    const differing = compared.filter((name) =>
      name !== 'manifest.json' || isSameWay
        ? readReleaseFile(node, id, name)?.equals(files.get(name)!) !== true
        : false,
    )
    return differing.length > 0
      ? { outcome: 'differs', files: differing }
      : { outcome: 'verified', files: compared.length }
  } finally {
    await solver.close()
  }
}
