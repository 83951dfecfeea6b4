import type { Language } from '@caudal/methods/vocabulary'

interface OwnCountryWords {
  /** What of the figures somebody reads exactly. */
  readonly exact: (country: string) => string
  readonly limit: (country: string) => string
  /** Somebody who would, and has no country. */
  readonly without: string
}

export const ownCountryWords: Readonly<Record<Language, OwnCountryWords>> = {
  es: {
    exact: (country) =>
      `Esta tabla cuenta también registros de otros países, y por eso usted la ve protegida, como todo el mundo. Las cifras exactas de ${country} se leen limitando la tabla a ese país.`,
    limit: (country) => `Limitar a ${country}`,
    without:
      'Su cuenta no tiene país, y por eso ve estas cifras protegidas, como todo el mundo: la administración lo anota con su institución.',
  },
  en: {
    exact: (country) =>
      `This table counts records of other countries too, so you see it protected, as everybody does. The exact figures of ${country} are read by limiting the table to that country.`,
    limit: (country) => `Limit to ${country}`,
    without:
      'Your account has no country, so you see these figures protected, as everybody does: the administrator enters it with your institution.',
  },
  fr: {
    exact: (country) =>
      `Ce tableau compte aussi des enregistrements d’autres pays\u00a0: il est donc protégé pour vous comme pour tout le monde. Les chiffres exacts de ${country} se lisent en limitant le tableau à ce pays.`,
    limit: (country) => `Limiter à ${country}`,
    without:
      'Votre compte n’a pas de pays\u00a0: ces chiffres sont donc protégés pour vous comme pour tout le monde. L’administration l’inscrit avec votre institution.',
  },
}
