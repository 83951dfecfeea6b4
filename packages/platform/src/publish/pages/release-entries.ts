import { periodLabel } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { ReleaseEntry } from '../../../../portal/src/release/index.ts'
import { newestFirst, type Release } from '../release/release-state.ts'
import { countriesOf } from './release-subjects.ts'

/** Releases that are out, the newest first; of a country those that are about it, or of all. */
export function releaseEntries(
  releases: readonly Release[],
  language: Language,
  country?: string,
): ReleaseEntry[] {
  const own = releases.filter(
    (release) => country === undefined || countriesOf(release).includes(country),
  )
  return newestFirst(own).map(({ id, plan, publishAt, state }) => ({
    title: plan.title[language],
    href: `/releases/${id}/${language}/index.html`,
    day: publishAt === undefined ? '' : periodLabel(publishAt.slice(0, 10), language),
    superseded: state === 'superseded',
  }))
}
