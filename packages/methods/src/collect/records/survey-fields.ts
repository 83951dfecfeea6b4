import type { Field } from '../record-type.ts'

/** Which survey, which unit, and the sampling design: what an estimate with its variance needs. */
export const designFields: readonly Field[] = [
  {
    id: 'survey',
    type: 'text',
    required: true,
    sensitivity: 'plain',
    concept: 'SURVEY',
    label: { es: 'Encuesta', en: 'Survey', fr: 'Enquête' },
    definition: {
      es: 'Nombre corto de la encuesta o el censo.',
      en: 'Short name of the survey or census.',
      fr: 'Nom court de l’enquête ou du recensement.',
    },
  },
  {
    id: 'wave',
    type: 'text',
    sensitivity: 'plain',
    concept: 'WAVE',
    label: { es: 'Ronda', en: 'Wave', fr: 'Vague' },
    definition: {
      es: 'Ronda o edición de la encuesta.',
      en: 'Wave or edition of the survey.',
      fr: 'Vague ou édition de l’enquête.',
    },
  },
  {
    id: 'interviewed_on',
    type: 'date',
    required: true,
    sensitivity: 'quasi',
    concept: 'TIME_PERIOD',
    label: { es: 'Fecha de la entrevista', en: 'Date of interview', fr: 'Date de l’entretien' },
    definition: {
      es: 'Día de la entrevista; en un censo, el día censal.',
      en: 'Day of the interview; in a census, the census day.',
      fr: 'Jour de l’entretien ; pour un recensement, le jour de référence.',
    },
  },
  {
    id: 'unit',
    type: 'code',
    codeList: 'survey-units',
    required: true,
    sensitivity: 'plain',
    concept: 'SURVEY_UNIT',
    label: { es: 'Unidad', en: 'Unit', fr: 'Unité' },
    definition: {
      es: 'Si la fila es de una persona o de un hogar.',
      en: 'Whether the row is of a person or of a household.',
      fr: 'Si la ligne décrit une personne ou un ménage.',
    },
  },
  {
    id: 'household',
    type: 'text',
    sensitivity: 'quasi',
    concept: 'HOUSEHOLD_ID',
    label: { es: 'Hogar', en: 'Household', fr: 'Ménage' },
    definition: {
      es: 'Número del hogar en la muestra, sin significado fuera de ella.',
      en: 'Number of the household in the sample, without meaning outside it.',
      fr: 'Numéro du ménage dans l’échantillon, sans signification au-delà.',
    },
  },
  {
    id: 'person_number',
    type: 'integer',
    sensitivity: 'plain',
    concept: 'PERSON_NUMBER',
    unit: { es: 'número de orden', en: 'ordinal', fr: 'numéro d’ordre' },
    label: {
      es: 'Persona del hogar',
      en: 'Person of the household',
      fr: 'Personne du ménage',
    },
    definition: {
      es: 'Número de orden de la persona en el hogar.',
      en: 'Ordinal of the person in the household.',
      fr: 'Numéro d’ordre de la personne dans le ménage.',
    },
  },
  {
    id: 'weight',
    type: 'decimal',
    sensitivity: 'plain',
    concept: 'WEIGHT',
    unit: {
      es: 'unidades de la población por fila',
      en: 'units of the population per row',
      fr: 'unités de la population par ligne',
    },
    label: { es: 'Factor de expansión', en: 'Weight', fr: 'Poids' },
    definition: {
      es: 'Unidades de la población a las que la fila representa; 1 en un censo.',
      en: 'Units of the population that the row stands for; 1 in a census.',
      fr: 'Unités de la population que la ligne représente ; 1 dans un recensement.',
    },
  },
  {
    id: 'stratum',
    type: 'text',
    sensitivity: 'plain',
    concept: 'STRATUM',
    label: { es: 'Estrato', en: 'Stratum', fr: 'Strate' },
    definition: {
      es: 'Estrato del diseño en que se sacó la muestra.',
      en: 'Stratum of the design from which the sample was drawn.',
      fr: 'Strate du plan de sondage dont l’échantillon est tiré.',
    },
  },
  {
    id: 'cluster',
    type: 'text',
    sensitivity: 'quasi',
    concept: 'CLUSTER',
    label: { es: 'Conglomerado', en: 'Cluster', fr: 'Grappe' },
    definition: {
      es: 'Unidad primaria de muestreo.',
      en: 'Primary sampling unit.',
      fr: 'Unité primaire d’échantillonnage.',
    },
  },
  {
    id: 'replicate_weights',
    type: 'text',
    sensitivity: 'plain',
    concept: 'REPLICATE_WEIGHTS',
    label: { es: 'Pesos replicados', en: 'Replicate weights', fr: 'Poids répliqués' },
    definition: {
      es: 'Pesos de las réplicas, en su orden, separados por espacios: «12.5 0 25.1».',
      en: 'Weights of the replicates, in their order, separated by spaces: “12.5 0 25.1”.',
      fr: 'Poids des répliques, dans leur ordre, séparés par des espaces : « 12.5 0 25.1 ».',
    },
  },
  {
    id: 'replicate_method',
    type: 'code',
    codeList: 'replicate-methods',
    sensitivity: 'plain',
    concept: 'REPLICATE_METHOD',
    label: {
      es: 'Método de las réplicas',
      en: 'Method of the replicates',
      fr: 'Méthode des répliques',
    },
    definition: {
      es: 'Cómo se hicieron los pesos replicados. Sin él, el error típico sale de estratos y conglomerados.',
      en: 'How the replicate weights were made. Without it the standard error comes from strata and clusters.',
      fr: 'Comment les poids répliqués ont été faits. Sans elle, l’erreur type vient des strates et des grappes.',
    },
  },
  {
    id: 'replicate_factor',
    type: 'decimal',
    sensitivity: 'plain',
    concept: 'REPLICATE_FACTOR',
    unit: { es: 'factor', en: 'factor', fr: 'facteur' },
    label: {
      es: 'Factor de las réplicas',
      en: 'Factor of the replicates',
      fr: 'Facteur des répliques',
    },
    definition: {
      es: 'ρ del método de Fay, de 0 a menos de 1; o por cuánto se multiplica la suma de cuadrados de las réplicas.',
      en: 'ρ of Fay’s method, from 0 to below 1; or what the sum of squares of the replicates is multiplied with.',
      fr: 'ρ de la méthode de Fay, de 0 à moins de 1 ; ou ce par quoi la somme des carrés des répliques est multipliée.',
    },
  },
]

