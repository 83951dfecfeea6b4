import type { CodeList } from '../../packages/methods/src/vocabulary/index.ts'

/** SYNTHETIC: the codes that the drawn file writes, and what they stand for. */
export const codes = {
  direction: { E: 'arrival', S: 'departure' },
  mode: { A: 'air', T: 'land', M: 'sea' },
  sex: { '1': 'M', '2': 'F' },
  purpose: {
    TUR: 'leisure',
    FAM: 'visit',
    NEG: 'business',
    TRA: 'work',
    EST: 'study',
    TRN: 'transit',
    RES: 'settlement',
  },
  document: { PAS: 'passport', DPI: 'identity-card', CED: 'identity-card', SAL: 'laissez-passer' },
} as const

/** Countries as the file writes them: two letters, three letters or Spanish names. */
export const countries = [
  'HN',
  'HN',
  'HN',
  'HN',
  'GT',
  'GT',
  'SV',
  'SV',
  'NI',
  'NI',
  'CR',
  'PA',
  'US',
  'US',
  'MX',
  'CUB',
  'HTI',
  'DOM',
  'ESP',
  'COL',
  'VEN',
  'ECU',
  'BRA',
  'IND',
  'CHN',
  'NPL',
  'CMR',
  'ITA',
  'Estados Unidos',
  'México',
  'España',
  'Alemania',
  'Francia',
  'Canadá',
  'Perú',
]

/** Forty posts, by the number the authority gives them. */
export const posts: CodeList = {
  id: 'border-posts',
  version: '1',
  title: { es: 'SYNTHETIC: puestos', en: 'SYNTHETIC: posts', fr: 'SYNTHETIC : postes' },
  source: { owner: 'Caudal', title: 'SYNTHETIC: border posts of a benchmark' },
  codes: Array.from({ length: 40 }, (_, n) => {
    const name = `SYNTHETIC ${n + 1}`
    return {
      code: `HND-${String(n + 1).padStart(3, '0')}`,
      label: { es: name, en: name, fr: name },
      aliases: [String(100 + n * 7)],
    }
  }),
}

/** The columns of the file: twenty, of which two are known and not wanted. */
export const header = [
  'FECHA_HORA',
  'SENTIDO',
  'PUESTO',
  'VIA',
  'NACIONALIDAD',
  'PAIS_NACIMIENTO',
  'PAIS_RESIDENCIA',
  'PROCEDENCIA_DESTINO',
  'SEXO',
  'FECHA_NACIMIENTO',
  'MOTIVO',
  'TIPO_DOCUMENTO',
  'PAIS_EMISOR',
  'NUM_DOCUMENTO',
  'DIAS_AUTORIZADOS',
  'TRANSPORTE',
  'NOMBRES',
  'APELLIDOS',
  'OFICIAL',
  'ESTACION',
] as const

/** How the file is read. */
export const profile = {
  id: 'benchmark-crossings',
  version: 1,
  recordType: 'movement',
  dataset: 'benchmark-crossings',
  country: 'HND',
  title: { es: 'SYNTHETIC: cruces', en: 'SYNTHETIC: crossings', fr: 'SYNTHETIC : passages' },
  source: {
    owner: 'Caudal',
    title: 'SYNTHETIC: crossings of a benchmark',
    licence: 'CC0-1.0',
    citation: 'Caudal, SYNTHETIC crossings of a benchmark',
  },
  synthetic: true,
  layout: { format: 'csv', delimiter: ',' },
  fields: {
    country: { constant: 'HND' },
    crossed_at: { column: 'FECHA_HORA', date: 'dd/MM/yyyy HH:mm' },
    direction: { column: 'SENTIDO', codes: codes.direction },
    border_post: { column: 'PUESTO' },
    mode: { column: 'VIA', codes: codes.mode },
    citizenship: { column: 'NACIONALIDAD' },
    birth_country: { column: 'PAIS_NACIMIENTO' },
    residence_country: { column: 'PAIS_RESIDENCIA' },
    counterpart_country: { column: 'PROCEDENCIA_DESTINO' },
    sex: { column: 'SEXO', codes: codes.sex },
    birth_date: { column: 'FECHA_NACIMIENTO', date: 'dd/MM/yyyy' },
    purpose: { column: 'MOTIVO', codes: codes.purpose },
    document_type: { column: 'TIPO_DOCUMENTO', codes: codes.document },
    document_issuer: { column: 'PAIS_EMISOR' },
    document_number: { column: 'NUM_DOCUMENTO' },
    authorised_days: { column: 'DIAS_AUTORIZADOS' },
    carrier: { column: 'TRANSPORTE' },
    given_names: { column: 'NOMBRES' },
    family_names: { column: 'APELLIDOS' },
  },
  ignore: ['OFICIAL', 'ESTACION'],
}
