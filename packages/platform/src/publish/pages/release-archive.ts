import { periodLabel } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import {
  regionCode,
  type ArchiveEntry,
  type ArchiveFilter,
  type ComingEntry,
  type ReleasesPage,
} from '../../../../portal/src/release/index.ts'
import type { ComingRelease } from '../calendar/planned-releases.ts'
import { newestFirst, type Release } from '../release/release-state.ts'
import { countryName } from './countries.ts'
import { countriesOf, themesOf } from './release-subjects.ts'

/** Releases on one page of the archive. */
const onPage = 50

export interface ArchiveMatter {
  readonly out: readonly Release[]
  readonly coming: readonly ComingRelease[]
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  readonly synthetic: boolean
}

/** What somebody asks of the archive, as the address has it: unknown parameters count for nothing. */
export function readArchiveQuery(
  query: Readonly<Record<string, unknown>>,
): ArchiveFilter & { readonly page: number } {
  const text = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value.slice(0, 60) : ''
  }
  const page = /^[1-9]\d{0,4}$/.test(text('page')) ? Number(text('page')) : 1
  return { country: text('country'), theme: text('theme'), year: text('year'), page }
}

/** The calendar and the part of the archive that is asked for. */
export function readReleases(
  { out, coming, themes, synthetic }: ArchiveMatter,
  { page: asked, ...filter }: ArchiveFilter & { readonly page: number },
  language: Language,
): ReleasesPage {
  const all = newestFirst(out).map((release) => ({
    release,
    countries: countriesOf(release),
    themes: themesOf(release),
    year: (release.publishAt ?? '').slice(0, 4),
  }))
  const found = all.filter(
    (each) =>
      (filter.country === '' ||
        (filter.country === regionCode
          ? each.countries.length === 0
          : each.countries.includes(filter.country))) &&
      (filter.theme === '' || each.themes.includes(filter.theme)) &&
      (filter.year === '' || each.year === filter.year),
  )
  const pages = Math.max(1, Math.ceil(found.length / onPage))
  const page = Math.min(asked, pages)
  const titles = new Map(themes.map(({ id, title }) => [id, title]))
  const entry = ({ release, countries, themes: own, year }: (typeof all)[number]): ArchiveEntry => {
    const next = out.find(({ id }) => id === release.successor)
    return {
      ...addressesOf(release, language),
      title: release.plan.title[language],
      iso: release.publishAt ?? '',
      day: dayOf(release, language),
      year,
      countries: countries.map((code) => countryName(code, language)),
      themes: own.flatMap((id) => {
        const label = titles.get(id)
        return label === undefined ? [] : [{ label, href: `/${language}/themes/${id}` }]
      }),
      successor: next && {
        href: addressesOf(next, language).href,
        day: dayOf(next, language),
      },
    }
  }
  const byLabel = (a: { label: string }, b: { label: string }) =>
    a.label.localeCompare(b.label, language)
  const codes = [...new Set(all.flatMap(({ countries }) => countries))]
  const used = new Set(all.flatMap((each) => each.themes))
  return {
    synthetic,
    filter,
    page,
    pages,
    all: all.length,
    found: found.length,
    coming: coming.map((each) => comingEntry(each, language)),
    choices: {
      country: [
        ...(all.some(({ countries }) => countries.length === 0)
          ? [{ code: regionCode, label: regionLabel[language] }]
          : []),
        ...codes.map((code) => ({ code, label: countryName(code, language) })).sort(byLabel),
      ],
      theme: themes
        .filter(({ id }) => used.has(id))
        .map(({ id, title }) => ({ code: id, label: title })),
      year: [...new Set(all.map(({ year }) => year))].map((year) => ({ code: year, label: year })),
    },
    entries: found.slice((page - 1) * onPage, page * onPage).map(entry),
  }
}

const dayOf = ({ publishAt }: Release, language: Language): string =>
  publishAt === undefined ? '' : periodLabel(publishAt.slice(0, 10), language)

function addressesOf({ id }: Release, language: Language) {
  return { href: `/releases/${id}/${language}/index.html`, zip: `/releases/${id}/archive.zip` }
}

/** Title and time: before its hour nothing else of a release is anybody's. */
function comingEntry(
  { title, due, moves, isLate }: ComingRelease,
  language: Language,
): ComingEntry {
  const isSet = due.includes('T')
  return {
    title: title[language],
    iso: due,
    isSet,
    isLate,
    when: isSet
      ? `${periodLabel(due.slice(0, 10), language)}, ${due.slice(11, 16)} UTC`
      : periodLabel(due, language),
    moves: moves.map(({ from, reason }) => ({
      from: periodLabel(from, language),
      reason: reason ?? '',
    })),
  }
}

const regionLabel: Readonly<Record<Language, string>> = {
  es: 'La región en conjunto',
  en: 'The region as a whole',
  fr: 'La région dans son ensemble',
}