/**
 * What surveys and censuses ask of migration and remittances.
 *
 * @see UN Statistics Division, Principles and Recommendations for Population and Housing Censuses
 */
export const migrationQuestions: readonly Field[] = [
  {
    id: 'residence_one_year_ago',
    type: 'code',
    codeList: 'countries',
    sensitivity: 'quasi',
    concept: 'RESIDENCE_1Y',
    label: {
      es: 'Residencia hace un año',
      en: 'Residence one year ago',
      fr: 'Résidence un an auparavant',
    },
    definition: {
      es: 'País donde la persona vivía un año antes.',
      en: 'Country in which the person lived one year before.',
      fr: 'Pays où la personne vivait un an auparavant.',
    },
  },
  {
    id: 'residence_five_years_ago',
    type: 'code',
    codeList: 'countries',
    sensitivity: 'quasi',
    concept: 'RESIDENCE_5Y',
    label: {
      es: 'Residencia hace cinco años',
      en: 'Residence five years ago',
      fr: 'Résidence cinq ans auparavant',
    },
    definition: {
      es: 'País donde la persona vivía cinco años antes.',
      en: 'Country in which the person lived five years before.',
      fr: 'Pays où la personne vivait cinq ans auparavant.',
    },
  },
  {
    id: 'arrival_year',
    type: 'integer',
    sensitivity: 'quasi',
    concept: 'ARRIVAL_YEAR',
    unit: { es: 'año', en: 'year', fr: 'année' },
    label: { es: 'Año de llegada', en: 'Year of arrival', fr: 'Année d’arrivée' },
    definition: {
      es: 'Año en que la persona llegó a vivir al país por última vez.',
      en: 'Year in which the person last came to live in the country.',
      fr: 'Année où la personne est venue vivre dans le pays pour la dernière fois.',
    },
  },
  {
    id: 'motive',
    type: 'code',
    codeList: 'migration-motives',
    sensitivity: 'sensitive',
    concept: 'MIGRATION_MOTIVE',
    label: {
      es: 'Motivo de la migración',
      en: 'Motive of migration',
      fr: 'Motif de la migration',
    },
    definition: {
      es: 'Motivo principal de la última migración.',
      en: 'Main reason of the last migration.',
      fr: 'Raison principale de la dernière migration.',
    },
  },
  {
    id: 'members_abroad',
    type: 'integer',
    sensitivity: 'quasi',
    concept: 'MEMBERS_ABROAD',
    unit: { es: 'personas', en: 'persons', fr: 'personnes' },
    label: {
      es: 'Miembros del hogar en el extranjero',
      en: 'Household members abroad',
      fr: 'Membres du ménage à l’étranger',
    },
    definition: {
      es: 'Personas que vivían en el hogar y viven en otro país.',
      en: 'Persons who lived in the household and live in another country.',
      fr: 'Personnes qui vivaient dans le ménage et vivent dans un autre pays.',
    },
  },
  {
    id: 'receives_remittances',
    type: 'boolean',
    sensitivity: 'quasi',
    concept: 'REMITTANCES_RECEIVED',
    label: { es: 'Recibe remesas', en: 'Receives remittances', fr: 'Reçoit des fonds' },
    definition: {
      es: 'Si el hogar recibió dinero del extranjero en los doce meses anteriores.',
      en: 'Whether the household received money from abroad in the twelve months before.',
      fr: 'Si le ménage a reçu de l’argent de l’étranger dans les douze mois précédents.',
    },
  },
  {
    id: 'remittances_per_month',
    type: 'decimal',
    sensitivity: 'quasi',
    concept: 'REMITTANCES_AMOUNT',
    unit: {
      es: 'dólares de los Estados Unidos por mes',
      en: 'US dollars per month',
      fr: 'dollars des États-Unis par mois',
    },
    label: {
      es: 'Remesas por mes',
      en: 'Remittances per month',
      fr: 'Fonds reçus par mois',
    },
    definition: {
      es: 'Dinero que el hogar recibe del extranjero en un mes corriente.',
      en: 'Money the household receives from abroad in an ordinary month.',
      fr: 'Argent que le ménage reçoit de l’étranger en un mois ordinaire.',
    },
  },
]

