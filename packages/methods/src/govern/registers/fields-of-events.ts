import { fieldsOfApproval } from './fields-of-approval.ts'
import type { RegisterField } from './register-field.ts'

/** Whom a breach or a complaint concerns, and so who keeps it. */
const institutionConcerned = {
  place: 'institution',
  kind: 'institution',
  optional: true,
  label: {
    es: 'Institución de la que se trata',
    en: 'Institution that it concerns',
    fr: 'Institution concernée',
  },
  hint: {
    es: 'La llevan y la ven las personas de su país. Déjelo vacío solo si se trata de todo el nodo: entonces la ven las de todos los países.',
    en: 'It is kept and seen by the people of its country. Leave it empty only where it concerns the whole node: then those of all countries see it.',
    fr: 'Elle est tenue et vue par les personnes de son pays. Laissez vide seulement s’il s’agit de tout le nœud : alors celles de tous les pays la voient.',
  },
} as const satisfies RegisterField

/** What is weighed before, and what is answered for after: assessments, complaints, breaches. */
export const fieldsOfEvents = {
  assessment: [
    { place: 'title', kind: 'line', label: { es: 'Título', en: 'Title', fr: 'Intitulé' } },
    {
      place: 'risks',
      kind: 'list',
      label: {
        es: 'Riesgos y lo que se hace contra ellos',
        en: 'Risks, and what is done about them',
        fr: 'Risques et mesures prises',
      },
      parts: [
        { place: 'risk', kind: 'line', label: { es: 'Riesgo', en: 'Risk', fr: 'Risque' } },
        { place: 'measure', kind: 'line', label: { es: 'Medida', en: 'Measure', fr: 'Mesure' } },
      ],
    },
    {
      place: 'writtenBy',
      kind: 'line',
      byAct: true,
      label: { es: 'Escrita por', en: 'Written by', fr: 'Rédigée par' },
    },
    ...fieldsOfApproval,
  ],
  complaint: [
    {
      place: 'receivedOn',
      kind: 'day',
      label: { es: 'Recibida el', en: 'Received on', fr: 'Reçue le' },
    },
    institutionConcerned,
    {
      place: 'what',
      kind: 'paragraph',
      label: { es: 'De qué se queja', en: 'What it is about', fr: 'Objet de la plainte' },
      hint: {
        es: 'Sin nombres: el registro no olvida.',
        en: 'Without names: the register does not forget.',
        fr: 'Sans noms : le registre n’oublie pas.',
      },
    },
    {
      place: 'request',
      kind: 'line',
      optional: true,
      label: {
        es: 'Solicitud de la que se queja',
        en: 'Request that it is about',
        fr: 'Demande en cause',
      },
      hint: {
        es: 'Su identificador, si se queja de cómo se resolvió: entonces responde otra persona.',
        en: 'Its identifier, where the complaint is about how it was decided: then somebody else answers.',
        fr: 'Son identifiant, si la plainte porte sur la façon dont elle a été réglée : alors une autre personne répond.',
      },
    },
    {
      place: 'dueOn',
      kind: 'day',
      label: { es: 'Se responde hasta el', en: 'To be answered by', fr: 'À répondre avant le' },
    },
    {
      place: 'answeredOn',
      kind: 'day',
      optional: true,
      label: { es: 'Respondida el', en: 'Answered on', fr: 'Répondue le' },
    },
    {
      place: 'answer',
      kind: 'paragraph',
      optional: true,
      label: { es: 'Respuesta', en: 'Answer', fr: 'Réponse' },
    },
  ],
  breach: [
    {
      place: 'noticedAt',
      kind: 'moment',
      label: { es: 'Advertida', en: 'Noticed at', fr: 'Constatée le' },
    },
    institutionConcerned,
    {
      place: 'what',
      kind: 'paragraph',
      label: { es: 'Qué pasó', en: 'What happened', fr: 'Ce qui s’est passé' },
    },
    {
      place: 'personsAffected',
      kind: 'number',
      optional: true,
      label: {
        es: 'Personas afectadas',
        en: 'Persons affected',
        fr: 'Personnes touchées',
      },
      hint: {
        es: 'Déjelo vacío mientras no se sepa.',
        en: 'Leave it empty while it is not known.',
        fr: 'Laissez vide tant que ce n’est pas connu.',
      },
    },
    {
      place: 'measures',
      kind: 'paragraph',
      label: { es: 'Qué se hace', en: 'What is done about it', fr: 'Ce qui est fait' },
    },
    {
      place: 'authorityDueAt',
      kind: 'moment',
      optional: true,
      label: {
        es: 'Se avisa a la autoridad hasta',
        en: 'The authority is told by',
        fr: 'L’autorité est informée avant le',
      },
      hint: {
        es: 'Vacío: 72 horas después de advertirla.',
        en: 'Empty: 72 hours after it was noticed.',
        fr: 'Vide : 72 heures après le constat.',
      },
    },
    {
      place: 'authorityToldAt',
      kind: 'moment',
      optional: true,
      label: { es: 'Autoridad avisada', en: 'Authority told at', fr: 'Autorité informée le' },
    },
    {
      place: 'personsToldAt',
      kind: 'moment',
      optional: true,
      label: { es: 'Personas avisadas', en: 'Persons told at', fr: 'Personnes informées le' },
    },
    {
      place: 'closedAt',
      kind: 'moment',
      optional: true,
      label: { es: 'Cerrada', en: 'Closed at', fr: 'Close le' },
      hint: {
        es: 'Lo escribe alguien que no sea quien la anotó.',
        en: 'Written by somebody other than whoever entered it.',
        fr: 'Écrit par quelqu’un d’autre que la personne qui l’a inscrite.',
      },
    },
  ],
} as const satisfies Readonly<Record<string, readonly RegisterField[]>>
