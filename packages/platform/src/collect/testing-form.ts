import { workbookOf, type TestCell } from './testing-workbook.ts'

/** SYNTHETIC: a small form of a reception centre, in Spanish, English and French. */
export const receptionSurvey: readonly (readonly TestCell[])[] = [
  [
    ...['type', 'name', 'label::Español (es)', 'label::English (en)', 'label::Français (fr)'],
    ...['relevant', 'constraint', 'constraint_message::Español (es)', 'required', 'choice_filter'],
    ...['calculation', 'hint::Español (es)'],
  ],
  ['begin group', 'persona', 'La persona', 'The person', 'La personne'],
  ['text', 'nombres', 'Nombres', 'Given names', 'Prénoms', null, null, null, 'yes'],
  ['text', 'apellidos', 'Apellidos', 'Family names', 'Noms de famille', null, null, null, 'yes'],
  [
    ...['date', 'nacimiento', 'Fecha de nacimiento', 'Date of birth', 'Date de naissance', null],
    ...['. <= today()', 'Nadie nace mañana.', 'yes'],
  ],
  ['select_one sexo', 'sexo', 'Sexo', 'Sex', 'Sexe', null, null, null, 'yes'],
  ['text', 'documento', 'Número de documento', 'Document number', 'Numéro du document'],
  [
    ...['calculate', 'edad', null, null, null, null, null, null, null, null],
    'int((today() - ${nacimiento}) div 365.25)',
  ],
  [
    ...['select_one con', 'compania', 'Acompañamiento', 'Accompaniment', 'Accompagnement'],
    ...['${edad} < 18', null, null, 'yes', null, null, 'Solo de menores de 18 años.'],
  ],
  ['end group'],
  ['begin group', 'viaje', 'El viaje', 'The journey', 'Le voyage'],
  ['select_one pais', 'pais', 'País de procedencia', 'Country returned from', 'Pays de provenance'],
  [
    ...[
      'select_one ciudad',
      'ciudad',
      'Ciudad',
      'City',
      'Ville',
      "${pais} != ''",
      null,
      null,
      null,
    ],
    'pais = ${pais}',
  ],
  ['select_multiple necesidad', 'necesidades', 'Necesidades', 'Needs', 'Besoins'],
  [
    'integer',
    'retornos',
    'Retornos anteriores',
    'Previous returns',
    'Retours antérieurs',
    null,
    '. >= 0 and . < 100',
    'Entre 0 y 99.',
  ],
  ['geopoint', 'lugar', 'Lugar', 'Place', 'Lieu'],
  ['end group'],
  ['note', 'gracias', 'Gracias, ${nombres}.', 'Thank you, ${nombres}.', 'Merci, ${nombres}.'],
]

export const receptionChoices: readonly (readonly TestCell[])[] = [
  [
    'list_name',
    'name',
    'label::Español (es)',
    'label::English (en)',
    'label::Français (fr)',
    'pais',
  ],
  ['sexo', 'm', 'Mujer', 'Woman', 'Femme'],
  ['sexo', 'h', 'Hombre', 'Man', 'Homme'],
  ['con', 'sola', 'No acompañada', 'Unaccompanied', 'Non accompagnée'],
  ['con', 'familia', 'En familia', 'In a family', 'En famille'],
  ['pais', 'mx', 'México', 'Mexico', 'Mexique'],
  ['pais', 'us', 'Estados Unidos', 'United States', 'États-Unis'],
  ['ciudad', 'tap', 'Tapachula', 'Tapachula', 'Tapachula', 'mx'],
  ['ciudad', 'hou', 'Houston', 'Houston', 'Houston', 'us'],
  ['necesidad', 'comida', 'Alimentación', 'Food', 'Alimentation'],
  ['necesidad', 'salud', 'Atención de salud', 'Health care', 'Soins de santé'],
]

/** SYNTHETIC: the form as a workbook, with rows added to its survey. */
export function receptionForm(more: readonly (readonly TestCell[])[] = [], version = '1'): Buffer {
  return workbookOf({
    survey: [...receptionSurvey, ...more],
    choices: receptionChoices,
    settings: [
      ['form_title', 'form_id', 'version', 'default_language'],
      ['SYNTHETIC: recepción', 'recepcion', version, 'Español (es)'],
    ],
  })
}
