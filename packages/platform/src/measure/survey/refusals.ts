import { defineRefusals } from '@caudal/methods/vocabulary'

export const sampleRefusals = defineRefusals('measure', {
  'sample-value-unreadable': {
    status: 422,
    what: {
      es: '«{text}» no puede estar en la columna {column}.',
      en: '“{text}” cannot stand in column {column}.',
      fr: '« {text} » ne peut figurer dans la colonne {column}.',
    },
    advice: {
      es: 'Escriba números con punto decimal; un tiempo no es menor que cero y un final es 1 o 0.',
      en: 'Write numbers with a decimal point; a time is not below zero and an end is 1 or 0.',
      fr: 'Écrivez les nombres avec un point décimal ; un temps n’est pas négatif et une fin vaut 1 ou 0.',
    },
  },
  'replicates-missing': {
    status: 422,
    what: {
      es: 'Ninguna columna se llama «{prefix}» seguido de un número: {columns}.',
      en: 'No column is called “{prefix}” followed by a number: {columns}.',
      fr: 'Aucune colonne ne s’appelle « {prefix} » suivi d’un nombre : {columns}.',
    },
    advice: {
      es: 'Dé en --replicates lo que precede al número: «rep» para rep1, rep2, …; hacen falta al menos dos.',
      en: 'Give in --replicates what comes before the number: “rep” for rep1, rep2, …; at least two are needed.',
      fr: 'Donnez dans --replicates ce qui précède le nombre : « rep » pour rep1, rep2, … ; il en faut au moins deux.',
    },
  },
  'replicates-unclear': {
    status: 422,
    what: {
      es: 'No está claro cómo se hicieron las réplicas: {problem}.',
      en: 'It is not clear how the replicates were made: {problem}.',
      fr: 'On ne sait comment les répliques ont été faites : {problem}.',
    },
    advice: {
      es: 'Con --replicates diga --replicate-method brr, fay (con --rho de 0 a menos de 1), jk1, bootstrap o scaled (con --scale: un factor, o uno por réplica), sin estratos ni conglomerados.',
      en: 'With --replicates say --replicate-method brr, fay (with --rho from 0 to below 1), jk1, bootstrap or scaled (with --scale: one factor, or one for each replicate), without strata or clusters.',
      fr: 'Avec --replicates dites --replicate-method brr, fay (avec --rho de 0 à moins de 1), jk1, bootstrap ou scaled (avec --scale : un facteur, ou un par réplique), sans strates ni grappes.',
    },
  },
  'statistic-missing': {
    status: 422,
    what: {
      es: 'No se pidió qué estimar.',
      en: 'Nothing to estimate was asked for.',
      fr: 'Rien à estimer n’a été demandé.',
    },
    advice: {
      es: 'Dé al menos un --total, --mean o --ratio NUMERADOR/DENOMINADOR.',
      en: 'Give at least one --total, --mean or --ratio NUMERATOR/DENOMINATOR.',
      fr: 'Donnez au moins un --total, --mean ou --ratio NUMÉRATEUR/DÉNOMINATEUR.',
    },
  },
  'ratio-unreadable': {
    status: 422,
    what: {
      es: '«{text}» en --ratio no es una razón.',
      en: '“{text}” in --ratio is not a ratio.',
      fr: '« {text} » dans --ratio n’est pas un ratio.',
    },
    advice: {
      es: 'Escriba dos columnas con una barra: NUMERADOR/DENOMINADOR.',
      en: 'Write two columns with a slash: NUMERATOR/DENOMINATOR.',
      fr: 'Écrivez deux colonnes et une barre : NUMÉRATEUR/DÉNOMINATEUR.',
    },
  },
  'sample-empty': {
    status: 422,
    what: {
      es: 'El archivo {file} no tiene ninguna fila bajo su encabezado.',
      en: 'The file {file} has no row below its header.',
      fr: 'Le fichier {file} n’a aucune rangée sous son en-tête.',
    },
    advice: {
      es: 'Extráigalo de nuevo de su fuente: de nada no se estima nada.',
      en: 'Extract it again from its source: from nothing, nothing is estimated.',
      fr: 'Extrayez-le de nouveau de sa source : de rien, on n’estime rien.',
    },
  },
  'population-contradicted': {
    status: 422,
    what: {
      es: 'El estrato «{stratum}» tiene en la columna {column} «{one}» y también «{other}».',
      en: 'Stratum “{stratum}” has “{one}” and also “{other}” in column {column}.',
      fr: 'La strate « {stratum} » a « {one} » et aussi « {other} » dans la colonne {column}.',
    },
    advice: {
      es: 'Escriba en todas las filas de un estrato las mismas unidades primarias de la población, o en ninguna.',
      en: 'Write the same primary units of the population in all rows of a stratum, or in none.',
      fr: 'Écrivez les mêmes unités primaires de la population dans toutes les rangées d’une strate, ou dans aucune.',
    },
  },
})
