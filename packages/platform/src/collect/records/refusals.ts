import { defineRefusals } from '@caudal/methods/vocabulary'

/** What reading records refuses, besides the policy. */
export const readingRefusals = defineRefusals('collect.records', {
  'dataset-unknown': {
    status: 404,
    what: {
      es: 'Aquí no hay ningún conjunto de datos «{dataset}» que usted pueda leer.',
      en: 'There is no dataset “{dataset}” here that you may read.',
      fr: 'Il n’y a ici aucun jeu de données « {dataset} » que vous puissiez lire.',
    },
    advice: {
      es: 'Elija uno de los que se le muestran; si falta, hace falta un acuerdo con su institución propietaria.',
      en: 'Choose one of those that you are shown; where one is missing, an agreement with the institution that owns it is needed.',
      fr: 'Choisissez parmi ceux qui vous sont montrés ; s’il en manque un, il faut un accord avec l’institution propriétaire.',
    },
  },
  'field-unknown': {
    status: 422,
    what: {
      es: 'Esos registros no tienen el campo «{field}».',
      en: 'These records have no field “{field}”.',
      fr: 'Ces enregistrements n’ont pas de champ « {field} ».',
    },
    advice: {
      es: 'Tienen estos: {fields}.',
      en: 'They have: {fields}.',
      fr: 'Ils ont : {fields}.',
    },
  },
  'place-malformed': {
    status: 422,
    what: {
      es: 'No se puede seguir desde «{after}».',
      en: 'Reading cannot go on from “{after}”.',
      fr: 'La lecture ne peut reprendre à « {after} ».',
    },
    advice: {
      es: 'Use el valor «next» de la respuesta anterior, o empiece de nuevo.',
      en: 'Use the value “next” of the answer before, or begin anew.',
      fr: 'Utilisez la valeur « next » de la réponse précédente, ou recommencez.',
    },
  },
})
