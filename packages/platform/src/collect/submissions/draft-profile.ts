import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { nodeCodeLists, findSourceProfile, type CaudalNode } from '../../store/index.ts'
import { trainingFile } from '../training-file.ts'
import { loadProfile } from '../profiles/load-profile.ts'
import type { ExplainedSuggestion } from '../suggesting/suggest-profile.ts'
import { submissionRefusals } from './refusals.ts'
import type { Submission } from './submission.ts'

/** What would be said of a profile that does not do. */
export async function faultOf(
  node: CaudalNode,
  profile: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  try {
    await checkProfile(node, profile)
    return undefined
  } catch (error) {
    return error
  }
}

/** @throws {Refusal} collect.profile-…, collect.submissions.source-incomplete */
export async function checkProfile(
  node: CaudalNode,
  draft: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { profile } = await loadProfile(draft, await nodeCodeLists(node))
  const { owner, licence } = profile.source
  if (owner.trim() === '' || licence.trim() === '') {
    throw submissionRefusals.refuse('source-incomplete', { place: 'source' })
  }
}

/** A proposal under names of the institution's own, so that two institutions never share a profile. */
export function draftOfInstitution(
  { profile }: ExplainedSuggestion,
  { institution }: Submission,
): Readonly<Record<string, unknown>> {
  const own = institution
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const id = [own, String(profile['id'])].filter(Boolean).join('-').slice(0, 60).replace(/-+$/, '')
  const source = profile['source'] as Readonly<Record<string, unknown>>
  return {
    ...profile,
    id,
    dataset: id,
    source: { ...source, owner: institution, licence: '', citation: '' },
  }
}

/**
 * Whether a file is a drawn one of the program, by its name or its content: its figures must say so,
 * whoever brings it in.
 */
export async function isDrawn(file: string): Promise<boolean> {
  if (basename(file).startsWith('SYNTHETIC')) return true
  const { sha256, bytes } = trainingFile()
  if ((await stat(file)).size !== bytes) return false
  const content = await readFile(file)
  return createHash('sha256').update(content).digest('hex') === sha256
}

/** The profile under the version after the newest, where it differs from the version that it names. */
export async function ofNewVersion(
  node: CaudalNode,
  profile: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const loaded = await loadProfile(profile, await nodeCodeLists(node))
  const { id, version } = loaded.profile
  const [known, newest] = await Promise.all([
    findSourceProfile(node, id, version),
    findSourceProfile(node, id),
  ])
  if (known === undefined || known.sha256 === loaded.sha256) return profile
  return { ...profile, version: (newest?.version ?? version) + 1 }
}
