import type { Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../../words/speaking.tsx'

interface BreakWording {
  readonly title: string
  readonly lead: string
  readonly none: string
  readonly standing: string
  readonly ended: string
  readonly from: (country: string, period: string) => string
  readonly source: (source: string) => string
  readonly recorded: (day: string) => string
  readonly endedOn: (day: string, reason: string) => string
  readonly add: string
  readonly country: string
  readonly choose: string
  readonly countryWrong: string
  readonly cube: string
  readonly period: string
  readonly periodHint: string
  readonly periodWrong: string
  readonly reasonIn: Readonly<Record<Language, string>>
  readonly reasonHint: string
  readonly reasonWrong: Readonly<Record<Language, string>>
  readonly sourceLabel: string
  readonly sourceHint: string
  readonly sourceWrong: string
  readonly save: string
  readonly end: (named: string) => string
  readonly endReason: string
  readonly endHint: string
  readonly endWrong: string
  readonly endSave: string
}

const words: Readonly<Record<Language, BreakWording>> = {
  es: {
    title: 'Rupturas de las series',
    lead: 'Una ruptura dice desde qué período las cifras de un país no se comparan con las anteriores: cambió la fuente, la norma o el registro. Consta en las tablas, los perfiles, las publicaciones y SDMX.',
    none: 'No hay rupturas anotadas.',
    standing: 'Rupturas que constan',
    ended: 'Ya no constan',
    from: (country, period) => `${country}, desde ${period}`,
    source: (source) => `Fuente: ${source}`,
    recorded: (day) => `Anotada el ${day}.`,
    endedOn: (day, reason) => `Retirada el ${day}: ${reason}`,
    add: 'Anotar una ruptura',
    country: 'País',
    choose: 'Elija un país',
    countryWrong: 'Elija el país de la serie',
    cube: 'Serie',
    period: 'Desde',
    periodHint: 'Primer período que ya no se compara: 2024, 2024-Q1, 2024-03 o 2024-03-31',
    periodWrong: 'Escriba el período como 2024, 2024-Q1, 2024-03 o 2024-03-31',
    reasonIn: { es: 'Motivo en español', en: 'Motivo en inglés', fr: 'Motivo en francés' },
    reasonHint: 'Una frase que cualquiera entienda; es pública.',
    reasonWrong: {
      es: 'Escriba el motivo en español',
      en: 'Escriba el motivo en inglés',
      fr: 'Escriba el motivo en francés',
    },
    sourceLabel: 'Fuente',
    sourceHint: 'Documento, norma o institución que lo establece; es pública.',
    sourceWrong: 'Diga qué documento o institución lo establece',
    save: 'Anotar',
    end: (named) => `Retirar: ${named}`,
    endReason: 'Por qué las cifras sí se comparan',
    endHint: 'Queda en el registro.',
    endWrong: 'Diga por qué las cifras sí se comparan',
    endSave: 'Retirar la ruptura',
  },
  en: {
    title: 'Breaks in series',
    lead: 'A break says from which period on the figures of a country do not compare with those before: the source, the rule or the register changed. Tables, profiles, releases and SDMX tell it.',
    none: 'No breaks are recorded.',
    standing: 'Breaks that are told',
    ended: 'Told no more',
    from: (country, period) => `${country}, from ${period}`,
    source: (source) => `Source: ${source}`,
    recorded: (day) => `Recorded on ${day}.`,
    endedOn: (day, reason) => `Withdrawn on ${day}: ${reason}`,
    add: 'Record a break',
    country: 'Country',
    choose: 'Choose a country',
    countryWrong: 'Choose the country of the series',
    cube: 'Series',
    period: 'From',
    periodHint: 'First period that no longer compares: 2024, 2024-Q1, 2024-03 or 2024-03-31',
    periodWrong: 'Write the period as 2024, 2024-Q1, 2024-03 or 2024-03-31',
    reasonIn: { es: 'Reason in Spanish', en: 'Reason in English', fr: 'Reason in French' },
    reasonHint: 'A sentence that anybody understands; it is public.',
    reasonWrong: {
      es: 'Write the reason in Spanish',
      en: 'Write the reason in English',
      fr: 'Write the reason in French',
    },
    sourceLabel: 'Source',
    sourceHint: 'Document, rule or institution that establishes it; it is public.',
    sourceWrong: 'Say which document or institution establishes it',
    save: 'Record',
    end: (named) => `Withdraw: ${named}`,
    endReason: 'Why the figures do compare',
    endHint: 'It stays in the register.',
    endWrong: 'Say why the figures do compare',
    endSave: 'Withdraw the break',
  },
  fr: {
    title: 'Ruptures de séries',
    lead: 'Une rupture dit à partir de quelle période les chiffres d’un pays ne se comparent plus aux précédents : la source, la règle ou le registre a changé. Les tableaux, les profils, les publications et SDMX la disent.',
    none: 'Aucune rupture n’est notée.',
    standing: 'Ruptures dites',
    ended: 'Ne sont plus dites',
    from: (country, period) => `${country}, à partir de ${period}`,
    source: (source) => `Source : ${source}`,
    recorded: (day) => `Notée le ${day}.`,
    endedOn: (day, reason) => `Retirée le ${day} : ${reason}`,
    add: 'Noter une rupture',
    country: 'Pays',
    choose: 'Choisissez un pays',
    countryWrong: 'Choisissez le pays de la série',
    cube: 'Série',
    period: 'À partir de',
    periodHint: 'Première période qui ne se compare plus : 2024, 2024-Q1, 2024-03 ou 2024-03-31',
    periodWrong: 'Écrivez la période sous la forme 2024, 2024-Q1, 2024-03 ou 2024-03-31',
    reasonIn: { es: 'Motif en espagnol', en: 'Motif en anglais', fr: 'Motif en français' },
    reasonHint: 'Une phrase que chacun comprend ; elle est publique.',
    reasonWrong: {
      es: 'Écrivez le motif en espagnol',
      en: 'Écrivez le motif en anglais',
      fr: 'Écrivez le motif en français',
    },
    sourceLabel: 'Source',
    sourceHint: 'Document, règle ou institution qui l’établit ; elle est publique.',
    sourceWrong: 'Dites quel document ou quelle institution l’établit',
    save: 'Noter',
    end: (named) => `Retirer : ${named}`,
    endReason: 'Pourquoi les chiffres se comparent',
    endHint: 'Cela reste au registre.',
    endWrong: 'Dites pourquoi les chiffres se comparent',
    endSave: 'Retirer la rupture',
  },
}

/** The words of the page of breaks, fetched with it and with no other. */
export function useBreakWords(): BreakWording {
  return words[useSpeaking().language]
}
