import { periodLabel } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { releasesWords } from '../../../../portal/src/release/index.ts'
import { writeAtomFeed } from '../atom-feed.ts'
import { newestFirst, type Release } from '../release/release-state.ts'
import { countryName } from './countries.ts'
import { countriesOf, themesOf } from './release-subjects.ts'

/** Entries of a feed: readers keep what they have seen. */
const mostEntries = 100

/**
 * The releases that are out, or those of one country, as an Atom feed.
 *
 * @param origin scheme and host that the feed is asked from
 */
export function releaseFeed(
  out: readonly Release[],
  themes: readonly { readonly id: string; readonly title: string }[],
  origin: string,
  language: Language,
  country?: string,
): string {
  const t = releasesWords[language]
  const titles = new Map(themes.map(({ id, title }) => [id, title]))
  const times = new Map(out.map(({ id, publishAt }) => [id, publishAt ?? '']))
  const own = out.filter(
    (release) => country === undefined || countriesOf(release).includes(country),
  )
  const place = country === undefined ? '' : `/countries/${country}`
  return writeAtomFeed({
    self: `${origin}/${language}${place}/releases.atom`,
    page: `${origin}/${language}${place === '' ? '/releases' : `${place}#releases`}`,
    title:
      country === undefined ? t.feedTitle : `${t.feedTitle}, ${countryName(country, language)}`,
    author: 'Caudal',
    language,
    since: '1970-01-01T00:00:00Z',
    entries: newestFirst(own)
      .slice(0, mostEntries)
      .map((release) => {
        const { id, plan, publishAt = '', successor } = release
        const replaced = successor === undefined ? undefined : times.get(successor)
        const countries = countriesOf(release)
        return {
          address: `${origin}/releases/${id}/${language}/index.html`,
          title:
            successor === undefined
              ? plan.title[language]
              : `${plan.title[language]} (${t.superseded})`,
          summary:
            successor === undefined
              ? plan.title[language]
              : `${plan.title[language]}: ${t.superseded} ${t.by(periodLabel((replaced ?? '').slice(0, 10), language))}.`,
          published: publishAt,
          updated: replaced !== undefined && replaced > publishAt ? replaced : publishAt,
          categories: [
            ...countries.map((code) => ({ term: code, label: countryName(code, language) })),
            ...themesOf(release).flatMap((theme) => {
              const label = titles.get(theme)
              return label === undefined ? [] : [{ term: theme, label }]
            }),
          ],
        }
      }),
  })
}
