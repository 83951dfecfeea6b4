import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readSourceProfile, type SourceProfile } from '@caudal/methods/collect'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { collectRefusals } from '../refusals.ts'

/** A source profile with the digest by which versions are told apart. */
export interface LoadedProfile {
  readonly profile: SourceProfile
  readonly sha256: string
}

const shippedFolders = ['data/profiles/', 'data/synthetic/profiles/'].map(
  (folder) => new URL(`../../../../../${folder}`, import.meta.url),
)

/** A profile by the id of one that comes with the platform, by the path of a file, or as JSON itself. */
export type ProfileSource = string | Readonly<Record<string, unknown>>

/**
 * Loads a source profile: the id of one that comes with the platform, the path of a JSON file, or
 * its content.
 *
 * @throws {Refusal} collect.profile-missing, collect.profile-not-json, collect.profile-…
 */
export async function loadProfile(
  name: ProfileSource,
  codeLists: CodeListBook,
): Promise<LoadedProfile> {
  if (typeof name !== 'string') return digested(name, codeLists)
  const isPath = name.endsWith('.json') || /[/\\]/.test(name)
  const shipped = await listShipped()
  const location = isPath ? name : shipped.get(name)
  const text = location && (await readFile(location, 'utf8').catch(() => undefined))
  if (text === undefined) {
    const known = [...shipped.keys()].join(', ') || '–'
    throw collectRefusals.refuse('profile-missing', { profile: name, known })
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    const reason = (error as Error).message
    throw collectRefusals.refuse('profile-not-json', { profile: basename(name), reason })
  }
  return digested(json, codeLists)
}

function digested(json: unknown, codeLists: CodeListBook): LoadedProfile {
  const profile = readSourceProfile(json, codeLists)
  return { profile, sha256: createHash('sha256').update(canonicalJson(profile)).digest('hex') }
}

async function listShipped(): Promise<Map<string, URL>> {
  const found = new Map<string, URL>()
  for (const folder of shippedFolders) {
    const names = await readdir(folder).catch(() => [] as string[])
    for (const name of names.toSorted()) {
      if (name.endsWith('.json')) found.set(name.slice(0, -'.json'.length), new URL(name, folder))
    }
  }
  return found
}

/** The same text for the same content, however its keys are ordered. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`
}
