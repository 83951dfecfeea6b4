import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the plain-file door of the residence rule refuses. */
export const residenceFileRefusals = defineRefusals('measure', {
  'state-unreadable': {
    status: 422,
    what: {
      es: 'La línea {line} de {file} no dice un estado: «{state}» el «{day}».',
      en: 'Line {line} of {file} does not give a state: “{state}” on “{day}”.',
      fr: 'La ligne {line} de {file} ne donne pas un état : « {state} » le « {day} ».',
    },
    advice: {
      es: 'Escriba 1 (residente) o 0 (no residente) y una fecha AAAA-MM-DD.',
      en: 'Write 1 (resident) or 0 (not resident) and a date YYYY-MM-DD.',
      fr: 'Écrivez 1 (résident) ou 0 (non-résident) et une date AAAA-MM-JJ.',
    },
  },
  'state-contradicted': {
    status: 422,
    what: {
      es: 'La línea {line} de {file} contradice a otra: la misma persona tiene dos estados el {day}.',
      en: 'Line {line} of {file} contradicts another: one person has two states on {day}.',
      fr: 'La ligne {line} de {file} en contredit une autre : une même personne a deux états le {day}.',
    },
    advice: {
      es: 'Deje un solo estado por persona y día.',
      en: 'Leave one state for a person and day.',
      fr: 'Laissez un seul état par personne et par jour.',
    },
  },
})
