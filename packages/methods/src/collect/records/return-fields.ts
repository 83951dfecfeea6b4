import type { Field } from '../record-type.ts'

/** With whom the person came back. */
export const familyFields: readonly Field[] = [
  {
    id: 'accompaniment',
    type: 'code',
    codeList: 'accompaniment',
    sensitivity: 'sensitive',
    concept: 'ACCOMPANIMENT',
    label: { es: 'Acompañamiento', en: 'Accompaniment', fr: 'Accompagnement' },
    definition: {
      es: 'Si la persona vino sola, en familia o, siendo menor, no acompañada.',
      en: 'Whether the person came alone, in a family or, as a child, unaccompanied.',
      fr: 'Si la personne est venue seule, en famille ou, mineure, non accompagnée.',
    },
  },
  {
    id: 'family_unit',
    type: 'text',
    sensitivity: 'quasi',
    concept: 'FAMILY_UNIT',
    label: { es: 'Unidad familiar', en: 'Family unit', fr: 'Unité familiale' },
    definition: {
      es: 'Número que comparten quienes vienen en la misma unidad familiar.',
      en: 'Number shared by those who come in the same family unit.',
      fr: 'Numéro commun aux membres d’une même unité familiale.',
    },
  },
  {
    id: 'family_size',
    type: 'integer',
    sensitivity: 'quasi',
    concept: 'FAMILY_SIZE',
    unit: { es: 'personas', en: 'persons', fr: 'personnes' },
    label: {
      es: 'Personas de la unidad familiar',
      en: 'Persons in the family unit',
      fr: 'Personnes de l’unité familiale',
    },
    definition: {
      es: 'Cuántas personas vienen en la unidad familiar, ella incluida.',
      en: 'How many persons come in the family unit, this one included.',
      fr: 'Combien de personnes compte l’unité familiale, celle-ci comprise.',
    },
  },
]

/** The journey that ended in the return, and why it was begun. */
export const journeyFields: readonly Field[] = [
  {
    id: 'departed_on',
    type: 'date',
    sensitivity: 'quasi',
    label: { es: 'Fecha de salida del país', en: 'Date of departure', fr: 'Date de départ' },
    definition: {
      es: 'Día en que la persona salió de su país, si lo recuerda.',
      en: 'Day on which the person left the own country, where remembered.',
      fr: 'Jour où la personne a quitté son pays, si elle s’en souvient.',
    },
  },
  {
    id: 'days_abroad',
    type: 'integer',
    sensitivity: 'quasi',
    concept: 'DURATION',
    unit: { es: 'días', en: 'days', fr: 'jours' },
    label: { es: 'Días fuera del país', en: 'Days abroad', fr: 'Jours à l’étranger' },
    definition: {
      es: 'Días desde la salida hasta el retorno.',
      en: 'Days from departure to return.',
      fr: 'Jours du départ au retour.',
    },
    derived: {
      op: 'date-difference',
      from: { field: 'departed_on' },
      to: { field: 'returned_on' },
    },
  },
  {
    id: 'intended_country',
    type: 'code',
    codeList: 'countries',
    sensitivity: 'sensitive',
    concept: 'INTENDED_DESTINATION',
    label: {
      es: 'País al que quería llegar',
      en: 'Intended country of destination',
      fr: 'Pays de destination envisagé',
    },
    definition: {
      es: 'País en que la persona quería vivir al salir.',
      en: 'Country in which the person meant to live when leaving.',
      fr: 'Pays où la personne voulait vivre en partant.',
    },
  },
  {
    id: 'motive',
    type: 'code',
    codeList: 'migration-motives',
    sensitivity: 'sensitive',
    concept: 'MIGRATION_MOTIVE',
    label: {
      es: 'Motivo principal de la migración',
      en: 'Main motive of migration',
      fr: 'Motif principal de la migration',
    },
    definition: {
      es: 'Motivo principal por el que la persona dejó su país.',
      en: 'Main reason for which the person left the own country.',
      fr: 'Raison principale pour laquelle la personne a quitté son pays.',
    },
  },
  {
    id: 'second_motive',
    type: 'code',
    codeList: 'migration-motives',
    sensitivity: 'sensitive',
    concept: 'MIGRATION_MOTIVE',
    label: {
      es: 'Segundo motivo de la migración',
      en: 'Second motive of migration',
      fr: 'Deuxième motif de la migration',
    },
    definition: {
      es: 'Otro motivo que la persona declara.',
      en: 'Another reason that the person states.',
      fr: 'Autre raison que la personne déclare.',
    },
  },
  {
    id: 'previous_returns',
    type: 'integer',
    sensitivity: 'sensitive',
    concept: 'PREVIOUS_RETURNS',
    unit: { es: 'retornos', en: 'returns', fr: 'retours' },
    label: { es: 'Retornos anteriores', en: 'Previous returns', fr: 'Retours antérieurs' },
    definition: {
      es: 'Veces que la persona había sido retornada antes.',
      en: 'Times the person had been returned before.',
      fr: 'Nombre de fois où la personne avait déjà été renvoyée.',
    },
  },
  {
    id: 'victim_on_journey',
    type: 'boolean',
    sensitivity: 'sensitive',
    concept: 'VICTIM',
    label: {
      es: 'Víctima de un delito en el trayecto',
      en: 'Victim of a crime on the journey',
      fr: 'Victime d’une infraction en chemin',
    },
    definition: {
      es: 'Si la persona declara haber sufrido un delito en el trayecto.',
      en: 'Whether the person states having suffered a crime on the journey.',
      fr: 'Si la personne déclare avoir subi une infraction en chemin.',
    },
  },
  {
    id: 'intends_to_migrate_again',
    type: 'boolean',
    sensitivity: 'sensitive',
    concept: 'MIGRATION_INTENTION',
    label: {
      es: 'Intención de volver a migrar',
      en: 'Intention to migrate again',
      fr: 'Intention de migrer à nouveau',
    },
    definition: {
      es: 'Si la persona piensa volver a migrar en los doce meses siguientes.',
      en: 'Whether the person means to migrate again within twelve months.',
      fr: 'Si la personne pense migrer à nouveau dans les douze mois.',
    },
  },
]

