import type { Language } from '@caudal/methods/vocabulary'
import type { ReleaseState } from './release-state.ts'
import type { Difference } from './verify.ts'

interface ReleaseCommandWords {
  readonly release: string
  readonly draft: string
  readonly show: string
  readonly list: string
  readonly approve: string
  readonly reject: string
  readonly publish: string
  readonly supersede: string
  readonly verify: string
  readonly template: string
  readonly plan: string
  readonly country: string
  readonly period: string
  readonly threshold: string
  readonly institution: string
  /** Where nobody knows in whose name it comes out. */
  readonly noInstitution: string
  readonly as: string
  readonly at: string
  readonly by: string
  readonly remark: string
  readonly steps: Readonly<Record<'count' | 'suppress' | 'attack' | 'bake', string>>
  readonly states: Readonly<Record<ReleaseState, string>>
  readonly none: string
  drafted(id: string): string
  /** @param above per cent above the optimum, at most; undefined where it is the optimum */
  findings(cube: string, hidden: number, cells: number, above: string | undefined): string
  /** @param cells with their noun; undefined where none was hidden */
  attacked(cells: string | undefined, releases: number): string
  openFigures: string
  leftOut(cubes: string): string
  decided(id: string, state: string): string
  embargo(id: string, at: string): string
  next(command: string): string
  verified(files: number, compared: 'files' | 'tables'): string
  differs(files: readonly string[]): string
  /** Between a file and what is wrong with it. */
  readonly colon: string
  /** What is wrong with a file, of which the name stands before it. */
  readonly difference: Readonly<Record<Difference['kind'], string>>
  readonly otherMethod: string
  /** @param is '' where there is no such cube any more */
  methodOf(cube: string, was: string, is: string): string
  hiddenOtherwise(figures: string): string
  notRecomputable(records: number): string
  /** Of a batch that is not as it was; with no records erased where it was altered or lost otherwise. */
  erasedOf(batch: number, records: number): string
  event(at: string, actor: string, kind: string): string
  readonly confirmClock: string
  readonly yes: string
  clockAhead(minutes: number): string
  clockConfirmed(at: string): string
  kinds: Readonly<Record<'drafted' | 'approved' | 'rejected' | 'scheduled' | 'superseded', string>>
}

