import type { Language } from '@caudal/methods/vocabulary'

interface TableCommandWords {
  readonly description: string
  readonly cube: string
  readonly rows: string
  readonly columns: string
  readonly where: string
  readonly measure: string
  readonly show: string
  readonly sort: string
  readonly top: string
  readonly format: string
  readonly building: string
  readonly examples: string
}

/** The words of `caudal table`. */
export const tableCommandWords: Readonly<Record<Language, TableCommandWords>> = {
  es: {
    description: 'Escribe una tabla de un cubo',
    cube: 'Cubo (véase «caudal cubes»)',
    rows: 'Dimensiones de las filas, separadas por comas: citizenship,sex',
    columns: 'Dimensiones de las columnas: time.year',
    where: 'Condiciones, separadas por punto y coma: country:SLV,GTM;time.year:2018..2020',
    measure: 'Medida; sin ella, la primera del cubo',
    show: 'Qué se muestra de la medida: row-share, column-share, total-share, change, year-change, difference, year-difference, index o una tasa del cubo (rate-incidents)',
    sort: 'Orden de las filas: label, total o last (la última columna); con un guion delante, descendente: -total',
    top: 'Guarda las primeras filas por su total y suma el resto',
    format:
      'table (para leer), csv (datos con códigos y nombres) o json; sin ella, table en una terminal y csv en una tubería',
    building: 'Construir el cubo',
    examples: `Ejemplos:
  caudal table movements --rows citizenship --columns time.year --where direction:arrival --top 10
  caudal table movements --rows direction --columns time.year --show change
  caudal table nz-plt-migration --rows region --columns direction,sex --format csv > nz.csv`,
  },
  en: {
    description: 'Write a table of a cube',
    cube: 'Cube (see “caudal cubes”)',
    rows: 'Dimensions of the rows, parted by commas: citizenship,sex',
    columns: 'Dimensions of the columns: time.year',
    where: 'Conditions, parted by semicolons: country:SLV,GTM;time.year:2018..2020',
    measure: 'Measure; without it, the first of the cube',
    show: 'What is shown of the measure: row-share, column-share, total-share, change, year-change, difference, year-difference, index, or a rate of the cube (rate-incidents)',
    sort: 'Order of the rows: label, total or last (the last column); with a minus before it, descending: -total',
    top: 'Keep the first rows by their total and sum the rest',
    format:
      'table (for reading), csv (data with codes and labels) or json; without it, table on a terminal and csv in a pipe',
    building: 'Build the cube',
    examples: `Examples:
  caudal table movements --rows citizenship --columns time.year --where direction:arrival --top 10
  caudal table movements --rows direction --columns time.year --show change
  caudal table nz-plt-migration --rows region --columns direction,sex --format csv > nz.csv`,
  },
  fr: {
    description: 'Écrit un tableau d’un cube',
    cube: 'Cube (voir « caudal cubes »)',
    rows: 'Dimensions des lignes, séparées par des virgules : citizenship,sex',
    columns: 'Dimensions des colonnes : time.year',
    where: 'Conditions, séparées par des points-virgules : country:SLV,GTM;time.year:2018..2020',
    measure: 'Mesure ; sans elle, la première du cube',
    show: 'Ce qui est montré de la mesure : row-share, column-share, total-share, change, year-change, difference, year-difference, index ou un taux du cube (rate-incidents)',
    sort: 'Ordre des lignes : label, total ou last (la dernière colonne) ; avec un tiret devant, décroissant : -total',
    top: 'Garde les premières lignes selon leur total et additionne le reste',
    format:
      'table (à lire), csv (données avec codes et libellés) ou json ; sans elle, table sur un terminal et csv dans un tube',
    building: 'Construire le cube',
    examples: `Exemples :
  caudal table movements --rows citizenship --columns time.year --where direction:arrival --top 10
  caudal table movements --rows direction --columns time.year --show change
  caudal table nz-plt-migration --rows region --columns direction,sex --format csv > nz.csv`,
  },
}
