import { formatNumber, periodLabel } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { Threshold } from './series.ts'

/** What feeds and mails of alerts say. */
export interface AlertWording {
  readonly feedTitle: (name: string) => string
  /** The threshold itself: “above 1,000 persons”. */
  readonly threshold: (of: Threshold, unit: string) => string
  /** The figure that met it. */
  readonly figure: (period: string, figure: string, unit: string) => string
  readonly change: (signed: string, basis: 'previous' | 'year') => string
  readonly release: (title: string) => string
  readonly subject: (notices: number, release: string) => string
  readonly hello: (name: string) => string
  readonly lead: (release: string) => string
  readonly open: string
  readonly why: string
  readonly stop: string
  readonly codeSubject: string
  readonly code: (code: string, minutes: number) => readonly string[]
  readonly stopTitle: string
  readonly stopWhat: string
  readonly stopNow: string
  readonly stopped: string
  readonly stoppedWhat: string
  readonly toAlerts: string
}

const inUnit = (figure: string, unit: string) =>
  unit === '%' ? `${figure} %` : `${figure} ${unit}`

const thresholdIn =
  (
    language: Language,
    above: string,
    below: string,
    change: (percent: string) => string,
    on: Record<'previous' | 'year', string>,
  ) =>
  ({ kind, threshold, basis }: Threshold, unit: string): string => {
    const figure = formatNumber(threshold, language, decimalsOf(threshold))
    if (kind === 'change') return `${change(figure)} ${on[basis ?? 'previous']}`
    return `${kind === 'above' ? above : below} ${inUnit(figure, unit)}`
  }

/** Digits after the point that a number is written with, six at most. */
export function decimalsOf(value: number): number {
  return Math.min(6, (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length)
}

const onEs = { previous: 'respecto del período anterior', year: 'respecto de un año antes' }
const onEn = { previous: 'on the period before', year: 'on the year before' }
const onFr = { previous: 'par rapport à la période précédente', year: 'sur un an' }

export const alertWords: Readonly<Record<Language, AlertWording>> = {
  es: {
    feedTitle: (name) => `Caudal: alertas de ${name}`,
    threshold: thresholdIn(
      'es',
      'por encima de',
      'por debajo de',
      (p) => `cambio de ${p} % o más`,
      onEs,
    ),
    figure: (period, figure, unit) => `${periodLabel(period, 'es')}: ${inUnit(figure, unit)}`,
    change: (signed, basis) => `${signed} % ${onEs[basis]}`,
    release: (title) => `Con la publicación «${title}»`,
    subject: (notices, release) =>
      notices === 1 ? `Una alerta: ${release}` : `${notices} alertas: ${release}`,
    hello: (name) => `${name}:`,
    lead: (release) => `Con la publicación «${release}» se cumple lo que pidió vigilar.`,
    open: 'Ver la serie:',
    why: 'Recibe este mensaje porque puso una alerta en Caudal. Las cifras son las que cualquiera puede leer.',
    stop: 'Dejar de recibir estos mensajes:',
    codeSubject: 'Su código para recibir alertas',
    code: (code, minutes) => [
      `Su código es ${code}. Vale durante ${minutes} minutos.`,
      'Escríbalo en la página de vistas y alertas para que sus alertas lleguen a esta dirección. Si no lo ha pedido usted, no tiene que hacer nada.',
    ],
    stopTitle: 'Dejar de recibir alertas por correo',
    stopWhat: 'Sus alertas se conservan: solo dejan de llegar por correo.',
    stopNow: 'No enviar más',
    stopped: 'Ya no se envían alertas a esta dirección',
    stoppedWhat: 'Puede volver a pedirlas en su página de vistas y alertas.',
    toAlerts: 'A la página de vistas y alertas',
  },
  en: {
    feedTitle: (name) => `Caudal: alerts of ${name}`,
    threshold: thresholdIn('en', 'above', 'below', (p) => `a change of ${p} % or more`, onEn),
    figure: (period, figure, unit) => `${periodLabel(period, 'en')}: ${inUnit(figure, unit)}`,
    change: (signed, basis) => `${signed} % ${onEn[basis]}`,
    release: (title) => `With the release “${title}”`,
    subject: (notices, release) =>
      notices === 1 ? `One alert: ${release}` : `${notices} alerts: ${release}`,
    hello: (name) => `${name},`,
    lead: (release) => `With the release “${release}”, what you asked to be watched is met.`,
    open: 'See the series:',
    why: 'You receive this message because you set an alert in Caudal. The figures are those that anybody may read.',
    stop: 'Stop receiving these messages:',
    codeSubject: 'Your code for receiving alerts',
    code: (code, minutes) => [
      `Your code is ${code}. It is good for ${minutes} minutes.`,
      'Type it on the page of views and alerts to have your alerts sent to this address. If you did not ask for it, there is nothing to do.',
    ],
    stopTitle: 'Stop receiving alerts by e-mail',
    stopWhat: 'Your alerts are kept: they only no longer arrive by e-mail.',
    stopNow: 'Send no more',
    stopped: 'No more alerts are sent to this address',
    stoppedWhat: 'You can ask for them again on your page of views and alerts.',
    toAlerts: 'To the page of views and alerts',
  },
  fr: {
    feedTitle: (name) => `Caudal : alertes de ${name}`,
    threshold: thresholdIn(
      'fr',
      'au-dessus de',
      'au-dessous de',
      (p) => `une variation de ${p} % ou plus`,
      onFr,
    ),
    figure: (period, figure, unit) => `${periodLabel(period, 'fr')} : ${inUnit(figure, unit)}`,
    change: (signed, basis) => `${signed} % ${onFr[basis]}`,
    release: (title) => `Avec la publication « ${title} »`,
    subject: (notices, release) =>
      notices === 1 ? `Une alerte : ${release}` : `${notices} alertes : ${release}`,
    hello: (name) => `${name},`,
    lead: (release) =>
      `Avec la publication « ${release} », ce que vous avez demandé de surveiller est atteint.`,
    open: 'Voir la série :',
    why: 'Vous recevez ce message parce que vous avez posé une alerte dans Caudal. Les chiffres sont ceux que chacun peut lire.',
    stop: 'Ne plus recevoir ces messages :',
    codeSubject: 'Votre code pour recevoir les alertes',
    code: (code, minutes) => [
      `Votre code est ${code}. Il est valable ${minutes} minutes.`,
      'Saisissez-le sur la page des vues et alertes pour que vos alertes arrivent à cette adresse. Si vous ne l’avez pas demandé, il n’y a rien à faire.',
    ],
    stopTitle: 'Ne plus recevoir d’alertes par courrier',
    stopWhat: 'Vos alertes sont conservées : elles n’arrivent simplement plus par courrier.',
    stopNow: 'Ne plus envoyer',
    stopped: 'Plus aucune alerte n’est envoyée à cette adresse',
    stoppedWhat: 'Vous pouvez les redemander sur votre page des vues et alertes.',
    toAlerts: 'Vers la page des vues et alertes',
  },
}
