import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why the release calendar is not changed. */
export const calendarRefusals = defineRefusals('release.calendar', {
  standing: {
    status: 409,
    what: {
      es: '«{series}» ya está anunciada para {due}.',
      en: '“{series}” is announced already, for {due}.',
      fr: '« {series} » est déjà annoncée pour {due}.',
    },
    advice: {
      es: 'Cambie su fecha, diciendo por qué, en lugar de anunciarla otra vez.',
      en: 'Move its date, saying why, instead of announcing it again.',
      fr: 'Changez sa date, en disant pourquoi, au lieu de l’annoncer à nouveau.',
    },
  },
  out: {
    status: 409,
    what: {
      es: '«{series}» ya tiene hora o ya se publicó.',
      en: '“{series}” has its hour already, or is out.',
      fr: '« {series} » a déjà son heure, ou est parue.',
    },
    advice: {
      es: 'La hora de una publicación aprobada se cambia en la página de la publicación.',
      en: 'The hour of an approved release is changed on the page of the release.',
      fr: 'L’heure d’une publication approuvée se change sur la page de la publication.',
    },
  },
  unknown: {
    status: 404,
    what: {
      es: 'Ningún anuncio vigente se llama «{series}».',
      en: 'No standing announcement is called “{series}”.',
      fr: 'Aucune annonce en vigueur ne s’appelle « {series} ».',
    },
    advice: {
      es: 'Búsquelo en el calendario: puede que se haya retirado o que ya se haya publicado.',
      en: 'Look for it in the calendar: it may have been withdrawn, or be out.',
      fr: 'Cherchez-la dans le calendrier : elle a pu être retirée, ou être parue.',
    },
  },
  past: {
    status: 422,
    what: {
      es: 'La fecha {due} ya pasó o no existe.',
      en: 'The date {due} is past, or is none.',
      fr: 'La date {due} est passée, ou n’existe pas.',
    },
    advice: {
      es: 'Dé un día (2027-03-15) o un mes (2027-03) por venir.',
      en: 'Give a day (2027-03-15) or a month (2027-03) to come.',
      fr: 'Donnez un jour (2027-03-15) ou un mois (2027-03) à venir.',
    },
  },
})
