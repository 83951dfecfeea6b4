import type { Language } from '@caudal/methods/vocabulary'

export interface ReleasesWords {
  readonly title: string
  readonly lead: string
  readonly coming: string
  readonly comingLead: string
  readonly nothingComing: string
  readonly when: string
  readonly what: string
  readonly embargo: string
  readonly announced: string
  readonly late: string
  readonly moved: (from: string, reason: string) => string
  readonly archive: string
  readonly filter: string
  readonly country: string
  readonly theme: string
  readonly year: string
  readonly all: string
  readonly region: string
  readonly show: string
  readonly clear: string
  readonly count: (n: number, text: string) => string
  readonly none: string
  readonly noneYet: string
  readonly superseded: string
  readonly by: (day: string) => string
  readonly download: string
  readonly feed: string
  readonly feedOf: (country: string) => string
  readonly feedTitle: string
  readonly pages: string
  readonly page: (n: string) => string
  readonly older: string
  readonly newer: string
  readonly see: string
}

export const releasesWords: Readonly<Record<Language, ReleasesWords>> = {
  es: {
    title: 'Publicaciones',
    lead: 'Qué saldrá y cuándo, y todo lo que ha salido. Una publicación no cambia nunca: una corrección sale como edición nueva, y la anterior sigue en su dirección, marcada.',
    coming: 'Próximamente',
    comingLead:
      'Antes de su hora solo se dan el título y la fecha, para todo el mundo a la vez. Si una fecha se mueve, se dice por qué.',
    nothingComing: 'No hay nada anunciado por ahora.',
    when: 'Cuándo',
    what: 'Qué',
    embargo: 'aprobada, con hora fijada',
    announced: 'anunciada',
    late: 'con retraso',
    moved: (from, reason) => `Antes: ${from}. ${reason}`,
    archive: 'Archivo',
    filter: 'Filtrar el archivo',
    country: 'País',
    theme: 'Tema',
    year: 'Año de publicación',
    all: 'Todos',
    region: 'La región en conjunto',
    show: 'Mostrar',
    clear: 'Ver todo el archivo',
    count: (n, text) => (n === 1 ? 'Una publicación' : `${text} publicaciones`),
    none: 'Ninguna publicación responde a este filtro.',
    noneYet:
      'Aún no se ha publicado ninguna edición revisada. Aparecerán aquí, con su fecha y su dirección permanente.',
    superseded: 'sustituida',
    by: (day) => `por la edición del ${day}`,
    download: 'Descargar todo (ZIP)',
    feed: 'Canal Atom de todas las publicaciones',
    feedOf: (country) => `Canal Atom de ${country}`,
    feedTitle: 'Caudal: publicaciones',
    pages: 'Páginas del archivo',
    page: (n) => `Página ${n}`,
    older: 'Anteriores',
    newer: 'Más recientes',
    see: 'Todas las publicaciones y lo que viene',
  },
  en: {
    title: 'Releases',
    lead: 'What comes out and when, and all that has come out. A release never changes: a correction comes out as a new edition, and the one before stays at its address, marked.',
    coming: 'Coming',
    comingLead:
      'Before its hour only the title and the date are told, to everybody at once. Where a date is moved, the reason is given.',
    nothingComing: 'Nothing is announced for now.',
    when: 'When',
    what: 'What',
    embargo: 'approved, its hour is set',
    announced: 'announced',
    late: 'late',
    moved: (from, reason) => `Before: ${from}. ${reason}`,
    archive: 'Archive',
    filter: 'Filter the archive',
    country: 'Country',
    theme: 'Theme',
    year: 'Year of release',
    all: 'All',
    region: 'The region as a whole',
    show: 'Show',
    clear: 'See the whole archive',
    count: (n, text) => (n === 1 ? 'One release' : `${text} releases`),
    none: 'No release answers this filter.',
    noneYet:
      'No reviewed release yet. They will appear here, each with its date and its permanent address.',
    superseded: 'superseded',
    by: (day) => `by the edition of ${day}`,
    download: 'Download all of it (ZIP)',
    feed: 'Atom feed of all releases',
    feedOf: (country) => `Atom feed of ${country}`,
    feedTitle: 'Caudal: releases',
    pages: 'Pages of the archive',
    page: (n) => `Page ${n}`,
    older: 'Older',
    newer: 'Newer',
    see: 'All releases, and what comes',
  },
  fr: {
    title: 'Publications',
    lead: 'Ce qui paraîtra et quand, et tout ce qui a paru. Une publication ne change jamais : une correction paraît comme nouvelle édition, et la précédente reste à son adresse, signalée.',
    coming: 'À paraître',
    comingLead:
      'Avant son heure, on n’en donne que le titre et la date, à tout le monde en même temps. Si une date change, la raison en est donnée.',
    nothingComing: 'Rien n’est annoncé pour l’instant.',
    when: 'Quand',
    what: 'Quoi',
    embargo: 'approuvée, heure fixée',
    announced: 'annoncée',
    late: 'en retard',
    moved: (from, reason) => `Auparavant : ${from}. ${reason}`,
    archive: 'Archives',
    filter: 'Filtrer les archives',
    country: 'Pays',
    theme: 'Thème',
    year: 'Année de parution',
    all: 'Tous',
    region: 'La région dans son ensemble',
    show: 'Afficher',
    clear: 'Voir toutes les archives',
    count: (n, text) => (n === 1 ? 'Une publication' : `${text} publications`),
    none: 'Aucune publication ne répond à ce filtre.',
    noneYet:
      'Aucune édition relue n’a encore paru. Elles apparaîtront ici, avec leur date et leur adresse permanente.',
    superseded: 'remplacée',
    by: (day) => `par l’édition du ${day}`,
    download: 'Tout télécharger (ZIP)',
    feed: 'Fil Atom de toutes les publications',
    feedOf: (country) => `Fil Atom : ${country}`,
    feedTitle: 'Caudal : publications',
    pages: 'Pages des archives',
    page: (n) => `Page ${n}`,
    older: 'Plus anciennes',
    newer: 'Plus récentes',
    see: 'Toutes les publications, et ce qui vient',
  },
}
