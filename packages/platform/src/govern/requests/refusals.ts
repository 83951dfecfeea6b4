import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the search for a person refuses: whatever would find nobody, whoever is held. */
export const searchRefusals = defineRefusals('registers', {
  'nothing-searched': {
    status: 422,
    what: {
      es: 'No se ha dicho por qué buscar a la persona.',
      en: 'It was not said by what to look for the person.',
      fr: 'Rien n’a été dit qui permette de chercher la personne.',
    },
    advice: {
      es: 'Dé document_number, given_names, family_names o birth_date, cuantos más mejor.',
      en: 'Give document_number, given_names, family_names or birth_date, the more the better.',
      fr: 'Donnez document_number, given_names, family_names ou birth_date, le plus possible.',
    },
  },
  'field-names-nobody': {
    status: 422,
    what: {
      es: 'Con «{field}», tal como se dio, no se encuentra a nadie, haya lo que haya.',
      en: 'By “{field}”, as it was given, nobody is found, whoever is held.',
      fr: 'Avec « {field} », tel que donné, personne n’est trouvé, quoi qu’il y ait.',
    },
    advice: {
      es: 'Quítelo y busque por {fields}, con letras o cifras.',
      en: 'Leave it out and search by {fields}, with letters or digits.',
      fr: 'Retirez-le et cherchez par {fields}, avec des lettres ou des chiffres.',
    },
  },
})
