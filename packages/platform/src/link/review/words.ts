import type { Language } from '@caudal/methods/vocabulary'

interface ReviewWords {
  readonly review: string
  readonly country: string
  readonly count: string
  readonly from: string
  readonly explain: string
  readonly record: string
  readonly other: string
  readonly decide: string
  readonly kind: string
  readonly because: string
  readonly undo: string
  readonly decision: string
  readonly decisions: string
  readonly quality: string
  readonly open: (open: string, country: string, run: number) => string
  readonly none: (country: string) => string
  readonly masked: string
  readonly prior: string
  readonly kin: string
  readonly crossings: string
  readonly weight: (bits: string, percent: string) => string
  readonly byDecision: string
  readonly decided: (decision: number, country: string) => string
  readonly undone: (decision: number, undoing: number) => string
  readonly person: (person: string, cards: string) => string
  readonly records: (records: string) => string
  readonly kinds: Readonly<Record<'same' | 'different', string>>
  readonly undoneBy: (who: string) => string
  readonly truth: (precision: string, recall: string, cut: string, together: string) => string
  readonly estimated: (name: string, estimate: string, low: string, high: string) => string
  readonly precision: string
  readonly recall: string
  readonly rates: (matched: string, imputed: string, aside: string, repeated: string) => string
  readonly post: (post: string, percent: string, crossings: string) => string
  readonly unknownPost: string
  readonly group: (group: string, recall: string, persons: string) => string
  readonly circle: (
    institutions: string,
    records: string,
    persons: string,
    matched: string,
  ) => string
  readonly nobody: string
}

