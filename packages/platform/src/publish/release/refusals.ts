import { defineRefusals } from '@caudal/methods/vocabulary'

const plan = {
  es: 'Corrija el plan y vuelva a redactar; no se ha guardado nada.',
  en: 'Correct the plan and draft again; nothing was kept.',
  fr: 'Corrigez le plan et recommencez ; rien n’a été conservé.',
}

const figure = (es: string, en: string, fr: string) => ({
  status: 422,
  what: {
    es: `La figura «{figure}» ${es}`,
    en: `The figure “{figure}” ${en}`,
    fr: `La figure « {figure} » ${fr}`,
  },
  advice: plan,
})

const release = (
  status: number,
  what: { es: string; en: string; fr: string },
  advice: { es: string; en: string; fr: string },
) => ({ status, what, advice })

const look = {
  es: 'Consúltela en su página, o con: caudal release show {release}',
  en: 'Look at it on its page, or with: caudal release show {release}',
  fr: 'Consultez-la sur sa page, ou avec : caudal release show {release}',
}

/** What releases refuse. */
export const releaseRefusals = defineRefusals('release', {
  'plan-malformed': {
    status: 422,
    what: {
      es: 'El plan de la publicación no es correcto en «{path}»: {reason}.',
      en: 'The plan of the release is not right at “{path}”: {reason}.',
      fr: 'Le plan de la publication est incorrect à « {path} » : {reason}.',
    },
    advice: plan,
  },
  'plan-unreadable': {
    status: 422,
    what: {
      es: 'El archivo {file} no se lee como plan (JSON).',
      en: 'The file {file} cannot be read as a plan (JSON).',
      fr: 'Le fichier {file} ne se lit pas comme un plan (JSON).',
    },
    advice: plan,
  },
  'clock-doubtful': {
    status: 409,
    what: {
      es: 'El reloj del nodo muestra {shown}, que no puede ser: se ha adelantado.',
      en: 'The clock of the node shows {shown}, which cannot be: it was set forward.',
      fr: 'L’horloge du nœud indique {shown}, ce qui ne peut être : elle a été avancée.',
    },
    advice: {
      es: 'Corrija el reloj; si está bien, confírmelo en la lista de publicaciones o con: caudal release confirm-clock --yes',
      en: 'Set the clock right; if it is right, confirm it on the list of releases or with: caudal release confirm-clock --yes',
      fr: 'Corrigez l’horloge ; si elle est juste, confirmez-le dans la liste des publications ou avec : caudal release confirm-clock --yes',
    },
  },
  'drafting-unknown': {
    status: 404,
    what: {
      es: 'Ningún borrador se está haciendo con el número {job}.',
      en: 'No draft is being made under the number {job}.',
      fr: 'Aucun projet n’est en préparation sous le numéro {job}.',
    },
    advice: {
      es: 'Mire la lista de publicaciones: puede que ya esté hecho.',
      en: 'Look at the list of releases: it may be done already.',
      fr: 'Consultez la liste des publications : il est peut-être déjà fait.',
    },
  },
  'template-unknown': {
    status: 404,
    what: {
      es: 'No hay plantilla «{template}».',
      en: 'There is no template “{template}”.',
      fr: 'Il n’y a pas de modèle « {template} ».',
    },
    advice: { es: 'Hay: {valid}.', en: 'There are: {valid}.', fr: 'Il y a : {valid}.' },
  },
  'template-parameter': {
    status: 422,
    what: {
      es: 'La plantilla «{template}» necesita {parameter}.',
      en: 'The template “{template}” needs {parameter}.',
      fr: 'Le modèle « {template} » demande {parameter}.',
    },
    advice: {
      es: 'Dé --country con un código de país (SLV) y --period con un mes (2019-05) o un año (2019).',
      en: 'Give --country with a country code (SLV) and --period with a month (2019-05) or a year (2019).',
      fr: 'Donnez --country avec un code de pays (SLV) et --period avec un mois (2019-05) ou une année (2019).',
    },
  },
  'institution-unknown': release(
    422,
    {
      es: 'Ninguna institución del registro se llama «{institution}».',
      en: 'No institution of the register is called “{institution}”.',
      fr: 'Aucune institution du registre ne s’appelle « {institution} ».',
    },
    {
      es: 'Hay: {institutions}. Se añade en el escritorio o con: caudal govern put institution',
      en: 'There are: {institutions}. One is added at the desk or with: caudal govern put institution',
      fr: 'Il y a : {institutions}. On en ajoute au bureau ou avec : caudal govern put institution',
    },
  ),
  'institution-other': release(
    403,
    {
      es: 'El plan publica en nombre de la institución «{institutionLabel}», que no es la suya.',
      en: 'The plan publishes in the name of the institution “{institutionLabel}”, which is not yours.',
      fr: 'Le plan publie au nom de l’institution « {institutionLabel} », qui n’est pas la vôtre.',
    },
    {
      es: 'Quite «institution» del plan: la publicación lleva el nombre de su institución.',
      en: 'Take “institution” out of the plan: the release bears the name of your institution.',
      fr: 'Retirez « institution » du plan : la publication porte le nom de votre institution.',
    },
  ),
  'institution-country': release(
    422,
    {
      es: 'Se cuentan registros de {country}, y la institución «{institutionLabel}» es de {of}: no publica en su nombre.',
      en: 'Records of {country} are counted, and the institution “{institutionLabel}” is of {of}: it does not publish for that country.',
      fr: 'Des enregistrements du pays {country} sont comptés, et l’institution « {institutionLabel} » est du pays {of} : elle ne publie pas pour lui.',
    },
    {
      es: 'Dé una institución de ese país; en el registro: {institutions}.',
      en: 'Give an institution of that country; in the register: {institutions}.',
      fr: 'Donnez une institution de ce pays ; au registre : {institutions}.',
    },
  ),
  'figure-name-twice': figure('aparece dos veces.', 'stands twice.', 'figure deux fois.'),
  'figure-cube': figure(
    'usa el cubo «{cube}», que no existe.',
    'uses the cube “{cube}”, which does not exist.',
    'utilise le cube « {cube} », qui n’existe pas.',
  ),
  'figure-cut': figure(
    'recorta filas (top): lo que queda fuera no se puede proteger por separado.',
    'cuts rows off (top): what is left out cannot be protected apart.',
    'coupe des lignes (top) : ce qui reste dehors ne peut être protégé à part.',
  ),
  'figure-ranked': figure(
    'se ordena por su total: el orden diría lo que las celdas ocultan.',
    'is sorted by its total: the order would tell what cells hide.',
    'est triée par son total : l’ordre dirait ce que des cellules cachent.',
  ),
  'figure-dimension-twice': figure(
    'cruza dos niveles de una misma dimensión.',
    'crosses two levels of one dimension.',
    'croise deux niveaux d’une même dimension.',
  ),
  'figure-holds-several': figure(
    'fija varios códigos de «{dimension}» sin mostrarlos.',
    'holds several codes of “{dimension}” without showing them.',
    'fixe plusieurs codes de « {dimension} » sans les montrer.',
  ),
  'figure-empty': figure(
    'no tiene ningún registro.',
    'has no record at all.',
    'n’a aucun enregistrement.',
  ),
  'figure-thin': figure(
    'cuenta, en todo, a menos de {threshold} personas: publicarla diría quiénes son, aun con todas sus celdas ocultas.',
    'counts fewer than {threshold} persons in all: publishing it would tell who they are, even with all of its cells hidden.',
    'compte en tout moins de {threshold} personnes : la publier dirait qui elles sont, même avec toutes ses cellules masquées.',
  ),
  'sheet-empty': release(
    422,
    {
      es: 'No hay registros del lugar y el período de la hoja {series}, o son de muy pocas personas.',
      en: 'There are no records of the place and period of the sheet {series}, or they are of very few persons.',
      fr: 'Il n’y a aucun enregistrement du lieu et de la période de la feuille {series}, ou ils concernent très peu de personnes.',
    },
    {
      es: 'Elija otro país u otro período, o cargue antes los registros; no se ha guardado nada.',
      en: 'Choose another country or period, or load the records first; nothing was kept.',
      fr: 'Choisissez un autre pays ou une autre période, ou chargez d’abord les enregistrements ; rien n’a été conservé.',
    },
  ),
  'figure-measure': figure(
    'usa la medida «{measure}», que no se sabe proteger.',
    'uses the measure “{measure}”, which cannot be protected yet.',
    'utilise la mesure « {measure} », que l’on ne sait pas protéger.',
  ),
  isolates: {
    status: 409,
    what: {
      es: 'Publicar «{release}» junto a lo ya publicado aislaría a personas: {which} (entre {before} y {after}), de {low} a {high} donde debe poder llegar a {required}.',
      en: 'Releasing “{release}” beside what is released already would isolate persons: {which} (between {before} and {after}), from {low} to {high} where it must be able to reach {required}.',
      fr: 'Publier « {release} » à côté de ce qui l’est déjà isolerait des personnes : {which} (entre {before} et {after}), de {low} à {high} alors qu’elle doit pouvoir atteindre {required}.',
    },
    advice: {
      es: 'Redáctela de nuevo: el nuevo borrador oculta lo que delata la diferencia.{listed}',
      en: 'Draft it anew: the new draft hides what tells the difference.{listed}',
      fr: 'Rédigez-la de nouveau : le nouveau projet masque ce qui trahit la différence.{listed}',
    },
  },
  opens: {
    status: 409,
    what: {
      es: 'Publicar «{release}» junto a lo ya publicado abriría lo que se oculta en {before}: {which}, de {low} a {high} donde debe poder llegar a {required}.',
      en: 'Releasing “{release}” beside what is released already would open what {before} hides: {which}, from {low} to {high} where it must be able to reach {required}.',
      fr: 'Publier « {release} » à côté de ce qui l’est déjà ouvrirait ce que masque {before} : {which}, de {low} à {high} alors qu’elle doit pouvoir atteindre {required}.',
    },
    advice: {
      es: 'Redáctela de nuevo: el nuevo borrador tiene en cuenta lo publicado desde entonces.{listed}',
      en: 'Draft it anew: the new draft heeds what was released since.{listed}',
      fr: 'Rédigez-la de nouveau : le nouveau projet tient compte de ce qui a été publié depuis.{listed}',
    },
  },
  'not-proven': {
    status: 409,
    what: {
      es: 'No se pudo probar, con el trabajo permitido, que «{release}» sea segura junto a lo publicado desde su redacción.',
      en: 'Within the work allowed it could not be proven that “{release}” is safe beside what was released since it was drafted.',
      fr: 'Le travail permis n’a pas suffi à prouver que « {release} » est sûre à côté de ce qui a été publié depuis sa rédaction.',
    },
    advice: {
      es: 'Redáctela de nuevo: el nuevo borrador oculta niveles enteros de detalle si hace falta.',
      en: 'Draft it anew: the new draft hides whole levels of detail where that is needed.',
      fr: 'Rédigez-la de nouveau : le nouveau projet masque au besoin des niveaux de détail entiers.',
    },
  },
  unknown: release(
    404,
    {
      es: 'No hay publicación «{release}».',
      en: 'There is no release “{release}”.',
      fr: 'Il n’y a pas de publication « {release} ».',
    },
    {
      es: 'Las que hay están en la lista de publicaciones, o en: caudal release list',
      en: 'Those there are stand in the list of releases, or in: caudal release list',
      fr: 'Celles qu’il y a figurent dans la liste des publications, ou dans : caudal release list',
    },
  ),
  'not-public': release(
    404,
    {
      es: 'La publicación «{release}» no tiene un archivo «{file}» que sea público.',
      en: 'The release “{release}” has no file “{file}” that is public.',
      fr: 'La publication « {release} » n’a pas de fichier « {file} » qui soit public.',
    },
    {
      es: 'Las publicaciones vigentes están en /api/releases.',
      en: 'The releases that are out stand in /api/releases.',
      fr: 'Les publications sorties figurent dans /api/releases.',
    },
  ),
  'four-eyes': release(
    403,
    {
      es: '«{release}» la redactó {actorLabel}: no puede aprobarla la misma persona.',
      en: '“{release}” was drafted by {actorLabel}: the same person cannot approve it.',
      fr: '« {release} » a été rédigée par {actorLabel} : la même personne ne peut l’approuver.',
    },
    {
      es: 'Pida a otra persona que la revise y la apruebe.',
      en: 'Ask somebody else to review and approve it.',
      fr: 'Demandez à quelqu’un d’autre de la vérifier et de l’approuver.',
    },
  ),
  'wrong-state': release(
    409,
    {
      es: '«{release}» está en estado «{stands}»: así no se puede {verb}.',
      en: '“{release}” is in the state “{stands}”: it cannot be {verb}.',
      fr: '« {release} » est à l’état « {stands} » : impossible de la {verb}.',
    },
    look,
  ),
  'successor-not-out': release(
    409,
    {
      es: '«{release}» no puede ocupar el lugar de otra: ha de estar publicada y ser otra.',
      en: '“{release}” cannot take the place of another: it has to be out, and to be another one.',
      fr: '« {release} » ne peut remplacer une autre : elle doit être publiée, et en être une autre.',
    },
    look,
  ),
  'succession-circle': release(
    409,
    {
      es: '«{successor}» no puede ocupar el lugar de «{release}», que ocupa el suyo: ninguna quedaría vigente.',
      en: '“{successor}” cannot take the place of “{release}”, which has taken its own: none would be in force.',
      fr: '« {successor} » ne peut remplacer « {release} », qui l’a remplacée : aucune ne resterait en vigueur.',
    },
    {
      es: 'Nombre otra publicación, o redacte de nuevo la que haya de estar vigente: su nueva edición ocupará el lugar.',
      en: 'Name another release, or draft anew the one that should be in force: its new edition will take the place.',
      fr: 'Nommez une autre publication, ou rédigez de nouveau celle qui doit être en vigueur : sa nouvelle édition prendra la place.',
    },
  ),
  'time-unreadable': release(
    422,
    {
      es: '«{time}» no es una fecha y hora.',
      en: '“{time}” is no date and time.',
      fr: '« {time} » n’est pas une date et une heure.',
    },
    {
      es: 'Escríbala con su zona: 2026-03-01T12:00:00Z.',
      en: 'Write it with its zone: 2026-03-01T12:00:00Z.',
      fr: 'Écrivez-la avec son fuseau : 2026-03-01T12:00:00Z.',
    },
  ),
  'files-damaged': release(
    409,
    {
      es: 'Los archivos de «{release}» ya no son los que se redactaron: {file}.',
      en: 'The files of “{release}” are no longer those that were drafted: {file}.',
      fr: 'Les fichiers de « {release} » ne sont plus ceux qui ont été rédigés : {file}.',
    },
    {
      es: 'Avise a quien administra el nodo: lo comprueba con caudal verify {release} y los recupera de una copia de seguridad.',
      en: 'Tell whoever administers the node: caudal verify {release} checks it, and a backup brings them back.',
      fr: 'Prévenez qui administre le nœud : caudal verify {release} le vérifie, et une sauvegarde les restaure.',
    },
  ),
  'actor-missing': release(
    401,
    {
      es: 'No se ha dicho quién actúa.',
      en: 'It was not said who acts.',
      fr: 'Il n’a pas été dit qui agit.',
    },
    {
      es: 'Dé su nombre con --as: queda en el registro junto a la decisión.',
      en: 'Give your name with --as: it is kept beside the decision.',
      fr: 'Donnez votre nom avec --as : il est conservé avec la décision.',
    },
  ),
})
