import type { Language } from '@caudal/methods/vocabulary'

export interface OfflineWords {
  readonly title: string
  readonly lead: string
  readonly kept: string
  readonly nothingKept: string
  readonly again: string
  /** Above a page from before. @param when day and time, as readers write them */
  readonly from: (when: string) => string
}

/** What is said while the node cannot be reached. */
export const offlineWords: Record<Language, OfflineWords> = {
  es: {
    title: 'Sin conexión',
    lead: 'No se puede llegar a este sitio y esta página no se ha visto antes en este dispositivo. Compruebe la conexión e inténtelo de nuevo.',
    kept: 'Páginas y cifras que puede leer sin conexión',
    nothingKept: 'Aquí aparecerán las páginas y las tablas que haya visto con conexión.',
    again: 'Intentar de nuevo',
    from: (when) =>
      `Sin conexión: esta es la página tal como se vio el ${when}. Puede haber cifras más recientes.`,
  },
  en: {
    title: 'No connection',
    lead: 'This site cannot be reached, and this page has not been seen on this device before. Check the connection and try again.',
    kept: 'Pages and figures that you can read without a connection',
    nothingKept: 'Pages and tables that you have seen with a connection will be listed here.',
    again: 'Try again',
    from: (when) =>
      `No connection: this is the page as it was seen on ${when}. There may be newer figures.`,
  },
  fr: {
    title: 'Pas de connexion',
    lead: 'Ce site est injoignable et cette page n’a pas encore été vue sur cet appareil. Vérifiez la connexion, puis réessayez.',
    kept: 'Pages et chiffres lisibles sans connexion',
    nothingKept:
      'Les pages et les tableaux que vous aurez vus avec une connexion apparaîtront ici.',
    again: 'Réessayer',
    from: (when) =>
      `Pas de connexion : voici la page telle qu’elle a été vue le ${when}. Il existe peut-être des chiffres plus récents.`,
  },
}
