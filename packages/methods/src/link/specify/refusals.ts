import { defineRefusals } from '../../vocabulary/index.ts'

/** Why settings of a linkage are refused. */
export const linkSettingsRefusals = defineRefusals('link', {
  'settings-malformed': {
    status: 422,
    what: {
      es: 'Los ajustes no son correctos en «{path}»: {reason}.',
      en: 'The settings are not right at “{path}”: {reason}.',
      fr: 'Les réglages sont incorrects à « {path} » : {reason}.',
    },
    advice: {
      es: 'Compárelos con docs/reference/link-settings.schema.json; no se ha escrito nada.',
      en: 'Compare them with docs/reference/link-settings.schema.json; nothing was written.',
      fr: 'Comparez-les à docs/reference/link-settings.schema.json ; rien n’a été écrit.',
    },
  },
  'settings-column-missing': {
    status: 422,
    what: {
      es: 'Los ajustes nombran la columna «{column}», que no está en {file}; este tiene: {columns}.',
      en: 'The settings name the column “{column}”, which {file} does not have; it has: {columns}.',
      fr: 'Les réglages nomment la colonne « {column} », absente de {file} ; il a : {columns}.',
    },
    advice: {
      es: 'Corrija el nombre en los ajustes o en el archivo.',
      en: 'Correct the name in the settings or in the file.',
      fr: 'Corrigez le nom dans les réglages ou dans le fichier.',
    },
  },
  'settings-column-twice': {
    status: 422,
    what: {
      es: 'Los ajustes comparan la columna «{column}» dos veces.',
      en: 'The settings compare the column “{column}” twice.',
      fr: 'Les réglages comparent la colonne « {column} » deux fois.',
    },
    advice: {
      es: 'Deje una sola comparación con todos sus niveles: contada dos veces pesaría el doble.',
      en: 'Keep one comparison with all its levels: counted twice it would weigh double.',
      fr: 'Gardez une seule comparaison avec tous ses niveaux : comptée deux fois, elle pèserait double.',
    },
  },
  'settings-swap-not-compared': {
    status: 422,
    what: {
      es: 'En los ajustes, «{column}» puede cambiar su lugar con «{other}», que no se compara.',
      en: 'In the settings “{column}” may change places with “{other}”, which is not compared.',
      fr: 'Dans les réglages, « {column} » peut changer de place avec « {other} », qui n’est pas comparée.',
    },
    advice: {
      es: 'Compare también esa columna, o quite swappedWith.',
      en: 'Compare that column too, or take swappedWith out.',
      fr: 'Comparez aussi cette colonne, ou retirez swappedWith.',
    },
  },
  'settings-truth-compared': {
    status: 422,
    what: {
      es: 'Los ajustes comparan la columna «{column}», que dice ya qué registros son de una persona.',
      en: 'The settings compare the column “{column}”, which already says whose record it is.',
      fr: 'Les réglages comparent la colonne « {column} », qui dit déjà à qui est l’enregistrement.',
    },
    advice: {
      es: 'Quítela: un enlace que se apoya en la respuesta no dice nada. Si no es eso, cámbiele el nombre.',
      en: 'Take it out: a linkage that leans on the answer says nothing. If it is not that, rename it.',
      fr: 'Retirez-la : un appariement qui s’appuie sur la réponse ne dit rien. Sinon, renommez-la.',
    },
  },
  'thresholds-crossed': {
    status: 422,
    what: {
      es: 'El umbral de revisión ({review}) supera al de aceptación ({accept}).',
      en: 'The threshold for review ({review}) is above the one for acceptance ({accept}).',
      fr: 'Le seuil de révision ({review}) dépasse celui d’acceptation ({accept}).',
    },
    advice: {
      es: 'Ponga thresholds.review igual o por debajo de thresholds.accept.',
      en: 'Set thresholds.review at or below thresholds.accept.',
      fr: 'Mettez thresholds.review au niveau de thresholds.accept ou en dessous.',
    },
  },
  'nothing-to-compare': {
    status: 422,
    what: {
      es: 'No queda ninguna columna que comparar de estas: {columns}.',
      en: 'No column is left to compare, of: {columns}.',
      fr: 'Il ne reste aucune colonne à comparer parmi : {columns}.',
    },
    advice: {
      es: 'Una columna vacía o con un solo valor no distingue personas. Añada nombres, fechas o documentos.',
      en: 'A column that is empty or holds one value tells nobody apart. Add names, dates or documents.',
      fr: 'Une colonne vide ou à valeur unique ne distingue personne. Ajoutez noms, dates ou documents.',
    },
  },
  'all-alike': {
    status: 422,
    what: {
      es: 'Los {records} registros dicen lo mismo, un solo valor en cada columna ({columns}): nada distingue a una persona de otra.',
      en: 'All {records} records say the same, one value in each column ({columns}): nothing tells one person from another.',
      fr: 'Les {records} enregistrements disent la même chose, une seule valeur par colonne ({columns}) : rien ne distingue une personne d’une autre.',
    },
    advice: {
      es: 'Si son repeticiones de un registro, guarde uno; si no, revise la extracción y traiga las columnas que distinguen personas.',
      en: 'If they repeat one record, keep one; else check the extract, and bring the columns that tell persons apart.',
      fr: 'S’ils répètent un enregistrement, n’en gardez qu’un ; sinon, vérifiez l’extraction et apportez les colonnes qui distinguent les personnes.',
    },
  },
  'link-one-file': {
    status: 422,
    what: {
      es: 'Los ajustes dicen linkType "link", que enlaza dos archivos; se dio uno.',
      en: 'The settings say linkType "link", which links two files; one was given.',
      fr: 'Les réglages disent linkType "link", qui apparie deux fichiers ; un seul a été donné.',
    },
    advice: {
      es: 'Nombre también el segundo archivo, o quite linkType para encontrar los repetidos de este.',
      en: 'Name the second file too, or take linkType out to find the duplicates within this one.',
      fr: 'Nommez aussi le second fichier, ou retirez linkType pour trouver les doublons de celui-ci.',
    },
  },
})
