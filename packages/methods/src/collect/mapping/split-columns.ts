import { namedGroups } from '../named-groups.ts'
import type { FieldMapping, SourceProfile } from '../source-profile.ts'
import { templateColumns } from './template.ts'

/** Part of a column that says several things. */
export interface SplitPart {
  /** Column of the file. */
  readonly column: string
  /** Matches the whole value; without names of groups. */
  readonly pattern: string
  readonly ignoreCase: boolean
  /** Number of the group that is the part. */
  readonly group: number
}

/** The columns that a profile makes of others, by their names. */
export function splitColumns({
  split,
}: Pick<SourceProfile, 'split'>): ReadonlyMap<string, SplitPart> {
  const parts = new Map<string, SplitPart>()
  for (const { column, pattern, ignoreCase = false } of split ?? []) {
    const { plain, groups } = namedGroups(pattern)
    for (const [name, group] of groups) {
      parts.set(name, { column, pattern: plain, ignoreCase, group })
    }
  }
  return parts
}

/**
 * Every column of the file that a field is read from: those it names, and in place of a part of a
 * split column that column.
 */
export function columnsOfField(
  mapping: FieldMapping,
  profile: Pick<SourceProfile, 'split'>,
): readonly string[] {
  const parts = splitColumns(profile)
  return [...[mapping.column ?? []].flat(), ...templateColumns(mapping.template ?? '')].map(
    (column) => parts.get(column)?.column ?? column,
  )
}