/** The words of `caudal release` and `caudal verify`. */
export const releaseCommandWords: Readonly<Record<Language, ReleaseCommandWords>> = {
  es: {
    confirmClock: 'Dice que el reloj del nodo está bien, donde el nodo lo pone en duda.',
    yes: 'Está bien lo que muestra el reloj',
    clockAhead: (minutes) =>
      `El reloj del nodo se ha adelantado ${minutes} ${minutes === 1 ? 'minuto' : 'minutos'} a lo que puede haber pasado. Los embargos siguen el tiempo contado. Corríjalo o, si está bien: caudal release confirm-clock --yes`,
    clockConfirmed: (at) => `El nodo cree a su reloj desde ${at}.`,
    release: 'Publicaciones: redactar, revisar entre dos, publicar a su hora, sustituir.',
    draft: 'Redacta una publicación: cuenta, protege y ataca junto a todo lo ya publicado.',
    show: 'Muestra una publicación, lo que encontró el atacante y quién decidió qué.',
    list: 'Enumera las publicaciones.',
    approve: 'Aprueba un borrador; lo hace otra persona que la que lo redactó.',
    reject: 'Rechaza un borrador, o retira una aprobación antes de que se publique.',
    publish: 'Publica lo aprobado, ya o a una hora, que puede cambiarse hasta que llega.',
    supersede: 'Dice que otra publicación ocupa el lugar de esta.',
    verify: 'Comprueba la firma de una publicación y la recalcula desde sus registros.',
    template: 'Plantilla',
    plan: 'Plan propio (JSON) en vez de una plantilla',
    country: 'País (SLV)',
    period: 'Mes (2019-05) o año (2019)',
    threshold: 'Personas que una celda ha de tener para mostrarse sin más',
    institution:
      'Institución que la publica, por su identificador en el registro (govern list institution)',
    noInstitution:
      'Nadie figura como institución que la publica, tampoco en «Cómo citar»: dé --institution al redactar.',
    as: 'Quién actúa; queda junto a la decisión',
    at: 'Cuándo se hace pública, con su zona (2026-03-01T12:00:00Z)',
    by: 'La publicación que ocupa su lugar',
    remark: 'Comentario que queda junto a la decisión',
    steps: { count: 'Recuento', suppress: 'Supresión', attack: 'Ataque', bake: 'Archivos' },
    states: {
      draft: 'borrador',
      rejected: 'rechazada',
      approved: 'aprobada',
      scheduled: 'con hora de salida',
      published: 'publicada',
      superseded: 'sustituida',
    },
    none: 'Aún no hay publicaciones.',
    drafted: (id) => `Redactada: ${id}`,
    findings: (cube, hidden, cells, above) =>
      `${cube}: se ${hidden === 1 ? 'oculta' : 'ocultan'} ${hidden} de ${cells} ${cells === 1 ? 'celda' : 'celdas'}${above === undefined ? ', lo mínimo posible' : `, ${above} sobre el óptimo como mucho`}.`,
    attacked: (cells, releases) =>
      `Atacada sola${releases === 0 ? '' : ` y con ${releases === 1 ? 'una publicación anterior' : `${releases} publicaciones anteriores`}`}: ${cells === undefined ? 'no había celdas ocultas que abrir' : `${cells} por proteger, no se abre ninguna`}.`,
    openFigures: 'Todas sus figuras eran ya públicas: no se oculta nada.',
    leftOut: (cubes) =>
      `Queda fuera, por no haber registros de ese lugar y período o ser de muy pocas personas: ${cubes}.`,
    decided: (id, state) => `${id}: ${state}.`,
    embargo: (id, at) =>
      `${id} se hará pública el ${at}; hasta entonces la hora se puede cambiar con el mismo comando.`,
    next: (command) => `Sigue: ${command}`,
    verified: (files, compared) =>
      compared === 'files'
        ? `verificada: firma, sumas y recálculo coinciden en ${files} ${files === 1 ? 'archivo' : 'archivos'}.`
        : `verificada: firma y sumas son correctas, y el recálculo da las mismas cifras en ${files} ${files === 1 ? 'tabla' : 'tablas'}. Los archivos los escribió otra versión del programa.`,
    differs: (files) => `difiere: ${files.join(', ')}`,
    colon: ': ',
    difference: {
      altered: 'su contenido no es el que se redactó',
      missing: 'falta',
      added: 'no es de la publicación; alguien lo puso después',
      'other-key': 'no es el que se redactó, y nombra otra clave que la de este nodo',
      'other-signature': 'no es la firma de manifest.json con la clave de este nodo',
      recount: 'recalculado de los registros sale otra cosa',
    },
    otherMethod:
      'no recalculable: este programa cuenta o protege de otro modo que el que la redactó. La firma y las sumas son correctas.',
    methodOf: (cube, was, is) =>
      is === ''
        ? `${cube}: este programa ya no tiene este cubo (método ${was})`
        : `${cube}: redactada con el método ${was}, ahora es el ${is}`,
    hiddenOtherwise: (figures) =>
      `otras celdas ocultas en: ${figures}; toda cifra que muestran ambas es la misma`,
    notRecomputable: (records) =>
      `no recalculable: ${records} ${records === 1 ? 'registro borrado' : 'registros borrados'} desde entonces. La firma y las sumas son correctas.`,
    erasedOf: (batch, records) =>
      records === 0
        ? `lote ${batch}: lo que se contó de él ya no se conserva como era`
        : `lote ${batch}: ${records} ${records === 1 ? 'registro' : 'registros'}`,
    event: (at, actor, kind) => `${at}  ${kind}, ${actor}`,
    kinds: {
      drafted: 'redactada',
      approved: 'aprobada',
      rejected: 'rechazada',
      scheduled: 'hora de salida',
      superseded: 'sustituida',
    },
  },
  en: {
    confirmClock: 'Says that the clock of the node is right, where the node doubts it.',
    yes: 'What the clock shows is right',
    clockAhead: (minutes) =>
      `The clock of the node is ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ahead of what can have passed. Embargoes go by the time that was counted. Set it right or, if it is: caudal release confirm-clock --yes`,
    clockConfirmed: (at) => `The node believes its clock from ${at} on.`,
    release: 'Releases: draft, review by two, publish at its time, replace.',
    draft: 'Draft a release: count, protect, and attack together with all released before.',
    show: 'Show a release, what the attacker found, and who decided what.',
    list: 'List the releases.',
    approve: 'Approve a draft; done by another person than the one who drafted it.',
    reject: 'Reject a draft, or take an approval back before it is out.',
    publish: 'Publish what is approved, now or at a time that may change until it comes.',
    supersede: 'Say that another release has taken the place of this one.',
    verify: 'Check the signature of a release and compute it again from its records.',
    template: 'Template',
    plan: 'A plan of your own (JSON) instead of a template',
    country: 'Country (SLV)',
    period: 'Month (2019-05) or year (2019)',
    threshold: 'Persons that a cell must hold to be shown as it is',
    institution:
      'Institution that publishes it, by its id in the register (govern list institution)',
    noInstitution:
      'Nobody is named as the institution that publishes it, under “How to cite” neither: give --institution when drafting.',
    as: 'Who acts; kept beside the decision',
    at: 'When it becomes public, with its zone (2026-03-01T12:00:00Z)',
    by: 'The release that has taken its place',
    remark: 'A remark kept beside the decision',
    steps: { count: 'Counting', suppress: 'Suppressing', attack: 'Attacking', bake: 'Files' },
    states: {
      draft: 'a draft',
      rejected: 'rejected',
      approved: 'approved',
      scheduled: 'scheduled',
      published: 'published',
      superseded: 'superseded',
    },
    none: 'There are no releases yet.',
    drafted: (id) => `Drafted: ${id}`,
    findings: (cube, hidden, cells, above) =>
      `${cube}: ${hidden} of ${cells} ${cells === 1 ? 'cell' : 'cells'} hidden${above === undefined ? ', the least possible' : `, at most ${above} above the optimum`}.`,
    attacked: (cells, releases) =>
      `Attacked alone${releases === 0 ? '' : ` and with ${releases === 1 ? 'one earlier release' : `${releases} earlier releases`}`}: ${cells === undefined ? 'there was no hidden cell to open' : `${cells} to be protected, none leaks`}.`,
    openFigures: 'All its figures were public already: nothing is hidden.',
    leftOut: (cubes) =>
      `Left out, for there are no records of that place and period, or they are of very few persons: ${cubes}.`,
    decided: (id, state) => `${id}: ${state}.`,
    embargo: (id, at) =>
      `${id} becomes public at ${at}; until then the same command changes the time.`,
    next: (command) => `Next: ${command}`,
    verified: (files, compared) =>
      compared === 'files'
        ? `verified: signature, checksums and a new count agree on ${files} ${files === 1 ? 'file' : 'files'}.`
        : `verified: signature and checksums are right, and a new count gives the same figures in ${files} ${files === 1 ? 'table' : 'tables'}. Another version of the program wrote its files.`,
    differs: (files) => `differs: ${files.join(', ')}`,
    colon: ': ',
    difference: {
      altered: 'its content is not what was drafted',
      missing: 'it is missing',
      added: 'it is not part of the release; somebody put it there later',
      'other-key': 'it is not the one drafted, and names another key than that of this node',
      'other-signature': 'it is not the signature of manifest.json by the key of this node',
      recount: 'counted again from the records, it comes out otherwise',
    },
    otherMethod:
      'not recomputable: this program counts or protects otherwise than the one that drafted it. Signature and checksums are right.',
    methodOf: (cube, was, is) =>
      is === ''
        ? `${cube}: this program has no such cube any more (method ${was})`
        : `${cube}: drafted by method ${was}, which is ${is} by now`,
    hiddenOtherwise: (figures) =>
      `other cells are hidden in: ${figures}; every number that both show is the same`,
    notRecomputable: (records) =>
      `not recomputable: ${records} ${records === 1 ? 'record' : 'records'} erased since. Signature and checksums are right.`,
    erasedOf: (batch, records) =>
      records === 0
        ? `batch ${batch}: what was counted of it is no longer kept as it was`
        : `batch ${batch}: ${records} ${records === 1 ? 'record' : 'records'}`,
    event: (at, actor, kind) => `${at}  ${kind}, ${actor}`,
    kinds: {
      drafted: 'drafted',
      approved: 'approved',
      rejected: 'rejected',
      scheduled: 'scheduled',
      superseded: 'superseded',
    },
  },
  fr: {
    confirmClock: 'Dit que l’horloge du nœud est juste, là où le nœud en doute.',
    yes: 'Ce que montre l’horloge est juste',
    clockAhead: (minutes) =>
      `L’horloge du nœud est en avance de ${minutes} ${minutes < 2 ? 'minute' : 'minutes'} sur ce qui peut s’être écoulé. Les embargos suivent le temps compté. Corrigez-la ou, si elle est juste : caudal release confirm-clock --yes`,
    clockConfirmed: (at) => `Le nœud croit son horloge à partir de ${at}.`,
    release: 'Publications : rédiger, vérifier à deux, publier à l’heure dite, remplacer.',
    draft: 'Rédige une publication : compte, protège et attaque avec tout ce qui est déjà publié.',
    show: 'Montre une publication, ce qu’a trouvé l’attaquant et qui a décidé quoi.',
    list: 'Énumère les publications.',
    approve: 'Approuve un projet ; c’est une autre personne que celle qui l’a rédigé.',
    reject: 'Rejette un projet, ou retire une approbation avant la sortie.',
    publish: 'Publie ce qui est approuvé, tout de suite ou à une heure modifiable jusque-là.',
    supersede: 'Dit qu’une autre publication a pris la place de celle-ci.',
    verify:
      'Vérifie la signature d’une publication et la recalcule à partir de ses enregistrements.',
    template: 'Modèle',
    plan: 'Un plan à vous (JSON) au lieu d’un modèle',
    country: 'Pays (SLV)',
    period: 'Mois (2019-05) ou année (2019)',
    threshold: 'Personnes qu’une cellule doit contenir pour être montrée telle quelle',
    institution:
      'Institution qui la publie, par son identifiant au registre (govern list institution)',
    noInstitution:
      'Aucune institution n’est nommée comme celle qui publie, ni sous « Comment citer » : donnez --institution en rédigeant.',
    as: 'Qui agit ; conservé avec la décision',
    at: 'Quand elle devient publique, avec son fuseau (2026-03-01T12:00:00Z)',
    by: 'La publication qui a pris sa place',
    remark: 'Remarque conservée avec la décision',
    steps: { count: 'Comptage', suppress: 'Suppression', attack: 'Attaque', bake: 'Fichiers' },
    states: {
      draft: 'projet',
      rejected: 'rejetée',
      approved: 'approuvée',
      scheduled: 'programmée',
      published: 'publiée',
      superseded: 'remplacée',
    },
    none: 'Il n’y a pas encore de publication.',
    drafted: (id) => `Rédigée : ${id}`,
    findings: (cube, hidden, cells, above) =>
      `${cube} : ${hidden} ${hidden < 2 ? 'cellule masquée' : 'cellules masquées'} sur ${cells}${above === undefined ? ', le minimum possible' : `, au plus ${above} au-dessus de l’optimum`}.`,
    attacked: (cells, releases) =>
      `Attaquée seule${releases === 0 ? '' : ` et avec ${releases === 1 ? 'une publication antérieure' : `${releases} publications antérieures`}`} : ${cells === undefined ? 'il n’y avait aucune cellule masquée à ouvrir' : `${cells} à protéger, aucune ne fuit`}.`,
    openFigures: 'Toutes ses figures étaient déjà publiques : rien n’est masqué.',
    leftOut: (cubes) =>
      `Laissé de côté, faute d’enregistrements de ce lieu et de cette période, ou de plus de quelques personnes : ${cubes}.`,
    decided: (id, state) => `${id} : ${state}.`,
    embargo: (id, at) =>
      `${id} deviendra publique le ${at} ; jusque-là la même commande change l’heure.`,
    next: (command) => `Ensuite : ${command}`,
    verified: (files, compared) =>
      compared === 'files'
        ? `vérifiée : signature, sommes de contrôle et nouveau calcul concordent pour ${files} ${files < 2 ? 'fichier' : 'fichiers'}.`
        : `vérifiée : signature et sommes de contrôle sont justes, et le nouveau calcul donne les mêmes chiffres dans ${files} ${files < 2 ? 'tableau' : 'tableaux'}. Une autre version du programme a écrit les fichiers.`,
    differs: (files) => `diffère : ${files.join(', ')}`,
    colon: ' : ',
    difference: {
      altered: 'son contenu n’est pas celui qui a été rédigé',
      missing: 'il manque',
      added: 'il n’est pas de la publication ; quelqu’un l’a ajouté ensuite',
      'other-key':
        'ce n’est pas celui qui a été rédigé, et il nomme une autre clé que celle de ce nœud',
      'other-signature': 'ce n’est pas la signature de manifest.json par la clé de ce nœud',
      recount: 'recalculé à partir des enregistrements, il est autre',
    },
    otherMethod:
      'non recalculable : ce programme compte ou protège autrement que celui qui l’a rédigée. La signature et les sommes de contrôle sont justes.',
    methodOf: (cube, was, is) =>
      is === ''
        ? `${cube} : ce programme n’a plus ce cube (méthode ${was})`
        : `${cube} : rédigée avec la méthode ${was}, qui est maintenant la ${is}`,
    hiddenOtherwise: (figures) =>
      `d’autres cellules sont masquées dans : ${figures} ; tout chiffre que les deux montrent est le même`,
    notRecomputable: (records) =>
      `non recalculable : ${records} ${records === 1 ? 'enregistrement effacé' : 'enregistrements effacés'} depuis. La signature et les sommes de contrôle sont justes.`,
    erasedOf: (batch, records) =>
      records === 0
        ? `lot ${batch} : ce qui en a été compté n’est plus conservé tel quel`
        : `lot ${batch} : ${records} ${records === 1 ? 'enregistrement' : 'enregistrements'}`,
    event: (at, actor, kind) => `${at}  ${kind}, ${actor}`,
    kinds: {
      drafted: 'rédigée',
      approved: 'approuvée',
      rejected: 'rejetée',
      scheduled: 'heure de sortie',
      superseded: 'remplacée',
    },
  },
}