/**
 * What surveys ask of work: what recruitment cost, injuries at work, and the work of children.
 *
 * @see ILO and World Bank (2019), Statistics for SDG indicator 10.7.1: Guidelines; ILO (2018), Resolution
 *   concerning statistics on child labour; ILO (1998), Resolution concerning occupational injuries
 */
export const workQuestions: readonly Field[] = [
  {
    id: 'job_country',
    type: 'code',
    codeList: 'countries',
    sensitivity: 'quasi',
    concept: 'JOB_COUNTRY',
    label: {
      es: 'País del primer empleo en el exterior',
      en: 'Country of the first job abroad',
      fr: 'Pays du premier emploi à l’étranger',
    },
    definition: {
      es: 'País del primer empleo que la persona obtuvo en el exterior.',
      en: 'Country of the first job that the person obtained abroad.',
      fr: 'Pays du premier emploi que la personne a obtenu à l’étranger.',
    },
  },
  {
    id: 'recruitment_cost',
    type: 'decimal',
    sensitivity: 'quasi',
    concept: 'RECRUITMENT_COST',
    unit: {
      es: 'dólares de los Estados Unidos',
      en: 'US dollars',
      fr: 'dollars des États-Unis',
    },
    label: { es: 'Costo de contratación', en: 'Recruitment cost', fr: 'Coût du recrutement' },
    definition: {
      es: 'Todo lo que la persona pagó para obtener ese empleo.',
      en: 'All that the person paid to obtain that job.',
      fr: 'Tout ce que la personne a payé pour obtenir cet emploi.',
    },
  },
  {
    id: 'first_month_earnings',
    type: 'decimal',
    sensitivity: 'quasi',
    concept: 'FIRST_EARNINGS',
    unit: {
      es: 'dólares de los Estados Unidos',
      en: 'US dollars',
      fr: 'dollars des États-Unis',
    },
    label: {
      es: 'Ingresos del primer mes',
      en: 'Earnings of the first month',
      fr: 'Revenus du premier mois',
    },
    definition: {
      es: 'Lo que la persona ganó en el primer mes completo de ese empleo.',
      en: 'What the person earned in the first full month of that job.',
      fr: 'Ce que la personne a gagné le premier mois complet de cet emploi.',
    },
  },
  {
    id: 'injuries',
    type: 'integer',
    sensitivity: 'sensitive',
    concept: 'INJURIES',
    unit: { es: 'lesiones', en: 'injuries', fr: 'accidents' },
    label: {
      es: 'Lesiones ocupacionales',
      en: 'Occupational injuries',
      fr: 'Accidents du travail',
    },
    definition: {
      es: 'Lesiones que la persona sufrió en el trabajo en los doce meses anteriores.',
      en: 'Injuries that the person suffered at work in the twelve months before.',
      fr: 'Accidents du travail que la personne a subis dans les douze mois précédents.',
    },
  },
  {
    id: 'child_labour',
    type: 'boolean',
    sensitivity: 'sensitive',
    concept: 'CHILD_LABOUR',
    label: { es: 'Trabajo infantil', en: 'Child labour', fr: 'Travail des enfants' },
    definition: {
      es: 'Si una persona de 5 a 17 años estaba en trabajo infantil en la semana de referencia.',
      en: 'Whether a person aged 5 to 17 was in child labour in the reference week.',
      fr: 'Si une personne de 5 à 17 ans était astreinte au travail la semaine de référence.',
    },
  },
]
