import type { Language } from '@caudal/methods/vocabulary'

interface BreakWords {
  readonly breaks: string
  readonly add: string
  readonly country: string
  readonly cube: string
  readonly from: string
  readonly reasonIn: (language: Language) => string
  readonly source: string
  readonly added: (id: number) => string
  readonly end: string
  readonly number: string
  readonly because: string
  readonly ended: (id: number) => string
  readonly list: string
  readonly all: string
  readonly listed: (count: number) => string
}

export const breakWords: Readonly<Record<Language, BreakWords>> = {
  es: {
    breaks: 'Lleva el registro de rupturas de las series',
    add: 'Anota una ruptura: desde un período, la serie no se compara con lo anterior',
    country: 'país, en tres letras',
    cube: 'cubo de la serie; «caudal cubes» los nombra',
    from: 'primer período que ya no se compara: 2024, 2024-Q1, 2024-03 o 2024-03-31',
    reasonIn: (language) => `motivo en ${{ es: 'español', en: 'inglés', fr: 'francés' }[language]}`,
    source: 'documento, norma o institución que lo establece',
    added: (id) => `Ruptura anotada con el número ${id}: consta en tablas, perfiles y SDMX.`,
    end: 'Da por terminada una ruptura que no lo era; queda en el registro',
    number: 'número de la ruptura',
    because: 'por qué las cifras sí se comparan',
    ended: (id) => `La ruptura ${id} ya no consta.`,
    list: 'Escribe las rupturas en CSV',
    all: 'también las que ya no constan',
    listed: (count) => (count === 0 ? 'No hay rupturas anotadas.' : `Rupturas: ${count}.`),
  },
  en: {
    breaks: 'Keep the register of breaks in series',
    add: 'Record a break: from a period on, the series does not compare with what was before',
    country: 'country, in three letters',
    cube: 'cube of the series; “caudal cubes” names them',
    from: 'first period that no longer compares: 2024, 2024-Q1, 2024-03 or 2024-03-31',
    reasonIn: (language) => `reason in ${{ es: 'Spanish', en: 'English', fr: 'French' }[language]}`,
    source: 'document, rule or institution that establishes it',
    added: (id) => `Break recorded as number ${id}: tables, profiles and SDMX tell it.`,
    end: 'End a break that was none; it stays in the register',
    number: 'number of the break',
    because: 'why the figures do compare',
    ended: (id) => `Break ${id} is told no more.`,
    list: 'Write the breaks as CSV',
    all: 'those that are told no more too',
    listed: (count) => (count === 0 ? 'No breaks are recorded.' : `Breaks: ${count}.`),
  },
  fr: {
    breaks: 'Tient le registre des ruptures de séries',
    add: 'Note une rupture : à partir d’une période, la série ne se compare plus à ce qui précède',
    country: 'pays, en trois lettres',
    cube: 'cube de la série ; « caudal cubes » les nomme',
    from: 'première période qui ne se compare plus : 2024, 2024-Q1, 2024-03 ou 2024-03-31',
    reasonIn: (language) =>
      `motif en ${{ es: 'espagnol', en: 'anglais', fr: 'français' }[language]}`,
    source: 'document, règle ou institution qui l’établit',
    added: (id) =>
      `Rupture notée sous le numéro ${id} : les tableaux, les profils et SDMX la disent.`,
    end: 'Met fin à une rupture qui n’en était pas une ; elle reste au registre',
    number: 'numéro de la rupture',
    because: 'pourquoi les chiffres se comparent',
    ended: (id) => `La rupture ${id} n’est plus dite.`,
    list: 'Écrit les ruptures en CSV',
    all: 'aussi celles qui ne sont plus dites',
    listed: (count) => (count === 0 ? 'Aucune rupture n’est notée.' : `Ruptures : ${count}.`),
  },
}
