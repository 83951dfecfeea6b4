import { z } from 'zod'
import { sayIssue, type Text } from '../../vocabulary/index.ts'
import { breachHours } from './breach-hours.ts'
import { breaking, type DocumentProblem } from './document-problem.ts'
import { country, day, identifier, instant, person, purpose, text } from './document-fields.ts'

/** Where the personal data of one kind come from, on which legal basis, and what for. */
const activity = z
  .strictObject({
    title: text,
    controller: identifier,
    legalBasis: z.enum(['law', 'public-mandate', 'agreement', 'vital-interest', 'consent']),
    /** The article, decree or treaty. */
    citation: text,
    purposes: z.array(purpose).min(1),
    /** Uses for another purpose that were found compatible, and why. */
    compatible: z.array(z.strictObject({ purpose, because: text })).default([]),
    recordTypes: z.array(identifier).min(1),
    persons: text,
    /** Days after which names go, and after which the records go; from the day of receipt. */
    retention: z
      .strictObject({
        identitiesDays: z.int().positive().max(36_525),
        recordsDays: z.int().positive().max(36_525),
      })
      .refine(
        ({ identitiesDays, recordsDays }) => identitiesDays <= recordsDays,
        breaking(
          {
            es: 'los nombres no se guardan más tiempo que los registros',
            en: 'names are not kept longer than records',
            fr: 'les noms ne se gardent pas plus longtemps que les enregistrements',
          },
          'identitiesDays',
        ),
      ),
    consent: z
      .strictObject({
        bundledWithService: z.boolean().refine((bundled) => !bundled, {
          params: {
            what: {
              es: 'un consentimiento del que depende un servicio no es consentimiento',
              en: 'consent that a service depends on is no consent',
              fr: 'un consentement dont dépend un service n’en est pas un',
            },
          },
        }),
        howToWithdraw: text,
      })
      .optional(),
  })
  .refine(
    ({ legalBasis, consent }) => (legalBasis === 'consent') === (consent !== undefined),
    breaking(
      {
        es: 'la base jurídica «consentimiento», y ninguna otra, dice cómo se da y cómo se retira',
        en: 'the legal basis consent, and no other, says how consent is given and withdrawn',
        fr: 'la base juridique « consentement », et elle seule, dit comment il se donne et se retire',
      },
      'legalBasis',
    ),
  )

const endsEarly: Text = {
  es: 'termina antes de empezar',
  en: 'it ends before it begins',
  fr: 'il se termine avant de commencer',
}

const party = z.strictObject({ institution: identifier, country })

const agreement = z
  .strictObject({
    title: text,
    provider: party,
    recipient: party,
    purposes: z.array(purpose).min(1),
    fields: z.record(identifier, z.array(z.string().regex(/^[a-z][a-z0-9_]*$/)).min(1)),
    from: day,
    until: day,
    retentionDays: z.int().positive().max(36_525),
    onwardTo: z.array(identifier).default([]),
    impactAssessment: identifier.optional(),
    /** Set by signing alone. */
    signedByProvider: z.strictObject({ by: person, on: day }).optional(),
    signedByRecipient: z.strictObject({ by: person, on: day }).optional(),
    endedOn: day.optional(),
  })
  .refine(({ from, until }) => from <= until, breaking(endsEarly, 'until'))
  .refine(
    ({ provider, recipient }) => provider.institution !== recipient.institution,
    breaking(
      {
        es: 'una institución no tiene acuerdos consigo misma',
        en: 'an institution has no agreement with itself',
        fr: 'une institution n’a pas d’accord avec elle-même',
      },
      'recipient',
    ),
  )

/** Set by approving alone. */
const approval = { approvedBy: person.optional(), approvedAt: instant.optional() }

const derogation = z.strictObject({
  requestedBy: person,
  because: text,
  purpose,
  recordType: identifier,
  owner: identifier,
  fields: z.array(z.string().min(1)).min(1),
  until: instant,
  ...approval,
  revokedAt: instant.optional(),
})

