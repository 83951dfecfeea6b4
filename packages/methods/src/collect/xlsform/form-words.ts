import type { Text } from '../../vocabulary/index.ts'
import type { FormFault, UnsupportedPart } from './form-definition.ts'

/** What it means for whoever fills a form in that a part of it is not supported. */
export const unsupportedWords: Readonly<Record<UnsupportedPart['meaning'], Text>> = {
  'question-left-out': {
    es: 'La pregunta no se hace: aquí no hay campos de su tipo.',
    en: 'The question is not asked: there are no fields of its kind here.',
    fr: 'La question n’est pas posée : il n’y a pas ici de champs de ce type.',
  },
  'asked-once': {
    es: 'Un grupo que se repite dentro de otro se pregunta una sola vez en cada uno, y puede quedar vacío.',
    en: 'A group that is repeated within another is asked once in each, and may be left empty.',
    fr: 'Un groupe répété dans un autre n’est demandé qu’une fois dans chacun, et peut rester vide.',
  },
  'always-asked': {
    es: 'La condición no se entiende: se pregunta siempre.',
    en: 'The condition is not understood: it is always asked.',
    fr: 'La condition n’est pas comprise : la question est toujours posée.',
  },
  'not-checked': {
    es: 'La restricción no se entiende: la respuesta no se comprueba con ella.',
    en: 'The constraint is not understood: the answer is not checked by it.',
    fr: 'La contrainte n’est pas comprise : la réponse n’est pas vérifiée par elle.',
  },
  'not-computed': {
    es: 'El cálculo no se entiende: no se calcula nada.',
    en: 'The calculation is not understood: nothing is computed.',
    fr: 'Le calcul n’est pas compris : rien n’est calculé.',
  },
  'not-required': {
    es: 'No se entiende cuándo es obligatoria: la respuesta puede faltar.',
    en: 'When it is required is not understood: the answer may be left out.',
    fr: 'On ne comprend pas quand elle est obligatoire : la réponse peut manquer.',
  },
  'all-choices-offered': {
    es: 'El filtro no se entiende: se ofrecen todas las opciones.',
    en: 'The choice filter is not understood: every choice is offered.',
    fr: 'Le filtre n’est pas compris : tous les choix sont proposés.',
  },
  'nothing-filled-in': {
    es: 'El valor inicial no se entiende: la respuesta empieza vacía.',
    en: 'The default is not understood: the answer begins empty.',
    fr: 'La valeur par défaut n’est pas comprise : la réponse commence vide.',
  },
  'shown-plainly': {
    es: 'La apariencia no se sigue: la pregunta se muestra de la manera usual.',
    en: 'The appearance is not followed: the question is shown in the usual way.',
    fr: 'L’apparence n’est pas suivie : la question s’affiche de la manière habituelle.',
  },
  'media-not-shown': {
    es: 'La imagen, el sonido o el vídeo no se muestra.',
    en: 'The picture, sound or film is not shown.',
    fr: 'L’image, le son ou la vidéo n’est pas présenté.',
  },
  'choice-left-out': {
    es: 'La opción no se ofrece: su código falta, se repite o lleva espacios.',
    en: 'The choice is not offered: its code is missing, repeated or has spaces.',
    fr: 'Le choix n’est pas proposé : son code manque, se répète ou contient des espaces.',
  },
  'setting-unused': {
    es: 'El ajuste no se usa.',
    en: 'The setting is not used.',
    fr: 'Le réglage n’est pas utilisé.',
  },
}

/** Why a workbook cannot become a form. */
export const formFaultWords: Readonly<Record<FormFault['fault'], Text>> = {
  'no-questions': {
    es: 'La hoja survey no tiene ninguna pregunta.',
    en: 'The sheet survey has no question.',
    fr: 'La feuille survey ne contient aucune question.',
  },
  'no-choices-sheet': {
    es: 'La pregunta tiene opciones, y el libro no tiene hoja choices.',
    en: 'The question has choices, and the workbook has no sheet choices.',
    fr: 'La question a des choix, et le classeur n’a pas de feuille choices.',
  },
  'type-unknown': {
    es: 'Este tipo de pregunta no existe en XLSForm.',
    en: 'XLSForm has no such type of question.',
    fr: 'Ce type de question n’existe pas dans XLSForm.',
  },
  'name-missing': {
    es: 'La pregunta no tiene nombre.',
    en: 'The question has no name.',
    fr: 'La question n’a pas de nom.',
  },
  'name-wrong': {
    es: 'El nombre debe empezar por una letra y no llevar espacios ni signos.',
    en: 'The name has to begin with a letter and have no spaces or signs.',
    fr: 'Le nom doit commencer par une lettre, sans espaces ni signes.',
  },
  'name-twice': {
    es: 'Otra fila tiene el mismo nombre.',
    en: 'Another row has the same name.',
    fr: 'Une autre ligne porte le même nom.',
  },
  'list-unknown': {
    es: 'La hoja choices no tiene la lista que la pregunta nombra.',
    en: 'The sheet choices has no list of the name that the question gives.',
    fr: 'La feuille choices n’a pas la liste que nomme la question.',
  },
  'group-not-closed': {
    es: 'El grupo se abre y no se cierra.',
    en: 'The group is begun and not ended.',
    fr: 'Le groupe est ouvert et n’est pas fermé.',
  },
  'group-not-open': {
    es: 'Se cierra un grupo que no está abierto.',
    en: 'A group is ended that was not begun.',
    fr: 'On ferme un groupe qui n’est pas ouvert.',
  },
  unreadable: {
    es: 'La expresión no se puede leer: le falta o le sobra algo.',
    en: 'The expression cannot be read: something is missing or too much.',
    fr: 'L’expression est illisible : il manque ou il y a quelque chose de trop.',
  },
  'question-unknown': {
    es: 'La expresión nombra una pregunta que el formulario no tiene.',
    en: 'The expression names a question that the form does not have.',
    fr: 'L’expression nomme une question que le formulaire n’a pas.',
  },
  circular: {
    es: 'La pregunta depende de sí misma, directamente o a través de otras.',
    en: 'The question depends on itself, directly or through others.',
    fr: 'La question dépend d’elle-même, directement ou par d’autres.',
  },
  'too-many': {
    es: 'El formulario tiene más preguntas de las que se admiten (2000).',
    en: 'The form has more questions than are admitted (2000).',
    fr: 'Le formulaire a plus de questions que le maximum admis (2000).',
  },
}
