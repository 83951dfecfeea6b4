import type { SavedWording } from './es.ts'
import { signedPercent, thresholdWords } from './say-threshold.ts'

/** Ce que disent les pages des vues et alertes. */
export const french: SavedWording = {
  title: 'Vues et alertes',
  lead: 'Les tableaux, graphiques et cartes que vous voulez rouvrir, et les seuils surveillés pour vous.',
  views: 'Vues enregistrées',
  browserViews: 'Vues enregistrées dans ce navigateur',
  inThisBrowser:
    'Elles sont conservées dans ce navigateur et n’en sortent pas ; effacer les données du site les supprime.',
  noViews:
    'Vous n’en avez encore enregistré aucune. Dans Explorer, sous chaque figure : « Enregistrer la vue ».',
  viewName: 'Nom de la vue',
  placeAccount: 'Enregistrée dans votre compte.',
  placeBrowser: 'Enregistrée dans ce navigateur ; dans votre compte, si vous vous connectez.',
  keep: 'Enregistrer',
  cancel: 'Annuler',
  keptInAccount: 'Enregistrée dans votre compte.',
  keptInBrowser: 'Enregistrée dans ce navigateur.',
  notKept: {
    taken: 'Vous avez déjà une vue de ce nom. Donnez-lui-en un autre.',
    full: 'Il y a déjà 200 vues dans ce navigateur. Supprimez-en une.',
    refused: 'Le navigateur ne laisse ce site rien conserver.',
  },
  tryAgain: 'Corrigez et réessayez.',
  nameEmpty: 'Écrivez un nom.',
  keptOn: (day) => `enregistrée le ${day}`,
  toSaved: 'Voir les vues et alertes',
  toAccount: 'Passer dans mon compte',
  rename: 'Renommer',
  renameNamed: (name) => `Renommer « ${name} »`,
  forget: 'Supprimer',
  forgetNamed: (name) => `Supprimer « ${name} »`,
  alerts: 'Alertes',
  alertsLead:
    'Quand une publication paraît, chaque série est examinée. Si elle atteint son seuil avec un chiffre nouveau, vous êtes averti.',
  noAlerts:
    'Vous n’en avez aucune. Dans Explorer, ouvrez un chiffre d’un tableau (« Comment le sait-on ? ») et choisissez « M’avertir ».',
  notices: 'Avis',
  theRelease: 'la publication',
  signInFor:
    'Avec un compte, vos vues vous suivent dans tout navigateur, et vous pouvez demander à être averti quand une série franchit un seuil.',
  signIn: 'Se connecter',
  newAlert: 'Nouvelle alerte',
  series: 'La série surveillée',
  changeOn: {
    previous: 'Sur la période précédente',
    year: 'Sur la même période de l’année précédente',
  },
  percent: (value) => signedPercent(value, 'fr'),
  everybodys:
    'Elle est surveillée avec les chiffres que chacun peut lire : ceux qui sont publiés et, s’il s’agit de personnes, les chiffres perturbés.',
  tellMe: 'M’avertir quand le chiffre',
  kinds: {
    above: 'dépasse une valeur',
    below: 'tombe au-dessous d’une valeur',
    change: 'varie, à la hausse ou à la baisse',
  },
  thresholdLabel: (unit) => `Valeur (${unit})`,
  percentLabel: 'Variation en pour cent, ou plus',
  thresholdNeeded: 'Écrivez un nombre ; pour une variation, plus de zéro.',
  basis: 'Par rapport à',
  alertName: 'Nom de l’alerte',
  setAlert: 'Poser l’alerte',
  alertSet: (name) => `L’alerte « ${name} » est posée.`,
  metAlready: 'Le dernier chiffre l’atteint déjà : vous serez averti quand un autre l’atteindra.',
  thresholdOf: thresholdWords('fr', {
    above: (figure) => `Au-dessus de ${figure}`,
    below: (figure) => `Au-dessous de ${figure}`,
    change: (figure) => `Variation d’au moins ${figure}`,
    on: { previous: 'par rapport à la période précédente', year: 'sur un an' },
  }),
  feed: 'Flux pour lecteurs d’actualités',
  feedLead:
    'Une adresse secrète à laquelle un lecteur de flux Atom lit vos avis sans se connecter. Quiconque la connaît peut les lire : ne la partagez pas.',
  feedExists:
    'Vous avez une adresse. Elle n’est plus montrée : si vous l’avez perdue, demandez-en une autre.',
  feedOnce: 'Copiez-la maintenant : elle ne sera plus montrée.',
  feedAddress: 'Adresse du flux',
  feedMake: 'Demander une adresse',
  feedAnew: 'En demander une autre (la précédente cesse)',
  feedEnd: 'Retirer l’adresse',
  mail: 'Courrier électronique',
  mailNotOffered: 'Ce nœud n’envoie pas de courrier. L’administration peut le configurer.',
  mailLead:
    'Un courriel par publication, avec tout ce qui est atteint. Un code est d’abord envoyé, pour vérifier que l’adresse est la vôtre.',
  mailGoes: (address) => `Les avis sont envoyés à ${address}.`,
  mailEnd: 'Ne plus envoyer',
  address: 'Adresse électronique',
  addressNeeded: 'Écrivez une adresse électronique.',
  sendCode: 'Envoyer le code',
  codeSent: (address) =>
    `Un code de six chiffres a été envoyé à ${address}. Il est valable une demi-heure.`,
  code: 'Code du courriel',
  confirm: 'Confirmer',
}