const request = z
  .strictObject({
    kind: z.enum(['access', 'correction', 'restriction', 'erasure']),
    receivedOn: day,
    dueOn: day,
    owner: identifier,
    /** How it was made sure that it is that person; no name is written here. */
    identityCheckedBy: person.optional(),
    /** The person's records: batch and number in the lake. */
    records: z
      .array(z.strictObject({ batch: z.int().positive(), record: z.string().regex(/^\d{1,19}$/) }))
      .default([]),
    /**
     * Records of the person that were entered by a form and are in no batch yet: number of the entry,
     * and which of its records where it has several.
     */
    entries: z
      .array(
        z.strictObject({
          entry: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
          instance: z
            .string()
            .regex(/^[a-z0-9]{1,16}$/)
            .optional(),
        }),
      )
      .optional(),
    state: z.enum(['received', 'verified', 'done', 'refused']),
    outcome: text.optional(),
    /** Set by lifting a restriction alone. */
    liftedOn: day.optional(),
    liftedBecause: text.optional(),
    /** What the node has signed of an erasure, or of having found nothing; set by these alone. It names nobody. */
    certificate: z.string().min(1).max(100_000).optional(),
  })
  .refine(({ receivedOn, dueOn }) => receivedOn <= dueOn, breaking(endsEarly, 'dueOn'))
  .refine(
    ({ state, identityCheckedBy }) => state !== 'verified' || identityCheckedBy,
    breaking(
      {
        es: 'alguien comprueba quién pide',
        en: 'a request is verified by somebody',
        fr: 'quelqu’un vérifie qui demande',
      },
      'identityCheckedBy',
    ),
  )
  .refine(
    ({ state, outcome }) => (state !== 'done' && state !== 'refused') || outcome,
    breaking(
      {
        es: 'una respuesta dice qué se decidió',
        en: 'an answer says what was decided',
        fr: 'une réponse dit ce qui a été décidé',
      },
      'outcome',
    ),
  )

/** That a recipient of records is to be told what became of them. */
const notice = z
  .strictObject({
    request: identifier,
    about: z.enum(['correction', 'erasure', 'restriction', 'lifting']),
    /** An institution, or `publisher` for a release of this node that counted the records. */
    recipient: identifier,
    /** How the records came there: `agreement:…`, `release:…`. */
    through: z.string().regex(/^(agreement|release|transfer):[a-z0-9][a-z0-9-]{0,62}$/),
    dueOn: day,
    /** Set by telling and by acknowledging alone. */
    told: z.strictObject({ by: person, on: day }).optional(),
    acknowledged: z.strictObject({ by: person, on: day }).optional(),
  })
  .refine(
    ({ told, acknowledged }) => acknowledged === undefined || told !== undefined,
    breaking(
      {
        es: 'un destinatario acusa recibo de lo que se le dijo',
        en: 'a recipient acknowledges what it was told',
        fr: 'un destinataire accuse réception de ce qui lui a été dit',
      },
      'acknowledged',
    ),
  )

const breach = z
  .strictObject({
    noticedAt: instant,
    /** The institution whose data it concerns; absent where it concerns the whole node. */
    institution: identifier.optional(),
    what: text,
    personsAffected: z.int().nonnegative().nullable(),
    measures: text,
    /** 72 hours after it was noticed, unless the law of the country says less. */
    authorityDueAt: instant,
    authorityToldAt: instant.optional(),
    personsToldAt: instant.optional(),
    closedAt: instant.optional(),
  })
  .refine(
    ({ noticedAt, authorityDueAt }) => {
      const ms = Date.parse(authorityDueAt) - Date.parse(noticedAt)
      return ms >= 0 && ms <= breachHours * 3_600_000
    },
    breaking(
      {
        es: `la autoridad lo sabe dentro de ${breachHours} horas desde que se advirtió`,
        en: `the authority knows within ${breachHours} hours after it was noticed`,
        fr: `l’autorité le sait dans les ${breachHours} heures après le constat`,
      },
      'authorityDueAt',
    ),
  )

/**
 * The registers in which a node keeps what the data protection principles ask for. Every document is
 * kept in all its versions; nothing is deleted.
 *
 * @see IOM Data Protection Manual (2010); docs/reference/data-protection.md maps principle to part
 */
