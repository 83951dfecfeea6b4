import type { Language } from '@caudal/methods/vocabulary'

export interface SheetWords {
  readonly title: (country: string) => string
  readonly total: string
  readonly counts: (n: number) => string
  readonly compared: (change: string, month: string) => string
  readonly months: string
  readonly sex: string
  readonly age: string
  readonly type: string
  readonly means: string
  readonly provenance: string
  readonly department: string
  readonly accompaniment: string
  readonly none: string
  readonly hidden: string
  readonly counted: string
  readonly source: string
  readonly synthetic: string
  readonly downloads: string
  readonly pdfHelp: string
  readonly figures: string
}

export const sheetWords: Readonly<Record<Language, SheetWords>> = {
  es: {
    title: (country) => `${country}: personas retornadas`,
    total: 'Total',
    counts: (n) => (n === 1 ? 'retorno' : 'retornos'),
    compared: (change, month) => `${change} que en ${month}`,
    months: 'Mes a mes',
    sex: 'Sexo',
    age: 'Edad',
    type: 'Tipo de retorno',
    means: 'Medio',
    provenance: 'País de procedencia',
    department: 'Departamento de origen',
    accompaniment: 'Niñez y adolescencia: compañía',
    none: 'Ningún registro',
    hidden: 'sin dato',
    counted:
      'Se cuentan retornos registrados por los centros de recepción, no personas: quien retorna dos veces cuenta dos veces.',
    source: 'Fuente',
    synthetic: 'SINTÉTICO: no describe a ninguna persona ni país real',
    downloads: 'Descargar',
    pdfHelp: 'Una página A4; también puede imprimirla desde el navegador.',
    figures: 'Las cifras, como tabla',
  },
  en: {
    title: (country) => `${country}: returned migrants`,
    total: 'Total',
    counts: (n) => (n === 1 ? 'return' : 'returns'),
    compared: (change, month) => `${change} than in ${month}`,
    months: 'Month by month',
    sex: 'Sex',
    age: 'Age',
    type: 'Type of return',
    means: 'Means',
    provenance: 'Country returned from',
    department: 'Department of origin',
    accompaniment: 'Children and adolescents: company',
    none: 'No records',
    hidden: 'no figure',
    counted:
      'Returns recorded by the reception centres are counted, not persons: who is returned twice counts twice.',
    source: 'Source',
    synthetic: 'SYNTHETIC: describes no real person or country',
    downloads: 'Download',
    pdfHelp: 'One A4 page; it can be printed from the browser too.',
    figures: 'The figures as a table',
  },
  fr: {
    title: (country) => `${country} : personnes de retour`,
    total: 'Total',
    counts: (n) => (n < 2 ? 'retour' : 'retours'),
    compared: (change, month) => `${change} qu’en ${month}`,
    months: 'Mois par mois',
    sex: 'Sexe',
    age: 'Âge',
    type: 'Type de retour',
    means: 'Moyen',
    provenance: 'Pays de provenance',
    department: 'Département d’origine',
    accompaniment: 'Enfants et adolescents : accompagnement',
    none: 'Aucun enregistrement',
    hidden: 'pas de chiffre',
    counted:
      'On compte des retours enregistrés par les centres d’accueil, non des personnes : qui revient deux fois compte deux fois.',
    source: 'Source',
    synthetic: 'SYNTHÉTIQUE : ne décrit aucune personne ni aucun pays réels',
    downloads: 'Télécharger',
    pdfHelp: 'Une page A4 ; on peut aussi l’imprimer depuis le navigateur.',
    figures: 'Les chiffres, en tableau',
  },
}
