import type { Language } from '@caudal/methods/vocabulary'

interface IndicatorWords {
  readonly description: string
  readonly indicator: string
  readonly file: string
  readonly fileMissing: string
  readonly by: string
  readonly columns: string
  readonly report: (title: string, values: number, gaps: number) => string
}

export const indicatorWords: Readonly<Record<Language, IndicatorWords>> = {
  es: {
    description: 'Calcula un indicador a partir de sus insumos; sin nombre, los enumera',
    indicator: 'identificador, por ejemplo sdg-10-7-2',
    file: 'CSV con los insumos como columnas',
    fileMissing: 'Falta el archivo con los insumos del indicador.',
    by: 'columna por la que se desglosa (país, año, sexo…); se puede repetir',
    columns: `Escribe un CSV en la salida normal: el desglose, el indicador, su parte si tiene varias, el valor,
si lo hay o falta, qué insumos faltan y una nota (la clase, o cuántas filas cuentan).`,
    report: (title, values, gaps) => `${title}: ${values} valores, ${gaps} huecos.`,
  },
  en: {
    description: 'Compute an indicator from its inputs; without a name, list them',
    indicator: 'identifier, for example sdg-10-7-2',
    file: 'CSV with the inputs as columns',
    fileMissing: 'The file with the inputs of the indicator is missing.',
    by: 'column to break down by (country, year, sex…); may be repeated',
    columns: `Writes a CSV to standard output: the breakdown, the indicator, its part where it has several, the
value, whether there is one, which inputs are missing, and a note (the class, or how many rows count).`,
    report: (title, values, gaps) => `${title}: ${values} values, ${gaps} gaps.`,
  },
  fr: {
    description: 'Calcule un indicateur à partir de ses entrées ; sans nom, en donne la liste',
    indicator: 'identifiant, par exemple sdg-10-7-2',
    file: 'CSV avec les entrées en colonnes',
    fileMissing: 'Il manque le fichier des entrées de l’indicateur.',
    by: 'colonne de ventilation (pays, année, sexe…) ; peut être répétée',
    columns: `Écrit un CSV sur la sortie standard : la ventilation, l’indicateur, sa partie s’il en a plusieurs, la
valeur, s’il y en a une, les entrées manquantes et une note (la classe, ou combien de rangées comptent).`,
    report: (title, values, gaps) => `${title} : ${values} valeurs, ${gaps} lacunes.`,
  },
}
