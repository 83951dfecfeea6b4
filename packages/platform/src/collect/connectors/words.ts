import type { Language } from '@caudal/methods/vocabulary'

/** What `caudal import public` says. */
export const publicWords: Readonly<
  Record<
    Language,
    Readonly<Record<'description' | 'source' | 'from' | 'countries' | 'importing', string>>
  >
> = {
  es: {
    description: 'Trae cifras de una fuente pública, por la red o de una respuesta guardada',
    source: 'Fuente: unhcr, world-bank, missing-migrants, un-sdg o hdx-dtm',
    from: 'Respuestas guardadas, en lugar de la red',
    countries: 'Países, códigos de tres letras separados por comas; sin ellos, todos',
    importing: 'Traer las cifras',
  },
  en: {
    description: 'Brings in figures of a public source, over the network or from a saved answer',
    source: 'Source: unhcr, world-bank, missing-migrants, un-sdg or hdx-dtm',
    from: 'Saved answers, in place of the network',
    countries: 'Countries, three-letter codes parted by commas; all where absent',
    importing: 'Bring in the figures',
  },
  fr: {
    description:
      'Apporte les chiffres d’une source publique, par le réseau ou d’une réponse gardée',
    source: 'Source : unhcr, world-bank, missing-migrants, un-sdg ou hdx-dtm',
    from: 'Réponses gardées, au lieu du réseau',
    countries: 'Pays, codes à trois lettres séparés par des virgules ; tous par défaut',
    importing: 'Apporter les chiffres',
  },
}
