import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why values cannot stand in a record that is corrected. Nothing was changed. */
export const correctionRefusals = defineRefusals('collect.correction', {
  'field-not-of-type': {
    status: 422,
    what: {
      es: 'Los registros «{recordType}» no tienen un campo «{field}».',
      en: 'Records of the type “{recordType}” have no field “{field}”.',
      fr: 'Les enregistrements « {recordType} » n’ont pas de champ « {field} ».',
    },
    advice: {
      es: 'Elija entre: {known}.',
      en: 'Choose from: {known}.',
      fr: 'Choisissez parmi : {known}.',
    },
  },
  'code-not-listed': {
    status: 422,
    what: {
      es: '«{value}» no es un código de la lista {list}, y el campo {field} solo admite esos.',
      en: '“{value}” is no code of the list {list}, and the field {field} takes no others.',
      fr: '« {value} » n’est pas un code de la liste {list}, et le champ {field} n’en admet pas d’autre.',
    },
    advice: {
      es: 'Use un código de esa lista. No se cambió nada.',
      en: 'Use a code of that list. Nothing was changed.',
      fr: 'Utilisez un code de cette liste. Rien n’a été changé.',
    },
  },
  'value-required': {
    status: 422,
    what: {
      es: 'El campo {field} no puede quedar sin valor.',
      en: 'The field {field} cannot be left without a value.',
      fr: 'Le champ {field} ne peut pas rester sans valeur.',
    },
    advice: {
      es: 'Dé el valor correcto, o suprima el registro. No se cambió nada.',
      en: 'Give the right value, or erase the record. Nothing was changed.',
      fr: 'Donnez la valeur exacte, ou supprimez l’enregistrement. Rien n’a été changé.',
    },
  },
  'correction-incomplete': {
    status: 422,
    what: {
      es: 'Del campo {field} se calcularon otros que también cambian: {fields}.',
      en: 'Other fields were computed from {field} and change with it: {fields}.',
      fr: 'D’autres champs ont été calculés d’après {field} et changent avec lui : {fields}.',
    },
    advice: {
      es: 'Dé también sus valores. No se cambió nada.',
      en: 'Give their values too. Nothing was changed.',
      fr: 'Donnez aussi leurs valeurs. Rien n’a été changé.',
    },
  },
})
