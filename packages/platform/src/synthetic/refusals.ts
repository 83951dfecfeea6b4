import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why the synthetic region is not drawn. */
export const syntheticRefusals = defineRefusals('synthetic', {
  'folder-not-empty': {
    status: 409,
    what: {
      es: 'La carpeta {folder} no está vacía y no contiene una región sintética dibujada por Caudal.',
      en: 'The folder {folder} is not empty and holds no synthetic region drawn by Caudal.',
      fr: 'Le dossier {folder} n’est pas vide et ne contient pas de région synthétique tirée par Caudal.',
    },
    advice: {
      es: 'Indique otra carpeta con --out, o vacíe esa.',
      en: 'Name another folder with --out, or empty that one.',
      fr: 'Indiquez un autre dossier avec --out, ou videz celui-ci.',
    },
  },
  'country-unknown': {
    status: 422,
    what: {
      es: 'No hay parámetros para el país {country}.',
      en: 'There are no parameters for the country {country}.',
      fr: 'Il n’y a pas de paramètres pour le pays {country}.',
    },
    advice: {
      es: 'Use códigos ISO 3166-1 alfa-3, sin repetir, de entre: {known}.',
      en: 'Use ISO 3166-1 alpha-3 codes, each once, out of: {known}.',
      fr: 'Utilisez des codes ISO 3166-1 alpha-3, chacun une fois, parmi : {known}.',
    },
  },
  'years-invalid': {
    status: 422,
    what: {
      es: 'Los años {years} no son un período que se pueda dibujar.',
      en: 'The years {years} are no period that can be drawn.',
      fr: 'Les années {years} ne sont pas une période qui puisse être tirée.',
    },
    advice: {
      es: 'Escriba el primer y el último año, de 1950 a 2100 y no más de 50, por ejemplo 2015..2024.',
      en: 'Write the first and the last year, from 1950 to 2100 and at most 50, for example 2015..2024.',
      fr: 'Écrivez la première et la dernière année, de 1950 à 2100 et 50 au plus, par exemple 2015..2024.',
    },
  },
  'number-invalid': {
    status: 422,
    what: {
      es: '{text} no sirve para {option}.',
      en: '{text} will not do for {option}.',
      fr: '{text} ne convient pas pour {option}.',
    },
    advice: {
      es: 'Escriba un número entero de {least} a {most}.',
      en: 'Write a whole number from {least} to {most}.',
      fr: 'Écrivez un nombre entier de {least} à {most}.',
    },
  },
  interrupted: {
    status: 499,
    what: {
      es: 'El dibujo se interrumpió; no queda nada de él.',
      en: 'The drawing was interrupted; nothing of it is left.',
      fr: 'Le tirage a été interrompu ; il n’en reste rien.',
    },
    advice: {
      es: 'Repita la orden para dibujar de nuevo.',
      en: 'Give the command again to draw anew.',
      fr: 'Répétez la commande pour tirer à nouveau.',
    },
  },
  'folder-not-writable': {
    status: 422,
    what: {
      es: 'No se puede escribir en {folder} ({reason}).',
      en: 'Nothing can be written to {folder} ({reason}).',
      fr: 'Impossible d’écrire dans {folder} ({reason}).',
    },
    advice: {
      es: 'Indique una carpeta en la que tenga permiso y espacio.',
      en: 'Name a folder where you have rights and room.',
      fr: 'Indiquez un dossier où vous avez les droits et la place.',
    },
  },
})
