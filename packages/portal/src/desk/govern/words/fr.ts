import { frenchDocuments } from './documents-fr.ts'
import type { GovernWording } from './govern-wording.ts'

export const french: GovernWording = {
  due: 'Ce qui arrive à échéance',
  nothingDue: 'Rien n’est en attente.',
  what: 'Quoi',
  by: 'Échéance',
  late: 'en retard',
  registers: 'Registres',
  inventory: 'Quelles données existent',
  countsElsewhere:
    'Un tiret\u00a0: le nombre d’enregistrements d’un autre pays est donné dans ce pays.',
  inventoryLead:
    'Chaque jeu de données : à qui il est, combien il y en a, avec qui il est partagé et ce qui en a été fait.',
  audit: 'Journal d’audit',
  newRequest: 'Inscrire une demande',
  back: 'Protection des données',
  document: 'Document',
  version: 'Version',
  standing: 'État',
  standings: {
    unsigned: 'non signé',
    'half-signed': 'signé par une partie',
    waiting: 'attend l’approbation',
    approved: 'approuvée',
    open: 'ouverte ; l’autorité est prévenue',
    closed: 'close',
    answered: 'a reçu une réponse',
    told: 'prévenu',
    acknowledged: 'avec accusé de réception',
    'not-yet': (by) => `en vigueur à partir du ${by}`,
    'in-force': (by) => `en vigueur jusqu’au ${by}`,
    'ending-soon': (by) => `expire bientôt\u00a0: en vigueur jusqu’au ${by}`,
    'to-be-ended': (by) => `en vigueur\u00a0; il y est mis fin le ${by}`,
    over: (by) => `a expiré le ${by}`,
    ended: (by) => `il y a été mis fin le ${by}`,
    revoked: (by) => `retirée le ${by}`,
    'not-approved': (by) => `close le ${by} sans approbation`,
    due: (by) => `au plus tard le ${by}`,
    late: (by) => `échu le ${by}`,
  },
  changed: 'Modifié',
  none: 'Il n’y en a pas encore.',
  kinds: {
    access: 'Accès',
    correction: 'Rectification',
    restriction: 'Limitation',
    erasure: 'Effacement',
  },
  states: {
    received: 'Reçue, identité à vérifier',
    verified: 'Identité vérifiée',
    done: 'Satisfaite',
    refused: 'Refusée',
  },
  abouts: {
    correction: 'Rectifiés',
    erasure: 'Effacés',
    restriction: 'Limités',
    lifting: 'Limitation levée',
  },
  request: {
    kind: 'Ce que demande la personne',
    state: 'État',
    received: 'Reçue le',
    owner: 'Institution',
    ownerHint: 'Celle à qui sont les enregistrements.',
    records: 'Enregistrements',
    waits: 'Dans des formulaires, non remis',
    checked: 'Identité vérifiée par',
    lifted: 'Levée le',
    notices: 'Avis aux destinataires',
    recipient: 'Destinataire',
    told: 'Prévenu',
    acknowledged: 'Accusé de réception',
    markTold: 'Noter l’envoi',
    markAcknowledged: 'Noter l’accusé de réception',
    search: 'Cherchez les enregistrements de la personne',
    searchLead:
      'Ce qui concorde en tout ce que vous donnez est trouvé ; ce qui laisse quelque chose ouvert, et ce que l’appariement y rattache, est proposé à part. Ce que vous cherchez n’est pas gardé ; que vous ayez cherché, si.',
    document: 'Numéro du document',
    given: 'Prénoms',
    family: 'Noms de famille',
    birth: 'Date de naissance',
    find: 'Chercher',
    found: (records) =>
      records === 0
        ? 'Aucun enregistrement trouvé.'
        : records === 1
          ? '1 enregistrement trouvé.'
          : `${records} enregistrements trouvés.`,
    waiting: (entries) =>
      entries === 1
        ? 'Un autre attend dans un formulaire ; il est retenu jusqu’à votre réponse.'
        : `${entries} autres attendent dans des formulaires ; ils sont retenus jusqu’à votre réponse.`,
    elsewhere: (country) =>
      `La délégation à la protection des données de ce pays y répond : ${country}.`,
    tied: 'Enregistrements qui ne disent pas tout ce que vous cherchez',
    tiedLead:
      'Ceux qui sont cochés entrent dans la demande. Des douteux vous décidez, un par un : donner, rectifier ou effacer l’enregistrement d’une autre personne lui nuit aussi.',
    tiedCount: (records) => (records === 1 ? '1 enregistrement' : `${records} enregistrements`),
    tiedOne: (batch, record) => `lot ${batch}, enregistrement ${record}`,
    ties: {
      open: () => 'Rien n’y contredit ce qui est cherché ; il ne dit pas le reste.',
      linked: (probability) =>
        probability === null
          ? 'L’appariement le rattache à la personne, sans doute raisonnable.'
          : `L’appariement le rattache à la personne avec une probabilité de ${percent(probability)} : vérifiez-le.`,
      document: () =>
        'Même numéro de document, mais un autre nom ou une autre naissance : vérifiez-le.',
      possible: (probability) =>
        `L’appariement n’a pas pu décider (probabilité ${percent(probability ?? 0)}) : vérifiez-le.`,
    },
    identityTitle: 'Avez-vous vérifié que la demande vient bien de cette personne ?',
    identity: 'Oui, je l’ai vérifié.',
    identityPending:
      'Pas encore. La demande est inscrite comme reçue et son délai court ; rien n’est cherché, lu ni modifié avant la vérification.',
    needsIdentity: 'Dites si vous avez vérifié que la demande vient bien de cette personne.',
    pendingLead:
      'Il reste à vérifier que la demande vient bien de cette personne. Le délai court depuis la réception ; avant la vérification, rien n’est cherché, lu ni modifié.',
    markChecked: 'Noter que j’ai vérifié l’identité',
    closeUnproved: 'La clore : l’identité n’a pu être établie',
    closeHint:
      'Sans noms : le registre n’oublie pas. Dites ce qui a été demandé pour l’établir et ce qui manquait ; la personne reçoit ce motif et peut refaire sa demande.',
    save: 'Inscrire la demande',
    needsRecords: 'Cherchez d’abord la personne.',
    noneFound:
      'Si vous avez cherché par tout ce qui nomme la personne, inscrivez quand même la demande : il y est répondu dans le délai que rien n’est conservé.',
    noneNamed:
      'Cette demande ne nomme aucun enregistrement. Cherchez de nouveau la personne avant de répondre : quelque chose a pu arriver entre-temps.',
    nameLead:
      'Si ce sont les enregistrements de la personne, nommez-les dans la demande ; on pourra alors y donner suite.',
    name: 'Les nommer dans la demande',
    noneHeldLead:
      'Le nœud cherche encore une fois, par le document seul et par les noms seuls. S’il ne trouve rien non plus, la demande est réglée et vous recevez une réponse signée pour la personne. Là où les noms ont été effacés, ou ne sont jamais venus, on ne peut chercher personne : la réponse dit combien d’enregistrements cela fait.',
    noneHeld: 'Répondre que rien n’est conservé',
    noneDone: 'C’est fait. Vous pouvez remettre à la personne la réponse signée.',
    noneCertificate: 'Réponse : rien n’est conservé',
    unsearched: (records, files) => {
      const bare =
        records === 1 ? '1 enregistrement sans noms' : `${records} enregistrements sans noms`
      const sent = files === 1 ? '1 fichier non importé' : `${files} fichiers non importés`
      const where = [...(records > 0 ? [bare] : []), ...(files > 0 ? [sent] : [])].join(' ni dans ')
      return `Personne n’a pu être cherché dans ${where}. La réponse signée le dit ; expliquez-le à la personne.`
    },
    access: 'Donner accès',
    accessLead:
      'Montre tous les champs des enregistrements et à qui ils ont été donnés, pour imprimer ou enregistrer. Remettez-le, puis supprimez-le.',
    accessAgain: 'Montrer à nouveau',
    accessAgainLead:
      'La réponse a déjà été donnée. Si elle s’est perdue en chemin, elle peut être montrée à nouveau ; c’est consigné.',
    givenOn: (day) => `Ce qui est conservé sur la personne, au ${day}`,
    givenOnce:
      'Ce n’est que sur cette page : imprimez ou enregistrez avant de la quitter. Remettez-le à la personne et ne gardez pas de copie.',
    print: 'Imprimer',
    saveAnswer: 'Enregistrer pour des programmes (JSON)',
    recordNumber: 'Numéro de l’enregistrement',
    recordOf: (number, dataset) => `Enregistrement ${number} (${dataset})`,
    waitsIn: (form) => `Dans le formulaire « ${form} », pas encore remis`,
    givenLead: (owner, records, waiting) => {
      const held = records === 1 ? '1 enregistrement' : `${records} enregistrements`
      const forms = waiting === 1 ? '1 fiche non remise' : `${waiting} fiches non remises`
      const what = [...(records > 0 ? [held] : []), ...(waiting > 0 ? [forms] : [])].join(' et ')
      return `${owner} vous répond\u00a0: ce nœud conserve sur vous ${what}. Tout ce qu’ils disent figure ci-dessous.`
    },
    givenRights:
      'Vous pouvez demander à la même institution de corriger ce qui est faux, d’en limiter l’usage ou de l’effacer, et y déposer une plainte.',
    givenTo: 'À qui ils ont été donnés',
    givenToNobody: 'À personne.',
    erasure: 'Effacer pour toujours',
    erasureLead:
      'Les enregistrements quittent lots, personnes, parcours et cubes. C’est sans retour. Faites ensuite une sauvegarde.',
    restriction: 'Limiter',
    restrictionLead:
      'Les enregistrements sont mis à part : ils ne comptent nulle part jusqu’à la levée.',
    lift: 'Lever la limitation',
    because: 'Pourquoi',
    correction: 'Rectifier',
    correctionLead:
      'Choisissez le champ qui est faux, puis écrivez ou choisissez ce qu’il doit dire.',
    field: 'Champ',
    value: 'Valeur exacte',
    noValue: 'Doit rester sans valeur',
    fieldTwice: (field) => `${field} : déjà choisi plus haut`,
    certificateLead:
      'Il dit de quelle demande il s’agit, combien d’enregistrements ont été effacés et quel jour, et le nœud le signe ; il ne nomme personne.',
    noneCertificateLead:
      'Elle dit où et par quels champs la personne a été cherchée et quel jour, et le nœud la signe ; elle ne nomme personne.',
    certificate: 'Certificat d’effacement',
    saveCertificate: 'Enregistrer le certificat',
    outcome: 'Résultat',
    refuse: 'Ne pas donner suite à la demande',
    refuseHint: 'Sans noms : le registre n’oublie pas. La personne reçoit ce motif.',
    done: 'C’est fait. Ce qui a été tiré des enregistrements est refait.',
  },
  notices: {
    lead: 'Ce que sont devenus des enregistrements donnés à d’autres : qui les détient les rectifie, les écarte ou les efface aussi.',
    open: 'Sans accusé de réception',
    settled: 'Avec accusé de réception',
    nothing: 'Il n’y en a pas.',
    notSent: 'Pas encore envoyé',
    publisher: 'Qui publie dans ce nœud',
    request: 'demande',
    through: { agreement: 'Accord', release: 'Publication', transfer: 'Transmission' },
  },
  documents: frenchDocuments,
  retention: {
    title: 'Durées de conservation',
    lead: 'Chaque activité de traitement dit combien de temps les noms et les enregistrements se conservent. Voici ce qui est arrivé à son terme et s’efface.',
    nothing: 'Rien ne dépasse sa durée de conservation.',
    count: (things) =>
      things === 1
        ? '1 élément dépasse sa durée de conservation.'
        : `${things} éléments dépassent leur durée de conservation.`,
    dataset: 'Jeu de données',
    batch: 'Fichier',
    what: 'Ce qui part',
    since: 'Depuis',
    kinds: {
      identities: 'Les noms',
      records: 'Noms et enregistrements',
      entries: 'Fiches en attente dans un formulaire',
      drafts: 'Brouillons de formulaires',
      files: 'Fichiers envoyés et non importés',
    },
    caution:
      'C’est sans retour. Les chiffres publiés restent ; ce qui sera compté ensuite le sera sans cela. Faites ensuite une sauvegarde.',
    erase: 'Effacer définitivement',
    eraseOwn: 'Effacer définitivement ce qui est de votre pays',
    erased: (things) =>
      things === 1
        ? '1 élément de la liste est effacé.'
        : `${things} éléments de la liste sont effacés.`,
    runs: 'Ce qui a été effacé',
    runsLead:
      'Le nœud regarde chaque jour et efface de lui-même ; chaque effacement est au journal d’audit.',
    noRun: 'Le nœud n’a pas encore regardé.',
    when: 'Quand',
    whose: { daily: 'De lui-même', 'by-hand': 'À la main' },
    outcomes: {
      running: 'En cours',
      done: 'Fait',
      held: 'Retenu : rien n’a été effacé',
      failed: 'Échoué',
    },
    outcome: 'Résultat',
    nothingErased: 'Rien',
    ofOthers: 'D’institutions d’un autre pays',
    onlyOthers:
      'Ce qui a atteint son terme est d’institutions d’autres pays : leurs délégations l’effacent, ou le nœud de lui-même lors de son passage quotidien.',
    left: (things) =>
      things === 1
        ? '1 élément d’autres pays est resté.'
        : `${things} éléments d’autres pays sont restés.`,
    of: (batch, dataset) => `fichier ${batch} (${dataset})`,
    unscheduled: (datasets) =>
      `Aucune activité ne dit combien de temps les conserver, rien n’en est donc effacé : ${datasets}. Inscrivez chacun au registre des jeux de données avec son activité.`,
    backups: 'Sauvegardes',
    noBackup:
      'Aucune sauvegarde n’est connue. La personne qui administre en fait une avec « caudal backup ».',
    newestBackup: (at) => `La sauvegarde la plus récente est du ${at}.`,
    oldBackup: 'Cela fait plus d’un jour et demi.',
    keptBackups: (count, oldest) =>
      count === 1
        ? '1 est conservée.'
        : `${count} sont conservées ; la plus ancienne est du ${oldest}.`,
    holdErased:
      'Les sauvegardes d’avant contiennent, chiffré, ce qui a été effacé depuis. Cela en disparaît quand elles sont supprimées : « caudal backup … --keep » le fait.',
  },
  waiting: {
    title: 'Ce qui attend hors des lots',
    lead: 'Fiches saisies par formulaire et fichiers envoyés qui ne sont pas encore un lot : chiffrés, à la portée des demandes des personnes, et effacés à leur terme.',
    what: 'Quoi',
    count: 'Combien',
    owner: 'Propriétaire',
    held: 'Retenus par des demandes',
    oldest: 'Le plus ancien',
    keptUntil: 'Effacé à partir du',
    noEnd: 'Personne ne l’a dit',
    files: 'Fichiers envoyés',
    processed: 'Ce qui est conservé sous cette activité',
    nothingProcessed: 'Rien en ce moment.',
  },
  held: {
    dataset: 'Jeu de données',
    owner: 'Propriétaire',
    nobody: 'Personne ne l’a dit',
    batches: 'Lots',
    records: 'Enregistrements',
    withNames: 'Avec noms',
    withheld: 'Mis à part',
    erased: 'Effacés',
    shared: 'Partagé avec',
    used: 'Cubes et publications',
  },
  log: {
    lead: 'Qui a fait quoi, quand et à quelle fin. Le journal nomme les enregistrements par leur numéro et ne garde rien de ce qu’ils disent.',
    when: 'Quand',
    who: 'Qui',
    what: 'Quoi',
    purpose: 'Finalité',
    outcome: 'Issue',
    outcomes: {
      allow: 'Permis',
      mask: 'Donné en partie',
      refuse: 'Refusé',
      done: 'Fait',
      failed: 'Échoué',
    },
    vias: {
      person: 'Personne',
      token: 'Programme',
      job: 'Tâche',
      terminal: 'Terminal',
      anonymous: 'Personne d’identifié',
    },
    older: 'Entrées antérieures',
    newest: 'Entrées les plus récentes',
    entries: (size) => `${size} entrées en tout.`,
    entry: (index) => `Entrée ${index}`,
    proved: 'Cette entrée est dans le journal, inchangée.',
    notProved:
      'Cette entrée n’est pas prouvée : le journal a été modifié ou la réponse est fausse.',
    provedLead: (size) =>
      `Votre navigateur vient de calculer la racine du journal à partir de l’entrée et l’a comparée au point de contrôle de ${size} entrées que le nœud a signé.`,
    text: 'L’entrée telle qu’elle est consignée',
    checkpoint: 'Point de contrôle signé',
    signature: 'Signature de l’état',
    signatures: {
      good: 'L’état est signé par cette clé.',
      bad: 'L’état n’est pas signé par cette clé : ne vous y fiez pas.',
      unknown:
        'Ce navigateur ne sait pas vérifier une telle signature. « caudal audit verify » le sait.',
    },
    signatureLead:
      'Votre navigateur a vérifié la signature par la clé ci-dessous, que le nœud lui-même a donnée. Comparez-la à celle que vous avez reçue quand le journal a commencé.',
    keptKey: 'Clé que vous gardez',
    keptKeyHint: 'Mettez-la ici et la signature est vérifiée par elle, non sur la parole du nœud.',
    path: 'Empreintes de l’entrée à la racine',
  },
}

/** A probability as a whole percentage, never rounded up to certainty. */
function percent(probability: number): string {
  return `${Math.min(99, Math.floor(probability * 100))} %`
}