export const registers = {
  institution: {
    label: { es: 'Instituciones', en: 'Institutions', fr: 'Institutions' },
    schema: z.strictObject({ name: text, country, contact: text }),
  },
  activity: {
    label: {
      es: 'Actividades de tratamiento',
      en: 'Processing activities',
      fr: 'Activités de traitement',
    },
    schema: activity,
  },
  dataset: {
    label: {
      es: 'Propiedad de los conjuntos de datos',
      en: 'Ownership of datasets',
      fr: 'Propriété des jeux de données',
    },
    schema: z.strictObject({ owner: identifier, country, activity: identifier }),
  },
  undertaking: {
    label: {
      es: 'Compromisos de confidencialidad',
      en: 'Confidentiality undertakings',
      fr: 'Engagements de confidentialité',
    },
    schema: z
      .strictObject({ account: person, signedOn: day, until: day })
      .refine(({ signedOn, until }) => signedOn <= until, breaking(endsEarly, 'until')),
  },
  agreement: {
    label: { es: 'Acuerdos de intercambio', en: 'Sharing agreements', fr: 'Accords de partage' },
    schema: agreement,
  },
  request: {
    label: {
      es: 'Solicitudes de las personas',
      en: 'Requests of persons',
      fr: 'Demandes des personnes',
    },
    schema: request,
  },
  notice: {
    label: {
      es: 'Avisos a los destinatarios',
      en: 'Notices to recipients',
      fr: 'Avis aux destinataires',
    },
    schema: notice,
  },
  derogation: {
    label: { es: 'Excepciones', en: 'Derogations', fr: 'Dérogations' },
    schema: derogation,
  },
  assessment: {
    label: { es: 'Evaluaciones de impacto', en: 'Impact assessments', fr: 'Analyses d’impact' },
    schema: z.strictObject({
      title: text,
      risks: z.array(z.strictObject({ risk: text, measure: text })).min(1),
      writtenBy: person,
      ...approval,
    }),
  },
  complaint: {
    label: { es: 'Quejas', en: 'Complaints', fr: 'Plaintes' },
    schema: z
      .strictObject({
        receivedOn: day,
        /** The institution that it is about; absent where it is about the whole node. */
        institution: identifier.optional(),
        what: text,
        /** The request that it is about: whoever decided that one does not answer. */
        request: identifier.optional(),
        dueOn: day,
        answeredOn: day.optional(),
        answer: text.optional(),
      })
      .refine(({ receivedOn, dueOn }) => receivedOn <= dueOn, breaking(endsEarly, 'dueOn'))
      .refine(
        ({ answeredOn, answer }) => (answeredOn === undefined) === (answer === undefined),
        breaking(
          {
            es: 'una queja respondida dice cuándo y qué se respondió',
            en: 'a complaint that was answered says when, and what was answered',
            fr: 'une plainte répondue dit quand et ce qui a été répondu',
          },
          'answer',
        ),
      ),
  },
  breach: {
    label: {
      es: 'Violaciones de seguridad de los datos',
      en: 'Data breaches',
      fr: 'Violations de données',
    },
    schema: breach,
  },
} as const satisfies Readonly<Record<string, { label: Text; schema: z.ZodType }>>

export type RegisterName = keyof typeof registers

/** A document of a register, as its schema makes it. */
export type RegisterDocument<Name extends RegisterName> = z.output<
  (typeof registers)[Name]['schema']
>

/** Whether `value` names a register. */
export function isRegister(value: unknown): value is RegisterName {
  return typeof value === 'string' && Object.hasOwn(registers, value)
}

/** What is wrong with a document, place by place; nothing where it is right. */
export function readDocument<Name extends RegisterName>(
  name: Name,
  content: unknown,
):
  | { readonly document: RegisterDocument<Name>; readonly problems?: undefined }
  | {
      readonly document?: undefined
      readonly problems: readonly DocumentProblem[]
    } {
  const read = registers[name].schema.safeParse(content, { reportInput: true })
  if (read.success) return { document: read.data as RegisterDocument<Name> }
  return {
    problems: read.error.issues.map((issue) => ({
      place: issue.path.length === 0 ? '/' : issue.path.join('.'),
      what: sayIssue(issue),
    })),
  }
}
