import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageHitAnswer } from '@caudal/methods/publish'
import { createSearchIndex, type SearchEntry } from '@caudal/methods/publish/search'
import { labelOf, languages, type Language, type Text } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { newestFirst, type Release } from '../release/release-state.ts'
import { defaultSettings, readPortalSettings, settingsName } from './portal-settings.ts'
import { listThemes } from './theme-text.ts'

/** A page of the site that can be found by its title. */
interface FoundPage extends SearchEntry {
  say(language: Language): PageHitAnswer
}

/** Releases that can be found, the newest. */
const mostReleases = 2000

const sitePages: readonly { readonly path: string; readonly title: Text }[] = [
  { path: '/countries', title: { es: 'Países', en: 'Countries', fr: 'Pays' } },
  { path: '/themes', title: { es: 'Temas', en: 'Themes', fr: 'Thèmes' } },
  {
    path: '/goals',
    title: {
      es: 'Metas: ODS y Pacto Mundial',
      en: 'Goals: SDGs and Global Compact',
      fr: 'Objectifs : ODD et Pacte mondial',
    },
  },
  {
    path: '/releases',
    title: {
      es: 'Publicaciones: calendario y archivo',
      en: 'Releases: calendar and archive',
      fr: 'Publications : calendrier et archives',
    },
  },
  {
    path: '/learn',
    title: { es: 'Aprender: cursos', en: 'Learn: courses', fr: 'Apprendre : cours' },
  },
  {
    path: '/capacity',
    title: { es: 'Capacidad de datos', en: 'Data capacity', fr: 'Capacité de données' },
  },
  { path: '/gaps', title: { es: 'Huecos de datos', en: 'Data gaps', fr: 'Lacunes des données' } },
  {
    path: '/mirror',
    title: { es: 'Estadísticas espejo', en: 'Mirror statistics', fr: 'Statistiques miroir' },
  },
  {
    path: '/accounts',
    title: { es: 'Stocks y flujos', en: 'Stocks and flows', fr: 'Effectifs et flux' },
  },
  {
    path: '/growth',
    title: {
      es: 'Crecimiento y revisiones',
      en: 'Growth and revisions',
      fr: 'Croissance et révisions',
    },
  },
  {
    path: '/survival',
    title: {
      es: 'Cuánto duran las estancias',
      en: 'How long stays last',
      fr: 'Durée des séjours',
    },
  },
  {
    path: '/back-test',
    title: { es: 'Cifras provisionales', en: 'Provisional figures', fr: 'Chiffres provisoires' },
  },
  { path: '/methods', title: { es: 'Métodos', en: 'Methods', fr: 'Méthodes' } },
  { path: '/glossary', title: { es: 'Glosario', en: 'Glossary', fr: 'Glossaire' } },
  {
    path: '/data',
    title: { es: 'Datos e interfaz', en: 'Data and interface', fr: 'Données et interface' },
  },
]

const kinds = {
  page: { es: 'Página', en: 'Page', fr: 'Page' },
  country: { es: 'País', en: 'Country', fr: 'Pays' },
  theme: { es: 'Tema', en: 'Theme', fr: 'Thème' },
  release: { es: 'Publicación', en: 'Release', fr: 'Publication' },
} as const satisfies Readonly<Record<string, Text>>

/** Pages of the site that a search answers beside what it finds in cubes. */
const mostPages = 6

/** Finds pages by their titles, the best first; what they are made from is read again where it changed. */
export function createPageFinder(content: string) {
  let kept: { readonly state: string; readonly index: Promise<PageIndex> } | undefined
  return async (
    out: readonly Release[],
    typed: string,
    language: Language,
  ): Promise<PageHitAnswer[]> => {
    const state = JSON.stringify([out.map(({ id }) => id), await stateOf(content)])
    if (kept?.state !== state) {
      const index = listPageEntries(content, out).then((entries) => createSearchIndex(entries))
      kept = { state, index }
      index.catch(() => (kept = undefined))
    }
    return (await kept.index).find(typed, mostPages).map((hit) => hit.entry.say(language))
  }
}

type PageIndex = ReturnType<typeof createSearchIndex<FoundPage>>

/** When the files that a node has of its own were changed. */
async function stateOf(content: string): Promise<readonly (readonly [string, number])[]> {
  const themes = await readdir(join(content, 'themes')).catch(() => [] as string[])
  const files = [settingsName, ...themes.map((name) => join('themes', name))]
  return Promise.all(
    files.map(async (name) => {
      const found = await stat(join(content, name)).catch(() => undefined)
      return [name, found?.mtimeMs ?? 0] as const
    }),
  )
}

/** Every page of the site that stands by itself: its sections, countries, themes and releases. */
async function listPageEntries(content: string, out: readonly Release[]): Promise<FoundPage[]> {
  const { countries } = await readPortalSettings(content).catch(() => defaultSettings)
  const themes = await Promise.all(languages.map((language) => listThemes(content, language)))
  const list = getCodeList('countries')
  const everywhere = (address: string) => (language: Language) => `/${language}${address}`
  const named = (label: (language: Language) => string): Text => ({
    es: label('es'),
    en: label('en'),
    fr: label('fr'),
  })
  return [
    ...sitePages.map(({ path, title }) => pageOf('page', title, everywhere(path), 1.4)),
    ...countries.map((code) =>
      pageOf(
        'country',
        named((language) => labelOf(list, code, language)),
        everywhere(`/countries/${code}`),
        1.3,
      ),
    ),
    ...themes[0]!.map(({ id }) =>
      pageOf(
        'theme',
        named((language) => titleOf(id, themes[languages.indexOf(language)]!)),
        everywhere(`/themes/${id}`),
        1.3,
      ),
    ),
    ...newestFirst(out)
      .slice(0, mostReleases)
      .map(({ id, plan }) =>
        pageOf('release', plan.title, (language) => `/releases/${id}/${language}/index.html`, 1),
      ),
  ]
}

const titleOf = (
  id: string,
  themes: readonly { readonly id: string; readonly title: string }[],
): string => themes.find((theme) => theme.id === id)?.title ?? id

function pageOf(
  kind: keyof typeof kinds,
  title: Text,
  address: (language: Language) => string,
  weight: number,
): FoundPage {
  return {
    weight,
    texts: languages.map((language) => title[language]),
    say: (language) => ({
      title: title[language],
      what: kinds[kind][language],
      address: address(language),
    }),
  }
}
