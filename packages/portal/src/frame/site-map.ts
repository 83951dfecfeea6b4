import type { Language, Text } from '@caudal/methods/vocabulary'

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