/** What the person needs, and where the centre refers to; no more than statistics ask. */
export const assistanceFields: readonly Field[] = [
  {
    id: 'need',
    type: 'code',
    codeList: 'return-needs',
    sensitivity: 'sensitive',
    concept: 'NEED',
    label: { es: 'Necesidad principal', en: 'Main need', fr: 'Besoin principal' },
    definition: {
      es: 'Lo que la persona más necesita al llegar.',
      en: 'What the person needs most on arrival.',
      fr: 'Ce dont la personne a le plus besoin à l’arrivée.',
    },
  },
  {
    id: 'second_need',
    type: 'code',
    codeList: 'return-needs',
    sensitivity: 'sensitive',
    concept: 'NEED',
    label: { es: 'Segunda necesidad', en: 'Second need', fr: 'Deuxième besoin' },
    definition: {
      es: 'Otra necesidad que la persona declara.',
      en: 'Another need that the person states.',
      fr: 'Autre besoin que la personne déclare.',
    },
  },
  {
    id: 'referral',
    type: 'code',
    codeList: 'referral-services',
    sensitivity: 'sensitive',
    concept: 'REFERRAL',
    label: { es: 'Remisión', en: 'Referral', fr: 'Orientation' },
    definition: {
      es: 'Servicio al que el centro remitió a la persona.',
      en: 'Service to which the centre referred the person.',
      fr: 'Service vers lequel le centre a orienté la personne.',
    },
  },
  {
    id: 'has_disability',
    type: 'boolean',
    sensitivity: 'sensitive',
    concept: 'DISABILITY_STATUS',
    label: { es: 'Discapacidad', en: 'Disability', fr: 'Handicap' },
    definition: {
      es: 'Si la persona tiene mucha dificultad en al menos un dominio (lista breve del Grupo de Washington).',
      en: 'Whether the person has a lot of difficulty in at least one domain (Washington Group Short Set).',
      fr: 'Si la personne a beaucoup de difficulté dans au moins un domaine (liste courte du Groupe de Washington).',
    },
  },
  {
    id: 'is_pregnant',
    type: 'boolean',
    sensitivity: 'sensitive',
    concept: 'PREGNANCY',
    label: { es: 'Embarazo', en: 'Pregnancy', fr: 'Grossesse' },
    definition: {
      es: 'Si la persona declara estar embarazada, para atenderla.',
      en: 'Whether the person states being pregnant, so as to be cared for.',
      fr: 'Si la personne déclare être enceinte, pour sa prise en charge.',
    },
  },
]
