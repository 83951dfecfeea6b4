import type { RegisterField } from './register-field.ts'

const activity: readonly RegisterField[] = [
  {
    place: 'title',
    kind: 'line',
    label: { es: 'Título', en: 'Title', fr: 'Intitulé' },
  },
  {
    place: 'controller',
    kind: 'institution',
    label: { es: 'Institución responsable', en: 'Controller', fr: 'Responsable du traitement' },
  },
  {
    place: 'legalBasis',
    kind: 'choice',
    label: { es: 'Base jurídica', en: 'Legal basis', fr: 'Base juridique' },
    options: {
      law: { es: 'Una ley', en: 'A law', fr: 'Une loi' },
      'public-mandate': {
        es: 'Un mandato público',
        en: 'A public mandate',
        fr: 'Une mission publique',
      },
      agreement: {
        es: 'Un acuerdo con la persona',
        en: 'An agreement with the person',
        fr: 'Un accord avec la personne',
      },
      'vital-interest': {
        es: 'El interés vital de una persona',
        en: 'A vital interest of a person',
        fr: 'L’intérêt vital d’une personne',
      },
      consent: { es: 'El consentimiento', en: 'Consent', fr: 'Le consentement' },
    },
  },
  {
    place: 'citation',
    kind: 'line',
    label: { es: 'Dónde está escrito', en: 'Where it is written', fr: 'Où elle est écrite' },
    hint: {
      es: 'El artículo, el decreto o el tratado',
      en: 'The article, decree or treaty',
      fr: 'L’article, le décret ou le traité',
    },
  },
  {
    place: 'consent.bundledWithService',
    kind: 'yes-no',
    when: ['legalBasis', 'consent'],
    label: {
      es: '¿Se niega un servicio a quien no consiente?',
      en: 'Is a service refused to whoever does not consent?',
      fr: 'Refuse-t-on un service à qui ne consent pas ?',
    },
    hint: {
      es: 'Un consentimiento del que depende un servicio no es consentimiento.',
      en: 'Consent that a service depends on is no consent.',
      fr: 'Un consentement dont dépend un service n’en est pas un.',
    },
  },
  {
    place: 'consent.howToWithdraw',
    kind: 'paragraph',
    when: ['legalBasis', 'consent'],
    label: {
      es: 'Cómo se da el consentimiento y cómo se retira',
      en: 'How consent is given, and how it is withdrawn',
      fr: 'Comment le consentement se donne et se retire',
    },
  },
  {
    place: 'purposes',
    kind: 'purposes',
    label: { es: 'Finalidades', en: 'Purposes', fr: 'Finalités' },
  },
  {
    place: 'compatible',
    kind: 'list',
    optional: true,
    label: {
      es: 'Otras finalidades que se hallaron compatibles',
      en: 'Other purposes that were found compatible',
      fr: 'Autres finalités jugées compatibles',
    },
    parts: [
      {
        place: 'purpose',
        kind: 'purpose',
        label: { es: 'Finalidad', en: 'Purpose', fr: 'Finalité' },
      },
      { place: 'because', kind: 'line', label: { es: 'Por qué', en: 'Why', fr: 'Pourquoi' } },
    ],
  },
  {
    place: 'recordTypes',
    kind: 'record-types',
    label: { es: 'Tipos de registro', en: 'Record types', fr: 'Types d’enregistrement' },
  },
  {
    place: 'persons',
    kind: 'line',
    label: {
      es: 'De qué personas trata',
      en: 'Whom it is about',
      fr: 'Personnes concernées',
    },
  },
  {
    place: 'retention.identitiesDays',
    kind: 'number',
    label: {
      es: 'Días que se guardan los nombres',
      en: 'Days for which names are kept',
      fr: 'Jours de conservation des noms',
    },
    hint: {
      es: 'Desde el día en que se recibieron; después se borran.',
      en: 'From the day of receipt; then they are erased.',
      fr: 'À compter du jour de réception ; ensuite ils sont effacés.',
    },
  },
  {
    place: 'retention.recordsDays',
    kind: 'number',
    label: {
      es: 'Días que se guardan los registros',
      en: 'Days for which records are kept',
      fr: 'Jours de conservation des enregistrements',
    },
  },
]

/** Who collects what, and on which footing: institutions, activities, datasets, undertakings. */
export const fieldsOfActivities = {
  institution: [
    { place: 'name', kind: 'line', label: { es: 'Nombre', en: 'Name', fr: 'Nom' } },
    { place: 'country', kind: 'country', label: { es: 'País', en: 'Country', fr: 'Pays' } },
    {
      place: 'contact',
      kind: 'line',
      label: { es: 'Contacto', en: 'Contact', fr: 'Contact' },
      hint: {
        es: 'A quién se escribe por asuntos de protección de datos',
        en: 'Whom to write to about data protection',
        fr: 'À qui écrire pour la protection des données',
      },
    },
  ],
  activity,
  dataset: [
    {
      place: 'owner',
      kind: 'institution',
      label: {
        es: 'Institución propietaria',
        en: 'Institution that owns it',
        fr: 'Institution propriétaire',
      },
    },
    { place: 'country', kind: 'country', label: { es: 'País', en: 'Country', fr: 'Pays' } },
    {
      place: 'activity',
      kind: 'activity',
      label: {
        es: 'Actividad de tratamiento',
        en: 'Processing activity',
        fr: 'Activité de traitement',
      },
    },
  ],
  undertaking: [
    {
      place: 'account',
      kind: 'line',
      label: {
        es: 'Nombre de la cuenta de quien firmó',
        en: 'Account name of whoever signed',
        fr: 'Nom du compte de la personne signataire',
      },
      hint: {
        es: 'Nunca la propia: el compromiso de uno lo anota otra persona, que tiene su firma.',
        en: 'Never one’s own: somebody else, who holds the signature, enters one’s undertaking.',
        fr: 'Jamais le sien : une autre personne, qui détient la signature, inscrit votre engagement.',
      },
    },
    {
      place: 'signedOn',
      kind: 'day',
      label: { es: 'Firmado el', en: 'Signed on', fr: 'Signé le' },
    },
    {
      place: 'until',
      kind: 'day',
      label: { es: 'Vale hasta', en: 'Valid until', fr: 'Valable jusqu’au' },
    },
  ],
} as const satisfies Readonly<Record<string, readonly RegisterField[]>>
