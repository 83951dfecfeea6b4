import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the courses refuse. */
export const courseRefusals = defineRefusals('learn', {
  unknown: {
    status: 404,
    what: {
      es: 'No hay ningún curso que se llame «{course}».',
      en: 'There is no course called “{course}”.',
      fr: 'Il n’y a pas de cours appelé « {course} ».',
    },
    advice: {
      es: 'Elija uno de la lista de cursos.',
      en: 'Choose one from the list of courses.',
      fr: 'Choisissez-en un dans la liste des cours.',
    },
  },
  'step-unknown': {
    status: 404,
    what: {
      es: 'El curso «{course}» no tiene ningún paso «{step}».',
      en: 'The course “{course}” has no step “{step}”.',
      fr: 'Le cours « {course} » n’a pas d’étape « {step} ».',
    },
    advice: {
      es: 'Cargue la página de nuevo: su texto puede haber cambiado.',
      en: 'Load the page again: its text may have changed.',
      fr: 'Rechargez la page : son texte a pu changer.',
    },
  },
  'step-checked': {
    status: 409,
    what: {
      es: 'El paso «{step}» lo comprueba el nodo, no se marca a mano.',
      en: 'The step “{step}” is checked by the node; it is not ticked by hand.',
      fr: 'L’étape « {step} » est vérifiée par le nœud ; on ne la coche pas à la main.',
    },
    advice: {
      es: 'Haga lo que pide la lección y compruebe de nuevo.',
      en: 'Do what the lesson asks for and check again.',
      fr: 'Faites ce que demande la leçon et vérifiez de nouveau.',
    },
  },
})
