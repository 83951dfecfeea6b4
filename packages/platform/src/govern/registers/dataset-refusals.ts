import { defineRefusals } from '@caudal/methods/vocabulary'

/** Why a dataset is not entered, or not under the activity that it names. */
export const datasetRefusals = defineRefusals('registers', {
  'dataset-without-files': {
    status: 409,
    what: {
      es: 'No hay ningún conjunto de datos «{id}»: no ha llegado ningún archivo suyo.',
      en: 'There is no dataset “{id}”: no file of it has come in.',
      fr: 'Il n’y a pas de jeu de données « {id} » : aucun fichier n’en est arrivé.',
    },
    advice: {
      es: 'Importe primero un archivo: eso lo anota a nombre de su institución. Hay estos: {datasets}. Antes de eso solo lo anota quien atiende la máquina: «caudal govern put dataset {id}».',
      en: 'Import a file first: that enters it as your institution’s. There are: {datasets}. Before that, only whoever keeps the machine enters it: “caudal govern put dataset {id}”.',
      fr: 'Importez d’abord un fichier : cela l’inscrit au nom de votre institution. Il y a : {datasets}. Avant cela, seule la personne qui tient la machine l’inscrit : « caudal govern put dataset {id} ».',
    },
  },
  'activity-unknown': {
    status: 422,
    what: {
      es: 'No hay ninguna actividad de tratamiento «{activity}».',
      en: 'There is no processing activity “{activity}”.',
      fr: 'Il n’y a pas d’activité de traitement « {activity} ».',
    },
    advice: {
      es: 'De {countryLabel} hay estas: {activities}. Escriba una de ellas, o anote primero la actividad en su registro.',
      en: 'Of {countryLabel} there are: {activities}. Write one of them, or enter the activity in its register first.',
      fr: 'De {countryLabel}, il y a : {activities}. Écrivez l’une d’elles, ou inscrivez d’abord l’activité à son registre.',
    },
  },
  'activity-of-another-country': {
    status: 422,
    what: {
      es: 'La actividad «{title}» ({activity}) es de una institución de {givenLabel}, y el conjunto de datos es de {countryLabel}: ni su base legal ni sus plazos valen para él.',
      en: 'The activity “{title}” ({activity}) is of an institution of {givenLabel}, and the dataset is of {countryLabel}: neither its legal basis nor its retention holds for it.',
      fr: 'L’activité « {title} » ({activity}) est d’une institution de {givenLabel}, et le jeu de données est de {countryLabel} : ni sa base légale ni ses durées ne valent pour lui.',
    },
    advice: {
      es: 'De {countryLabel} hay estas: {activities}. Escriba una de ellas, o anote primero la actividad en su registro.',
      en: 'Of {countryLabel} there are: {activities}. Write one of them, or enter the activity in its register first.',
      fr: 'De {countryLabel}, il y a : {activities}. Écrivez l’une d’elles, ou inscrivez d’abord l’activité à son registre.',
    },
  },
  'activity-reserved': {
    status: 422,
    what: {
      es: '«{id}» no es una actividad: así se anotan los conjuntos de datos, de todos los países, cuya actividad nadie ha dicho todavía.',
      en: '“{id}” is not an activity: datasets of all countries stand under it until somebody says what theirs is.',
      fr: '« {id} » n’est pas une activité : les jeux de données de tous les pays y figurent tant que personne n’a dit la leur.',
    },
    advice: {
      es: 'Anote la actividad con otro identificador y póngala en sus conjuntos de datos.',
      en: 'Enter the activity under another identifier, and name it in your datasets.',
      fr: 'Inscrivez l’activité sous un autre identifiant et indiquez-la dans vos jeux de données.',
    },
  },
})
