import type { Language } from '@caudal/methods/vocabulary'

interface SurveyWords {
  readonly survey: string
  readonly sample: string
  readonly weight: string
  readonly strata: string
  readonly cluster: string
  readonly population: string
  readonly replicates: string
  readonly replicateMethod: string
  readonly rho: string
  readonly scale: string
  readonly total: string
  readonly mean: string
  readonly ratio: string
  readonly by: string
  readonly surveyReport: (estimates: number, unanswered: number) => string
  readonly withoutVariance: (estimates: number) => string
}

export const surveyWords: Readonly<Record<Language, SurveyWords>> = {
  es: {
    survey:
      'Estima totales, medias y razones de una encuesta o un censo por muestra, según su diseño',
    sample: 'CSV con una fila por persona encuestada',
    weight: 'columna con el peso: personas que representa cada fila',
    strata: 'columna con el estrato',
    cluster: 'columna con la unidad primaria de muestreo',
    population: 'columna con las unidades primarias que tiene el estrato en la población',
    replicates: 'prefijo de las columnas con pesos replicados: «rep» para rep1, rep2, …',
    replicateMethod: 'cómo se hicieron las réplicas: brr, fay, jk1, bootstrap o scaled',
    rho: 'ρ de las réplicas de Fay',
    scale: 'factor de cada desviación al cuadrado; uno, o uno por réplica separados por comas',
    total: 'columna de la que se estima el total; se puede repetir',
    mean: 'columna de la que se estima la media; se puede repetir',
    ratio: 'razón de dos totales, NUMERADOR/DENOMINADOR; se puede repetir',
    by: 'columna por la que se desglosa; se puede repetir',
    surveyReport: (estimates, unanswered) =>
      `Estimaciones: ${estimates}; respuestas en blanco que quedan fuera: ${unanswered}.`,
    withoutVariance: (estimates) =>
      `Estimaciones sin error típico: ${estimates}. Sus respuestas son de una sola unidad primaria, que nada dice de cómo habría salido otra.`,
  },
  en: {
    survey: 'Estimate totals, means and ratios of a survey or a census sample, by its design',
    sample: 'CSV with one row per respondent',
    weight: 'column with the weight: persons each row stands for',
    strata: 'column with the stratum',
    cluster: 'column with the primary sampling unit',
    population: 'column with the primary units that the stratum has in the population',
    replicates: 'prefix of the columns with replicate weights: “rep” for rep1, rep2, …',
    replicateMethod: 'how the replicates were made: brr, fay, jk1, bootstrap or scaled',
    rho: 'ρ of Fay’s replicates',
    scale: 'factor of each squared deviation; one, or one for each replicate, parted by commas',
    total: 'column to estimate the total of; may be repeated',
    mean: 'column to estimate the mean of; may be repeated',
    ratio: 'ratio of two totals, NUMERATOR/DENOMINATOR; may be repeated',
    by: 'column to break down by; may be repeated',
    surveyReport: (estimates, unanswered) =>
      `Estimates: ${estimates}; blank answers left out: ${unanswered}.`,
    withoutVariance: (estimates) =>
      `Estimates without a standard error: ${estimates}. Their answers are of a single primary unit, which says nothing of how another would have come out.`,
  },
  fr: {
    survey:
      'Estime totaux, moyennes et ratios d’une enquête ou d’un recensement par sondage, selon son plan',
    sample: 'CSV avec une rangée par personne enquêtée',
    weight: 'colonne du poids : personnes que chaque rangée représente',
    strata: 'colonne de la strate',
    cluster: 'colonne de l’unité primaire de sondage',
    population: 'colonne du nombre d’unités primaires de la strate dans la population',
    replicates: 'préfixe des colonnes de poids répliqués : « rep » pour rep1, rep2, …',
    replicateMethod: 'façon dont les répliques ont été faites : brr, fay, jk1, bootstrap ou scaled',
    rho: 'ρ des répliques de Fay',
    scale:
      'facteur de chaque écart au carré ; un seul, ou un par réplique, séparés par des virgules',
    total: 'colonne dont on estime le total ; peut être répétée',
    mean: 'colonne dont on estime la moyenne ; peut être répétée',
    ratio: 'ratio de deux totaux, NUMÉRATEUR/DÉNOMINATEUR ; peut être répété',
    by: 'colonne de ventilation ; peut être répétée',
    surveyReport: (estimates, unanswered) =>
      `Estimations : ${estimates} ; réponses vides laissées de côté : ${unanswered}.`,
    withoutVariance: (estimates) =>
      `Estimations sans erreur type : ${estimates}. Leurs réponses viennent d’une seule unité primaire, qui ne dit rien de ce qu’une autre aurait donné.`,
  },
}
