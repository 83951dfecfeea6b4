import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why the submission calendar is not changed. */
export const dutyRefusals = defineRefusals('collect.duties', {
  standing: {
    status: 409,
    what: {
      es: 'Ya consta que «{institutionLabel}» debe los archivos de «{datasetLabel}» con esa frecuencia.',
      en: 'It stands already that “{institutionLabel}” owes the files of “{datasetLabel}” that often.',
      fr: 'Il est déjà inscrit que « {institutionLabel} » doit les fichiers de « {datasetLabel} » à cette fréquence.',
    },
    advice: {
      es: 'Termine la obligación anterior antes de anotar otra.',
      en: 'End that duty before you enter another.',
      fr: 'Mettez fin à cette obligation avant d’en inscrire une autre.',
    },
  },
  unknown: {
    status: 404,
    what: {
      es: 'No hay ninguna obligación vigente con el número {duty}.',
      en: 'There is no standing duty with the number {duty}.',
      fr: 'Il n’y a pas d’obligation en vigueur portant le numéro {duty}.',
    },
    advice: {
      es: 'Búsquela en el calendario de envíos.',
      en: 'Look for it in the submission calendar.',
      fr: 'Cherchez-la dans le calendrier des envois.',
    },
  },
})
