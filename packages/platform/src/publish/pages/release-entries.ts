import { periodLabel } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { ReleaseEntry } from '../../../../portal/src/release/index.ts'
import type { Release } from '../release/release-state.ts'

/** Releases that are out, the newest first; of a country those that bear its code, or of all. */
export function releaseEntries(
  releases: readonly Release[],
  language: Language,
  country?: string,
): ReleaseEntry[] {
  const parts = (series: string) => series.split('-')
  return releases
    .filter(({ series }) => country === undefined || parts(series).includes(country.toLowerCase()))
    .toSorted((a, b) => (b.publishAt ?? '').localeCompare(a.publishAt ?? ''))
    .map(({ id, plan, publishAt, state }) => ({
      title: plan.title[language],
      href: `/releases/${id}/${language}/index.html`,
      day: publishAt === undefined ? '' : periodLabel(publishAt.slice(0, 10), language),
      superseded: state === 'superseded',
    }))
}
