import { readSourceProfile, type SourceProfile } from '@caudal/methods/collect'
import { findSourceProfile, listBatches, type CaudalNode } from '../../store/index.ts'
import { checkColumns } from '../profiles/check-columns.ts'
import { wantedColumns } from '../profiles/wanted-columns.ts'
import { sampleByLayout } from '../suggesting/sample-by-layout.ts'

/** Profiles that are tried on a file, the ones used last first. */
const mostTried = 8

/**
 * The profile by which an institution sent a file like this one: every column that it reads is there,
 * and no column is new to it.
 */
export async function findKnownProfile(
  node: CaudalNode,
  institution: string,
  file: string,
): Promise<SourceProfile | undefined> {
  const batches = await listBatches(node)
  const used = batches.filter((batch) => batch.institution === institution).toReversed()
  const ids = [...new Set(used.map(({ profileId }) => profileId))].slice(0, mostTried)
  for (const id of ids) {
    const recorded = await findSourceProfile(node, id)
    if (recorded === undefined) continue
    const profile = readSourceProfile(recorded.content)
    if (await suits(profile, file)) return profile
  }
  return undefined
}

async function suits(profile: SourceProfile, file: string): Promise<boolean> {
  try {
    const { columns } = await sampleByLayout(file, profile.layout)
    const wanted = new Set(wantedColumns(profile))
    if (profile.unpivot === undefined && columns.some((column) => !wanted.has(column))) return false
    checkColumns({ columns, repeatedColumns: [], source: { file } }, profile)
    return true
  } catch {
    // Not what the layout says, or without a column that the profile reads: some other kind of file.
    return false
  }
}
