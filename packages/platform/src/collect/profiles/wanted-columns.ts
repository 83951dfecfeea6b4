import { columnsOfField, type SourceProfile } from '@caudal/methods/collect'

/**
 * Every column that a profile names, in its order: those it reads, keeps or ignores. What a file
 * is recognised by.
 */
export function wantedColumns(profile: SourceProfile): string[] {
  const made = new Set(profile.unpivot ? [profile.unpivot.nameTo, profile.unpivot.valueTo] : [])
  const read = Object.values(profile.fields).flatMap((each) => columnsOfField(each, profile))
  const split = (profile.split ?? []).map(({ column }) => column)
  const columns = [...(profile.unpivot?.keep ?? []), ...read, ...split, ...profile.ignore]
  return [...new Set(columns)].filter((column) => !made.has(column))
}
