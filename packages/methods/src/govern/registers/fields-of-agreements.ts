import { fieldsOfApproval } from './fields-of-approval.ts'
import type { RegisterField } from './register-field.ts'

/** What one institution shares with another, and both signatures. */
export const fieldsOfAgreements: readonly RegisterField[] = [
  { place: 'title', kind: 'line', label: { es: 'Título', en: 'Title', fr: 'Intitulé' } },
  {
    place: 'provider',
    kind: 'party',
    label: { es: 'Quien da', en: 'Who gives', fr: 'Qui donne' },
  },
  {
    place: 'recipient',
    kind: 'party',
    label: { es: 'Quien recibe', en: 'Who receives', fr: 'Qui reçoit' },
  },
  {
    place: 'purposes',
    kind: 'purposes',
    label: { es: 'Finalidades', en: 'Purposes', fr: 'Finalités' },
  },
  {
    place: 'fields',
    kind: 'shared-fields',
    label: { es: 'Campos que se comparten', en: 'Fields that are shared', fr: 'Champs partagés' },
    hint: {
      es: 'Lo que no se marca no se comparte.',
      en: 'What is not ticked is not shared.',
      fr: 'Ce qui n’est pas coché n’est pas partagé.',
    },
  },
  { place: 'from', kind: 'day', label: { es: 'Desde', en: 'From', fr: 'À partir du' } },
  { place: 'until', kind: 'day', label: { es: 'Hasta', en: 'Until', fr: 'Jusqu’au' } },
  {
    place: 'retentionDays',
    kind: 'number',
    label: {
      es: 'Días que quien recibe puede guardarlo',
      en: 'Days for which the recipient may keep it',
      fr: 'Jours pendant lesquels le destinataire peut le garder',
    },
  },
  {
    place: 'onwardTo',
    kind: 'institutions',
    optional: true,
    label: {
      es: 'Instituciones a las que puede pasarlo',
      en: 'Institutions to which it may pass it on',
      fr: 'Institutions auxquelles il peut le transmettre',
    },
    hint: {
      es: 'Ninguna, si no se marca ninguna.',
      en: 'None, where none is ticked.',
      fr: 'Aucune, si aucune n’est cochée.',
    },
  },
  {
    place: 'impactAssessment',
    kind: 'assessment',
    optional: true,
    label: {
      es: 'Evaluación de impacto',
      en: 'Impact assessment',
      fr: 'Analyse d’impact',
    },
    hint: {
      es: 'Hace falta una aprobada para que los nombres crucen una frontera.',
      en: 'An approved one is needed for names to cross a border.',
      fr: 'Il en faut une approuvée pour que des noms franchissent une frontière.',
    },
  },
  {
    place: 'signedByProvider',
    kind: 'signature',
    byAct: true,
    optional: true,
    label: { es: 'Firma de quien da', en: 'Signed by the giver', fr: 'Signé par qui donne' },
  },
  {
    place: 'signedByRecipient',
    kind: 'signature',
    byAct: true,
    optional: true,
    label: {
      es: 'Firma de quien recibe',
      en: 'Signed by the recipient',
      fr: 'Signé par qui reçoit',
    },
  },
  {
    place: 'endedOn',
    kind: 'day',
    optional: true,
    label: {
      es: 'Terminado antes de tiempo el',
      en: 'Ended before its time on',
      fr: 'Terminé avant son terme le',
    },
    hint: {
      es: 'Desde ese día no comparte nada. Es lo único que cambia tras la firma.',
      en: 'From that day it shares nothing. It is all that changes after signing.',
      fr: 'À partir de ce jour, il ne partage rien. Rien d’autre ne change après la signature.',
    },
  },
]

/** What opens records to one person for a time. */
export const fieldsOfDerogations: readonly RegisterField[] = [
  {
    place: 'requestedBy',
    kind: 'line',
    byAct: true,
    label: { es: 'Pedida por', en: 'Asked for by', fr: 'Demandée par' },
  },
  {
    place: 'because',
    kind: 'paragraph',
    label: { es: 'Por qué hace falta', en: 'Why it is needed', fr: 'Pourquoi il la faut' },
  },
  {
    place: 'purpose',
    kind: 'purpose',
    label: { es: 'Finalidad', en: 'Purpose', fr: 'Finalité' },
  },
  {
    place: 'recordType',
    kind: 'record-type',
    label: { es: 'Tipo de registro', en: 'Record type', fr: 'Type d’enregistrement' },
  },
  {
    place: 'owner',
    kind: 'institution',
    label: {
      es: 'Institución propietaria de los registros',
      en: 'Institution that owns the records',
      fr: 'Institution propriétaire des enregistrements',
    },
  },
  {
    place: 'fields',
    kind: 'fields',
    label: { es: 'Campos que abre', en: 'Fields that it opens', fr: 'Champs qu’elle ouvre' },
  },
  {
    place: 'until',
    kind: 'moment',
    label: { es: 'Termina', en: 'Ends', fr: 'Se termine' },
  },
  ...fieldsOfApproval,
  {
    place: 'revokedAt',
    kind: 'moment',
    byAct: true,
    optional: true,
    label: { es: 'Retirada', en: 'Revoked at', fr: 'Retirée le' },
  },
]
