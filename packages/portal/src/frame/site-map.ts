import type { Language, Text } from '@caudal/methods/vocabulary'
import type { Words } from '../words/catalogue.ts'

/** A page that the frame leads to. */
export interface SitePlace {
  /** After the language: `/countries`. */
  readonly path: string
  readonly label: Text
}

/** The sections in the bar, in their order: no more than five, so that a phone shows them too. */
export const sections: readonly SitePlace[] = [
  { path: '/explore', label: { es: 'Explorar', en: 'Explore', fr: 'Explorer' } },
  { path: '/countries', label: { es: 'Países', en: 'Countries', fr: 'Pays' } },
  { path: '/themes', label: { es: 'Temas', en: 'Themes', fr: 'Thèmes' } },
  { path: '/goals', label: { es: 'Metas', en: 'Goals', fr: 'Objectifs' } },
]

/** A place of the footer. */
export interface FooterPlace {
  readonly path: string
  /** Which of the words of the site names it. */
  readonly label: Exclude<keyof Words['site'], 'name'>
  /** Whether the node serves it whole, without the application. */
  readonly baked?: true
}

/** What the footer leads to, in its order; of baked pages and of the application alike. */
export const footerPlaces = [
  { path: '/releases', label: 'releases', baked: true },
  { path: '/learn', label: 'learn', baked: true },
  { path: '/capacity', label: 'capacity', baked: true },
  { path: '/saved', label: 'saved' },
  { path: '/gaps', label: 'gaps' },
  { path: '/mirror', label: 'mirror' },
  { path: '/accounts', label: 'accounts' },
  { path: '/growth', label: 'growth' },
  { path: '/survival', label: 'survival' },
  { path: '/back-test', label: 'backTest' },
  { path: '/methods', label: 'methods' },
  { path: '/glossary', label: 'glossary', baked: true },
  { path: '/data', label: 'data' },
  { path: '/desk', label: 'desk' },
] as const satisfies readonly FooterPlace[]

/** The address of a place in a language. */
export function addressOf({ path }: Pick<SitePlace, 'path'>, language: Language): string {
  return `/${language}${path}`
}

/**
 * Whether a page lies in a section.
 *
 * @param path the address of the page after the language
 * @example isWithin('/countries/GTM', '/countries') // => true
 */
export function isWithin(path: string, section: string): boolean {
  return path === section || path.startsWith(`${section}/`)
}
