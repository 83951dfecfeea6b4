import type { Language } from '@caudal/methods/vocabulary'
import { useSpeaking } from '../../../words/speaking.tsx'

/** What the page says on which two files received are compared, and what a correction is asked. */
interface CompareWording {
  readonly title: string
  readonly lead: string
  readonly link: string
  readonly before: string
  readonly none: string
  readonly by: string
  readonly byHint: string
  readonly figure: (what: string) => string
  readonly beforeHead: string
  readonly afterHead: string
  readonly change: string
  readonly total: string
  readonly changed: (changed: string, cells: string) => string
  readonly first: (shown: string) => string
  readonly same: string
  readonly sameCells: string
  readonly moved: (fields: string) => string
  readonly because: (why: string) => string
  readonly correction: string
  readonly correctionNone: string
  readonly correctionLead: string
  readonly correctionBecause: string
  readonly seeChange: string
}

const words: Readonly<Record<Language, CompareWording>> = {
  es: {
    title: 'Qué cambió de un archivo a otro',
    lead: 'Las mismas cifras en los dos archivos, celda por celda; primero los cambios mayores.',
    link: 'Comparar con otro archivo',
    before: 'Archivo anterior',
    none: 'No hay otro archivo de este conjunto de datos con que compararlo.',
    by: 'Desglosar por',
    byHint: 'Hasta cinco campos.',
    figure: (what) => `Se cuenta: ${what}`,
    beforeHead: 'Antes',
    afterHead: 'Después',
    change: 'Diferencia',
    total: 'Total',
    changed: (changed, cells) => `Cambian ${changed} de ${cells} celdas.`,
    first: (shown) => `Se muestran las ${shown} que más cambian.`,
    same: 'Los dos archivos dan las mismas cifras.',
    sameCells: 'En este desglose las cifras son las mismas.',
    moved: (fields) =>
      `Pasa de un valor a otro, como mínimo: ${fields}. Márquelo arriba para verlo.`,
    because: (why) => `Motivo de la corrección: ${why}`,
    correction: 'Corrige un archivo anterior',
    correctionNone: 'No: es un archivo más',
    correctionLead: 'El archivo corregido dejará de contar en cuanto este se importe.',
    correctionBecause: 'Motivo de la corrección',
    seeChange: 'Ver qué cambió',
  },
  en: {
    title: 'What changed from one file to another',
    lead: 'The same figures in both files, cell by cell; the largest changes first.',
    link: 'Compare with another file',
    before: 'Earlier file',
    none: 'There is no other file of this dataset to compare it with.',
    by: 'Break down by',
    byHint: 'Up to five fields.',
    figure: (what) => `What is counted: ${what}`,
    beforeHead: 'Before',
    afterHead: 'After',
    change: 'Difference',
    total: 'Total',
    changed: (changed, cells) => `${changed} of ${cells} cells change.`,
    first: (shown) => `The ${shown} that change most are shown.`,
    same: 'Both files give the same figures.',
    sameCells: 'In this breakdown the figures are the same.',
    moved: (fields) =>
      `Moves from one value to another, at the least: ${fields}. Tick it above to see it.`,
    because: (why) => `Reason for the correction: ${why}`,
    correction: 'Corrects an earlier file',
    correctionNone: 'No: it is one more file',
    correctionLead: 'The corrected file will count no more as soon as this one is imported.',
    correctionBecause: 'Reason for the correction',
    seeChange: 'See what changed',
  },
  fr: {
    title: 'Ce qui a changé d’un fichier à l’autre',
    lead: 'Les mêmes chiffres dans les deux fichiers, case par case ; les plus grands écarts d’abord.',
    link: 'Comparer avec un autre fichier',
    before: 'Fichier précédent',
    none: 'Il n’y a pas d’autre fichier de ce jeu de données auquel le comparer.',
    by: 'Ventiler par',
    byHint: 'Cinq champs au plus.',
    figure: (what) => `Ce qui est compté : ${what}`,
    beforeHead: 'Avant',
    afterHead: 'Après',
    change: 'Différence',
    total: 'Total',
    changed: (changed, cells) => `${changed} cases sur ${cells} changent.`,
    first: (shown) => `Les ${shown} qui changent le plus sont affichées.`,
    same: 'Les deux fichiers donnent les mêmes chiffres.',
    sameCells: 'Dans cette ventilation les chiffres sont les mêmes.',
    moved: (fields) =>
      `Passe d’une valeur à une autre, au moins : ${fields}. Cochez-le ci-dessus pour le voir.`,
    because: (why) => `Motif de la correction : ${why}`,
    correction: 'Corrige un fichier précédent',
    correctionNone: 'Non : c’est un fichier de plus',
    correctionLead: 'Le fichier corrigé ne comptera plus dès que celui-ci sera importé.',
    correctionBecause: 'Motif de la correction',
    seeChange: 'Voir ce qui a changé',
  },
}

export function useCompareWords(): CompareWording {
  return words[useSpeaking().language]
}