export const reviewWords: Readonly<Record<Language, ReviewWords>> = {
  es: {
    review: 'Muestra los pares que esperan una decisión, los más probables primero',
    country: 'código del país',
    count: 'cuántos pares',
    from: 'desde qué lugar de la cola',
    explain:
      'Explica por qué dos registros son, o no, de una persona; con uno solo, por qué lo son los suyos',
    record: 'número de un registro o de una ficha',
    other: 'número del otro',
    decide:
      'Decide de dos registros: una persona (same) o dos (different); obliga a las ejecuciones siguientes',
    kind: 'same o different',
    because: 'motivo, en una frase',
    undo: 'Deshace una decisión; ambas quedan en el registro',
    decision: 'número de la decisión',
    decisions: 'Muestra lo decidido, también lo deshecho',
    quality: 'Mide la calidad del enlace: tasas, estimaciones y, donde se conoce, la verdad',
    open: (open, country, run) => `${country}, ejecución ${run}: ${open} pares esperan.`,
    none: (country) => `${country}: ningún par espera.`,
    masked: '(oculto)',
    prior: 'antes de comparar',
    kin: 'lo que explica el parentesco',
    crossings: 'cómo se alternan los cruces',
    weight: (bits, percent) => `peso ${bits} bits, probabilidad ${percent}`,
    byDecision: 'por decisión de una persona',
    decided: (decision, country) =>
      `Decisión ${decision} anotada. Vale desde la próxima ejecución: caudal link run ${country}.`,
    undone: (decision, undoing) => `Decisión ${decision} deshecha (${undoing}).`,
    person: (person, cards) => `Persona ${person}: ${cards} fichas.`,
    records: (records) => `${records} registros`,
    kinds: { same: 'una persona', different: 'dos personas' },
    undoneBy: (who) => `deshecha por ${who}`,
    truth: (precision, recall, cut, together) =>
      `  frente a la verdad: precisión ${precision}, exhaustividad ${recall}; ${cut} personas partidas, ${together} grupos de más de una.`,
    estimated: (name, estimate, low, high) =>
      `  ${name} estimada: ${estimate} (de ${low} a ${high}).`,
    precision: 'precisión',
    recall: 'exhaustividad',
    rates: (matched, imputed, aside, repeated) =>
      `  enlazados ${matched}; cruces intercalados ${imputed}, fuera de la historia ${aside}; mismo sentido que el anterior ${repeated}.`,
    post: (post, percent, crossings) =>
      `    ${post}: ${percent} de ${crossings} cruces en el mismo sentido.`,
    unknownPost: 'puesto desconocido',
    group: (group, recall, persons) =>
      `    ${group}: exhaustividad ${recall}, ${persons} personas.`,
    circle: (institutions, records, persons, matched) =>
      `  por separado, ${institutions}: ${records} registros, ${persons} personas, enlazados ${matched}.`,
    nobody: 'registros de ninguna institución',
  },
  en: {
    review: 'Show the pairs that wait for a decision, the likeliest first',
    country: 'code of the country',
    count: 'how many pairs',
    from: 'from which place of the queue',
    explain:
      'Explain why two records are, or are not, one person; of one alone, why its records are',
    record: 'number of a record or a card',
    other: 'number of the other',
    decide: 'Decide of two records: one person (same) or two (different); binds later runs',
    kind: 'same or different',
    because: 'the reason, in a sentence',
    undo: 'Undo a decision; both stay in the register',
    decision: 'number of the decision',
    decisions: 'Show what was decided, what was undone too',
    quality: 'Measure the quality of linkage: rates, estimates and, where it is known, the truth',
    open: (open, country, run) => `${country}, run ${run}: ${open} pairs wait.`,
    none: (country) => `${country}: no pair waits.`,
    masked: '(hidden)',
    prior: 'before comparing',
    kin: 'what kinship explains',
    crossings: 'how crossings alternate',
    weight: (bits, percent) => `weight ${bits} bits, probability ${percent}`,
    byDecision: 'decided by a person',
    decided: (decision, country) =>
      `Decision ${decision} noted. It holds from the next run on: caudal link run ${country}.`,
    undone: (decision, undoing) => `Decision ${decision} undone (${undoing}).`,
    person: (person, cards) => `Person ${person}: ${cards} cards.`,
    records: (records) => `${records} records`,
    kinds: { same: 'one person', different: 'two persons' },
    undoneBy: (who) => `undone by ${who}`,
    truth: (precision, recall, cut, together) =>
      `  against the truth: precision ${precision}, recall ${recall}; ${cut} persons cut, ${together} clusters of more than one.`,
    estimated: (name, estimate, low, high) =>
      `  ${name}, estimated: ${estimate} (${low} to ${high}).`,
    precision: 'precision',
    recall: 'recall',
    rates: (matched, imputed, aside, repeated) =>
      `  matched ${matched}; crossings inserted ${imputed}, not part of a history ${aside}; same direction as the one before ${repeated}.`,
    post: (post, percent, crossings) =>
      `    ${post}: ${percent} of ${crossings} crossings in the same direction.`,
    unknownPost: 'post unknown',
    group: (group, recall, persons) => `    ${group}: recall ${recall}, ${persons} persons.`,
    circle: (institutions, records, persons, matched) =>
      `  apart, ${institutions}: ${records} records, ${persons} persons, matched ${matched}.`,
    nobody: 'records of no institution',
  },
  fr: {
    review: 'Montrer les paires qui attendent une décision, les plus probables d’abord',
    country: 'code du pays',
    count: 'combien de paires',
    from: 'à partir de quel rang de la file',
    explain:
      'Expliquer pourquoi deux enregistrements sont, ou non, une personne ; d’un seul, pourquoi les siens le sont',
    record: 'numéro d’un enregistrement ou d’une fiche',
    other: 'numéro de l’autre',
    decide:
      'Décider de deux enregistrements : une personne (same) ou deux (different) ; lie les exécutions suivantes',
    kind: 'same ou different',
    because: 'le motif, en une phrase',
    undo: 'Annuler une décision ; les deux restent au registre',
    decision: 'numéro de la décision',
    decisions: 'Montrer ce qui a été décidé, y compris ce qui a été annulé',
    quality:
      'Mesurer la qualité de l’appariement : taux, estimations et, si elle est connue, la vérité',
    open: (open, country, run) => `${country}, exécution ${run} : ${open} paires attendent.`,
    none: (country) => `${country} : aucune paire n’attend.`,
    masked: '(masqué)',
    prior: 'avant de comparer',
    kin: 'ce qu’explique la parenté',
    crossings: 'l’alternance des franchissements',
    weight: (bits, percent) => `poids ${bits} bits, probabilité ${percent}`,
    byDecision: 'par décision d’une personne',
    decided: (decision, country) =>
      `Décision ${decision} notée. Elle vaut dès la prochaine exécution : caudal link run ${country}.`,
    undone: (decision, undoing) => `Décision ${decision} annulée (${undoing}).`,
    person: (person, cards) => `Personne ${person} : ${cards} fiches.`,
    records: (records) => `${records} enregistrements`,
    kinds: { same: 'une personne', different: 'deux personnes' },
    undoneBy: (who) => `annulée par ${who}`,
    truth: (precision, recall, cut, together) =>
      `  face à la vérité : précision ${precision}, rappel ${recall} ; ${cut} personnes coupées, ${together} groupes de plus d’une.`,
    estimated: (name, estimate, low, high) =>
      `  ${name}, estimation : ${estimate} (de ${low} à ${high}).`,
    precision: 'précision',
    recall: 'rappel',
    rates: (matched, imputed, aside, repeated) =>
      `  appariés ${matched} ; franchissements insérés ${imputed}, hors de l’histoire ${aside} ; même sens que le précédent ${repeated}.`,
    post: (post, percent, crossings) =>
      `    ${post} : ${percent} de ${crossings} franchissements dans le même sens.`,
    unknownPost: 'poste inconnu',
    group: (group, recall, persons) => `    ${group} : rappel ${recall}, ${persons} personnes.`,
    circle: (institutions, records, persons, matched) =>
      `  à part, ${institutions} : ${records} enregistrements, ${persons} personnes, appariés ${matched}.`,
    nobody: 'enregistrements d’aucune institution',
  },
}
