import { defineRefusals } from '../vocabulary/index.ts'

/** What the methods of protection refuse: tables, hierarchies and requirements that cannot be. */
export const protectMethodRefusals = defineRefusals('protect-methods', {
  'hierarchy-parent-missing': {
    status: 422,
    what: {
      es: 'En la jerarquía de «{dimension}», el código «{code}» tiene por padre «{parent}», que no está en la jerarquía.',
      en: 'In the hierarchy of “{dimension}”, the code “{code}” has the parent “{parent}”, which is not in the hierarchy.',
      fr: 'Dans la hiérarchie de « {dimension} », le code « {code} » a pour parent « {parent} », qui n’y figure pas.',
    },
    advice: {
      es: 'Añada una línea para «{parent}» (las raíces llevan el padre vacío).',
      en: 'Add a line for “{parent}” (roots have an empty parent).',
      fr: 'Ajoutez une ligne pour « {parent} » (les racines ont un parent vide).',
    },
  },
  'hierarchy-code-twice': {
    status: 422,
    what: {
      es: 'En la jerarquía de «{dimension}», el código «{code}» aparece dos veces.',
      en: 'In the hierarchy of “{dimension}”, the code “{code}” stands twice.',
      fr: 'Dans la hiérarchie de « {dimension} », le code « {code} » figure deux fois.',
    },
    advice: {
      es: 'Deje una sola línea por código: cada código tiene un solo padre.',
      en: 'Keep one line a code: every code has one parent.',
      fr: 'Gardez une ligne par code : chaque code a un seul parent.',
    },
  },
  'hierarchy-circle': {
    status: 422,
    what: {
      es: 'En la jerarquía de «{dimension}», el código «{code}» es antepasado de sí mismo.',
      en: 'In the hierarchy of “{dimension}”, the code “{code}” is its own ancestor.',
      fr: 'Dans la hiérarchie de « {dimension} », le code « {code} » est son propre ancêtre.',
    },
    advice: {
      es: 'Corrija los padres de modo que todo código lleve a una raíz.',
      en: 'Correct the parents so that every code leads to a root.',
      fr: 'Corrigez les parents pour que chaque code mène à une racine.',
    },
  },
  'code-reserved': {
    status: 422,
    what: {
      es: 'La dimensión «{dimension}» contiene el código «_T», que se reserva para el total.',
      en: 'The dimension “{dimension}” contains the code “_T”, which is kept for the total.',
      fr: 'La dimension « {dimension} » contient le code « _T », réservé au total.',
    },
    advice: {
      es: 'Quite los totales de los datos o dé otro código a esa categoría.',
      en: 'Leave totals out of the records, or give that category another code.',
      fr: 'Retirez les totaux des données, ou donnez un autre code à cette catégorie.',
    },
  },
  'code-outside-hierarchy': {
    status: 422,
    what: {
      es: 'El código «{code}» de «{dimension}» no está en su jerarquía.',
      en: 'The code “{code}” of “{dimension}” is not in its hierarchy.',
      fr: 'Le code « {code} » de « {dimension} » n’est pas dans sa hiérarchie.',
    },
    advice: {
      es: 'Añádalo al archivo de la jerarquía con su padre.',
      en: 'Add it to the hierarchy file with its parent.',
      fr: 'Ajoutez-le au fichier de hiérarchie avec son parent.',
    },
  },
  'code-not-a-leaf': {
    status: 422,
    what: {
      es: 'Hay registros con el código «{code}» de «{dimension}», que tiene códigos por debajo: los totales no sumarían.',
      en: 'Some records carry the code “{code}” of “{dimension}”, which has codes below it: totals would not add up.',
      fr: 'Des enregistrements portent le code « {code} » de « {dimension} », qui a des codes en dessous : les totaux ne s’additionneraient pas.',
    },
    advice: {
      es: 'Dé a esos registros un código del nivel más bajo (por ejemplo, uno de «desconocido» con padre «{code}»).',
      en: 'Give those records a code of the lowest level (for example one for “unknown” with the parent “{code}”).',
      fr: 'Donnez à ces enregistrements un code du niveau le plus bas (par exemple « inconnu » avec le parent « {code} »).',
    },
  },
  'tables-do-not-add-up': {
    status: 422,
    what: {
      es: 'La tabla {table} no suma: el total {margin} dice {total} y sus partes suman {sum}.',
      en: 'The table {table} does not add up: the margin {margin} says {total} and its parts add to {sum}.',
      fr: 'Le tableau {table} ne s’additionne pas : la marge {margin} indique {total} et ses parties donnent {sum}.',
    },
    advice: {
      es: 'Corrija esa celda o sus partes; no se ha publicado nada.',
      en: 'Correct that cell or its parts; nothing was published.',
      fr: 'Corrigez cette cellule ou ses parties ; rien n’a été publié.',
    },
  },
  infeasible: {
    status: 422,
    what: {
      es: 'La exigencia no se puede cumplir: la celda {cell} no queda protegida ni aunque se oculte todo lo que puede ocultarse.',
      en: 'The requirement cannot be met: the cell {cell} is not protected even when everything that may be hidden is hidden.',
      fr: 'L’exigence ne peut être satisfaite : la cellule {cell} n’est pas protégée même si tout ce qui peut l’être est masqué.',
    },
    advice: {
      es: 'Publique menos detalle (menos dimensiones o códigos más amplios) o una regla menos estricta; no se ha publicado nada.',
      en: 'Publish less detail (fewer dimensions or coarser codes) or a less strict rule; nothing was published.',
      fr: 'Publiez moins de détail (moins de dimensions ou des codes plus larges) ou une règle moins stricte ; rien n’a été publié.',
    },
  },
  'budget-spent': {
    status: 429,
    what: {
      es: 'El presupuesto de privacidad de {holder} no alcanza: quedan {left} y la consulta pide {asked}.',
      en: 'The privacy budget of {holder} is not enough: {left} is left and the query asks for {asked}.',
      fr: 'Le budget de confidentialité de {holder} ne suffit pas : il reste {left} et la requête demande {asked}.',
    },
    advice: {
      es: 'Pida una tabla más amplia con menos presupuesto, o espere al próximo período.',
      en: 'Ask for a coarser table with less budget, or wait for the next period.',
      fr: 'Demandez un tableau plus large avec moins de budget, ou attendez la prochaine période.',
    },
  },
  'levels-cross': {
    status: 422,
    what: {
      es: 'Esta tabla junta dos niveles de una dimensión que se cortan entre sí: {levels}.',
      en: 'This table puts two levels of one dimension together that cut across each other: {levels}.',
      fr: 'Ce tableau réunit deux niveaux d’une dimension qui se recoupent : {levels}.',
    },
    advice: {
      es: 'Use uno solo de los dos. Juntos separarían a unas pocas personas, y las cifras de personas se muestran solo en cortes fijos.',
      en: 'Use one of the two. Together they would set a few persons apart, and figures of persons are shown in fixed cuts only.',
      fr: 'N’en gardez qu’un. Ensemble, ils isoleraient quelques personnes, et les chiffres sur les personnes ne sont montrés que selon des coupes fixes.',
    },
  },
  'hypercube-too-deep': {
    status: 422,
    what: {
      es: 'Esta tabla cruza {count} dimensiones, contando los filtros ({dimensions}); de personas se muestran a lo sumo {limit}.',
      en: 'This table crosses {count} dimensions, filters included ({dimensions}); figures of persons are shown by {limit} at most.',
      fr: 'Ce tableau croise {count} dimensions, filtres compris ({dimensions}) ; les chiffres sur les personnes sont montrés selon {limit} au plus.',
    },
    advice: {
      es: 'Quite una dimensión o un filtro: con tanto detalle las celdas serían de muy pocas personas.',
      en: 'Take a dimension or a filter away: with so much detail cells would be of very few persons.',
      fr: 'Retirez une dimension ou un filtre : avec autant de détail, les cellules ne compteraient que très peu de personnes.',
    },
  },
  'perturbation-impossible': {
    status: 422,
    what: {
      es: 'Ninguna tabla de perturbación tiene varianza {variance}, cota {bound} y recuento mínimo {smallest} para el recuento {count}.',
      en: 'No perturbation table has variance {variance}, bound {bound} and smallest count {smallest} for the count {count}.',
      fr: 'Aucune table de perturbation n’a la variance {variance}, la borne {bound} et l’effectif minimal {smallest} pour l’effectif {count}.',
    },
    advice: {
      es: 'Aumente la cota o cambie la varianza.',
      en: 'Raise the bound or change the variance.',
      fr: 'Augmentez la borne ou changez la variance.',
    },
  },
})
