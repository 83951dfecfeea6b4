import type { Language } from '@caudal/methods/vocabulary'

interface ServedWords {
  readonly superseded: string
  readonly pdf: string
  /** The list of releases, as a link. */
  readonly all: string
  /** When it came out; the day as people write it. */
  readonly published: (day: string) => string
}

/** What a server adds to a baked page, whose bytes never change. */
export const releasePageWords: Readonly<Record<Language, ServedWords>> = {
  es: {
    superseded: 'Esta publicación fue sustituida. La vigente es:',
    pdf: 'Esta página en PDF',
    all: 'Todas las publicaciones',
    published: (day) => `Publicada el ${day}`,
  },
  en: {
    superseded: 'This release has been superseded. The one in force is:',
    pdf: 'This page as PDF',
    all: 'All releases',
    published: (day) => `Released on ${day}`,
  },
  fr: {
    superseded: 'Cette publication a été remplacée. Celle en vigueur :',
    pdf: 'Cette page en PDF',
    all: 'Toutes les publications',
    published: (day) => `Publiée le ${day}`,
  },
}
