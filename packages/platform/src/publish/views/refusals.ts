import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why a view is not kept, renamed or forgotten. */
export const viewRefusals = defineRefusals('views', {
  unknown: {
    status: 404,
    what: {
      es: 'No guarda usted ninguna vista así.',
      en: 'You keep no such view.',
      fr: 'Vous n’avez pas enregistré cette vue.',
    },
    advice: {
      es: 'Puede que ya la haya borrado en otra ventana: vuelva a abrir la lista.',
      en: 'It may have been deleted in another window: open the list again.',
      fr: 'Elle a pu être supprimée dans une autre fenêtre : rouvrez la liste.',
    },
  },
  'name-taken': {
    status: 409,
    what: {
      es: 'Ya guarda una vista llamada «{name}».',
      en: 'You keep a view called “{name}” already.',
      fr: 'Vous avez déjà une vue nommée « {name} ».',
    },
    advice: {
      es: 'Dele otro nombre, o borre antes la que existe.',
      en: 'Give it another name, or delete the one that exists first.',
      fr: 'Donnez-lui un autre nom, ou supprimez d’abord celle qui existe.',
    },
  },
  'name-empty': {
    status: 422,
    what: {
      es: 'La vista no tiene nombre.',
      en: 'The view has no name.',
      fr: 'La vue n’a pas de nom.',
    },
    advice: {
      es: 'Escriba unas palabras por las que la reconozca.',
      en: 'Write some words by which you will know it.',
      fr: 'Écrivez quelques mots qui vous permettront de la reconnaître.',
    },
  },
  'too-many': {
    status: 409,
    what: {
      es: 'Ya guarda {most} vistas, y no caben más.',
      en: 'You keep {most} views already, and there is no room for more.',
      fr: 'Vous avez déjà {most} vues, et il n’y a pas de place pour d’autres.',
    },
    advice: {
      es: 'Borre alguna que ya no use.',
      en: 'Delete one that you no longer use.',
      fr: 'Supprimez-en une dont vous ne vous servez plus.',
    },
  },
  'cube-unknown': {
    status: 422,
    what: {
      es: 'No hay ningún cubo llamado «{cube}».',
      en: 'There is no cube called “{cube}”.',
      fr: 'Il n’y a aucun cube nommé « {cube} ».',
    },
    advice: {
      es: 'Guarde la vista desde la página que la muestra.',
      en: 'Save the view from the page that shows it.',
      fr: 'Enregistrez la vue depuis la page qui la montre.',
    },
  },
})
