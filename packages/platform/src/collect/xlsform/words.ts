import type { Language } from '@caudal/methods/vocabulary'

/** What `caudal import xlsform` says. */
export const formWords: Readonly<
  Record<
    Language,
    {
      readonly description: string
      readonly file: string
      readonly read: (title: string, fields: number, lists: number) => string
      readonly unsupported: string
    }
  >
> = {
  es: {
    description:
      'Lee un formulario XLSForm y escribe su definición en JSON, sin importar registros',
    file: 'Libro .xlsx con las hojas survey, choices y settings',
    read: (title, fields, lists) => `${title}: ${fields} preguntas y ${lists} listas de códigos.`,
    unsupported: 'Lo que no se admite, y queda fuera de la definición:',
  },
  en: {
    description: 'Reads an XLSForm and writes its definition as JSON, importing no records',
    file: 'Workbook (.xlsx) with the sheets survey, choices and settings',
    read: (title, fields, lists) => `${title}: ${fields} questions and ${lists} code lists.`,
    unsupported: 'What is not supported, and is left out of the definition:',
  },
  fr: {
    description: 'Lit un formulaire XLSForm et écrit sa définition en JSON, sans rien importer',
    file: 'Classeur .xlsx avec les feuilles survey, choices et settings',
    read: (title, fields, lists) => `${title} : ${fields} questions et ${lists} listes de codes.`,
    unsupported: 'Ce qui n’est pas pris en charge et reste hors de la définition :',
  },
}
