import { workbookOf, type TestCell } from './testing-workbook.ts'

type Row = Readonly<Record<string, string>>

/** A question with its labels in Spanish, English and French. */
const asks = (type: string, name: string, labels: readonly string[], more: Row = {}): Row => ({
  type,
  name,
  'label::Español (es)': labels[0] ?? '',
  'label::English (en)': labels[1] ?? '',
  'label::Français (fr)': labels[2] ?? '',
  ...more,
})

/** SYNTHETIC: a small form of a reception centre, in Spanish, English and French. */
const survey: readonly Row[] = [
  asks('begin group', 'persona', ['La persona', 'The person', 'La personne']),
  asks('text', 'nombres', ['Nombres', 'Given names', 'Prénoms'], { required: 'yes' }),
  asks('text', 'apellidos', ['Apellidos', 'Family names', 'Noms de famille'], { required: 'yes' }),
  asks('date', 'nacimiento', ['Fecha de nacimiento', 'Date of birth', 'Date de naissance'], {
    constraint: '. <= today()',
    'constraint_message::Español (es)': 'Nadie nace mañana.',
    required: 'yes',
  }),
  asks('select_one sexo', 'sexo', ['Sexo', 'Sex', 'Sexe'], { required: 'yes' }),
  asks('text', 'documento', ['Número de documento', 'Document number', 'Numéro du document']),
  asks('calculate', 'edad', [], { calculation: 'int((today() - ${nacimiento}) div 365.25)' }),
  asks('select_one con', 'compania', ['Acompañamiento', 'Accompaniment', 'Accompagnement'], {
    relevant: '${edad} < 18',
    required: 'yes',
    'hint::Español (es)': 'Solo de menores de 18 años.',
  }),
  { type: 'end group' },
  asks('begin group', 'viaje', ['El viaje', 'The journey', 'Le voyage']),
  asks('select_one pais', 'pais', [
    'País de procedencia',
    'Country returned from',
    'Pays de provenance',
  ]),
  asks('select_one ciudad', 'ciudad', ['Ciudad', 'City', 'Ville'], {
    relevant: "${pais} != ''",
    choice_filter: 'pais = ${pais}',
  }),
  asks('select_multiple necesidad', 'necesidades', ['Necesidades', 'Needs', 'Besoins']),
  asks('integer', 'retornos', ['Retornos anteriores', 'Previous returns', 'Retours antérieurs'], {
    constraint: '. >= 0 and . < 100',
    'constraint_message::Español (es)': 'Entre 0 y 99.',
  }),
  asks('geopoint', 'lugar', ['Lugar', 'Place', 'Lieu']),
  asks('image', 'foto', ['Fotografía', 'Photograph', 'Photographie']),
  { type: 'end group' },
  asks('note', 'gracias', ['Gracias, ${nombres}.', 'Thank you, ${nombres}.', 'Merci, ${nombres}.']),
]

const choices: readonly (readonly TestCell[])[] = [
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

/** SYNTHETIC: a form of a reception centre that enters the people of a family together. */
const familySurvey: readonly Row[] = [
  asks('select_one pais', 'pais', [
    'País de procedencia',
    'Country returned from',
    'Pays de provenance',
  ]),
  asks('begin repeat', 'persona', ['Persona', 'Person', 'Personne']),
  asks('text', 'nombres', ['Nombres', 'Given names', 'Prénoms'], { required: 'yes' }),
  asks('text', 'apellidos', ['Apellidos', 'Family names', 'Noms de famille'], { required: 'yes' }),
  asks('date', 'nacimiento', ['Fecha de nacimiento', 'Date of birth', 'Date de naissance']),
  asks('select_one sexo', 'sexo', ['Sexo', 'Sex', 'Sexe'], { required: 'yes' }),
  asks('text', 'documento', ['Número de documento', 'Document number', 'Numéro du document']),
  asks('text', 'cuidador', ['Quién la cuida', 'Who looks after', 'Qui s’en occupe'], {
    relevant: "${nacimiento} != '' and int((today() - ${nacimiento}) div 365.25) < 18",
  }),
  { type: 'end repeat' },
  asks('calculate', 'cuantas', ['Personas', 'Persons', 'Personnes'], {
    calculation: 'count(${persona})',
  }),
]

/** SYNTHETIC: the form as a workbook, with questions added at its end. */
export function receptionForm(more: readonly Row[] = [], version = '1'): Buffer {
  return formOf([...survey, ...more], 'recepcion', 'SYNTHETIC: recepción', version)
}

/** SYNTHETIC: the form of families as a workbook. */
export function familyForm(): Buffer {
  return formOf(familySurvey, 'familias', 'SYNTHETIC: familias', '1')
}

function formOf(rows: readonly Row[], id: string, title: string, version: string): Buffer {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  return workbookOf({
    survey: [columns, ...rows.map((row) => columns.map((column) => row[column] ?? null))],
    choices,
    settings: [
      ['form_title', 'form_id', 'version', 'default_language'],
      [title, id, version, 'Español (es)'],
    ],
  })
}
