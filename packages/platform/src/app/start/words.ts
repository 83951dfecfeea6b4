import type { Language } from '@caudal/methods/vocabulary'

interface StartWords {
  readonly description: string
  readonly port: string
  readonly host: string
  readonly address: string
  readonly certificate: string
  readonly key: string
  readonly proxy: string
  readonly empty: string
  readonly persons: string
  readonly seed: string
  readonly noLink: string
  readonly verbose: string
  readonly steps: {
    readonly pages: string
    readonly draw: string
    readonly import: (file: string) => string
    readonly cubes: string
    readonly link: string
  }
  readonly notLinked: string
  readonly already: string
  readonly preparing: string
  readonly open: (address: string) => string
  readonly synthetic: string
  readonly unprotected: string
  readonly nothingYet: string
  readonly notEmpty: string
  readonly firstAdministrator: string
  readonly stop: string
  readonly stopping: string
  readonly stopped: string
  readonly interrupted: string
}

export const startWords: Readonly<Record<Language, StartWords>> = {
  es: {
    description: 'Abre el portal; la primera vez dibuja la región sintética y la carga',
    port: 'puerto del portal; 0 toma uno libre',
    host: 'dirección en la que escucha; más allá de esta máquina, solo con --address',
    address: 'dirección https por la que se llega al nodo desde otras máquinas',
    certificate: 'archivo PEM del certificado, si el propio nodo cifra',
    key: 'archivo PEM de la clave del certificado',
    proxy: 'direcciones del servidor que cifra por el nodo, separadas por comas',
    empty: 'un nodo nuevo sin nada dentro, para sus propios archivos',
    persons: 'personas de la región sintética (solo al dibujarla)',
    seed: 'semilla de la región sintética (solo al dibujarla)',
    noLink: 'no enlaza los registros en segundo plano',
    verbose: 'escribe en la salida de errores cada petición que falla',
    steps: {
      pages: 'Construir las páginas del portal',
      draw: 'Dibujar la región sintética',
      import: (file) => `Cargar ${file}`,
      cubes: 'Calcular los cubos',
      link: 'Enlazar registros en segundo plano (el portal ya responde)',
    },
    notLinked:
      'Los registros no están enlazados: hay cruces, pero no personas ni trayectorias. Enlácelos con: caudal link run',
    already: 'ya estaba',
    preparing: 'Se prepara el nodo; si se interrumpe, el próximo inicio continúa donde quedó.',
    open: (address) => `El portal está abierto en ${address}`,
    synthetic: 'Los datos son SINTÉTICOS: dibujados por un generador, no hablan de nadie.',
    unprotected:
      'Las tablas de personas se muestran perturbadas; las exactas, a quien puede leerlas, no son para publicar.',
    nothingYet: 'El nodo está vacío. Cargue un archivo con: caudal import ARCHIVO --profile PERFIL',
    notEmpty: 'La carpeta ya tiene datos; --empty solo vale para una nueva. Se abre tal como está.',
    firstAdministrator:
      'Nadie administra el nodo todavía. Siga este enlace para crear su cuenta; vale una sola vez:',
    stop: 'Deténgalo con Ctrl-C.',
    stopping: 'Deteniendo…',
    stopped: 'Detenido.',
    interrupted: 'Interrumpido. El próximo inicio continúa donde quedó.',
  },
  en: {
    description: 'Open the portal; the first time, draw the synthetic region and load it',
    port: 'port of the portal; 0 takes a free one',
    host: 'address it listens on; beyond this machine, only with --address',
    address: 'https address by which the node is reached from other machines',
    certificate: 'PEM file of the certificate, where the node itself encrypts',
    key: 'PEM file of the key of the certificate',
    proxy: 'addresses of the server that encrypts for the node, parted by commas',
    empty: 'a new node with nothing in it, for your own files',
    persons: 'persons of the synthetic region (only when it is drawn)',
    seed: 'seed of the synthetic region (only when it is drawn)',
    noLink: 'do not link the records in the background',
    verbose: 'write every request that fails to standard error',
    steps: {
      pages: 'Build the pages of the portal',
      draw: 'Draw the synthetic region',
      import: (file) => `Load ${file}`,
      cubes: 'Compute the cubes',
      link: 'Link records in the background (the portal answers already)',
    },
    notLinked:
      'The records are not linked: there are crossings, and no persons or journeys. Link them with: caudal link run',
    already: 'was there already',
    preparing: 'Preparing the node; if interrupted, the next start goes on from there.',
    open: (address) => `The portal is open at ${address}`,
    synthetic: 'The data is SYNTHETIC: drawn by a generator, it is about nobody.',
    unprotected:
      'Tables of persons are shown perturbed; exact ones, for those who may read them, are not for publication.',
    nothingYet: 'The node is empty. Load a file with: caudal import FILE --profile PROFILE',
    notEmpty: 'The folder already holds data; --empty is for a new one. It is opened as it stands.',
    firstAdministrator:
      'Nobody administers the node yet. Follow this link to set up your account; it is good once:',
    stop: 'Stop it with Ctrl-C.',
    stopping: 'Stopping…',
    stopped: 'Stopped.',
    interrupted: 'Interrupted. The next start goes on from there.',
  },
  fr: {
    description: 'Ouvre le portail ; la première fois, dessine la région synthétique et la charge',
    port: 'port du portail ; 0 en prend un libre',
    host: 'adresse d’écoute ; au-delà de cette machine, seulement avec --address',
    address: 'adresse https par laquelle on atteint le nœud depuis d’autres machines',
    certificate: 'fichier PEM du certificat, si le nœud chiffre lui-même',
    key: 'fichier PEM de la clé du certificat',
    proxy: 'adresses du serveur qui chiffre pour le nœud, séparées par des virgules',
    empty: 'un nouveau nœud sans rien dedans, pour vos propres fichiers',
    persons: 'personnes de la région synthétique (seulement au dessin)',
    seed: 'graine de la région synthétique (seulement au dessin)',
    noLink: 'n’apparie pas les enregistrements en arrière-plan',
    verbose: 'écrit sur la sortie d’erreur chaque requête qui échoue',
    steps: {
      pages: 'Construire les pages du portail',
      draw: 'Dessiner la région synthétique',
      import: (file) => `Charger ${file}`,
      cubes: 'Calculer les cubes',
      link: 'Apparier les enregistrements en arrière-plan (le portail répond déjà)',
    },
    notLinked:
      'Les enregistrements ne sont pas appariés : il y a des franchissements, mais ni personnes ni parcours. Appariez-les avec : caudal link run',
    already: 'déjà là',
    preparing: 'Préparation du nœud ; interrompue, elle reprendra au prochain démarrage.',
    open: (address) => `Le portail est ouvert à ${address}`,
    synthetic:
      'Les données sont SYNTHÉTIQUES : tirées par un générateur, elles ne parlent de personne.',
    unprotected:
      'Les tableaux sur des personnes sont montrés perturbés ; les chiffres exacts, pour qui peut les lire, ne sont pas à publier.',
    nothingYet:
      'Le nœud est vide. Chargez un fichier avec : caudal import FICHIER --profile PROFIL',
    notEmpty:
      'Le dossier contient déjà des données ; --empty vaut pour un nouveau. Il est ouvert tel quel.',
    firstAdministrator:
      'Personne n’administre encore le nœud. Suivez ce lien pour créer votre compte ; il ne sert qu’une fois :',
    stop: 'Arrêtez-le avec Ctrl-C.',
    stopping: 'Arrêt…',
    stopped: 'Arrêté.',
    interrupted: 'Interrompu. Le prochain démarrage reprendra là.',
  },
}
