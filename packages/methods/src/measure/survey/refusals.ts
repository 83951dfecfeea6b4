import { defineRefusals } from '../../vocabulary/index.ts'

export const surveyRefusals = defineRefusals('measure', {
  'stratum-of-one-unit': {
    status: 422,
    what: {
      es: 'El estrato {stratum} tiene una sola unidad en la muestra: su varianza no se puede estimar.',
      en: 'Stratum {stratum} has a single unit in the sample: its variance cannot be estimated.',
      fr: 'La strate {stratum} n’a qu’une unité dans l’échantillon : sa variance ne peut être estimée.',
    },
    advice: {
      es: 'Únalo a un estrato parecido, o diga que la unidad es todo el estrato.',
      en: 'Join it to a similar stratum, or say that the unit is the whole stratum.',
      fr: 'Réunissez-la à une strate voisine, ou dites que l’unité est toute la strate.',
    },
  },
  'population-below-sample': {
    status: 422,
    what: {
      es: 'El estrato {stratum} tendría {population} unidades en la población y tiene {units} en la muestra.',
      en: 'Stratum {stratum} is said to have {population} units in the population and has {units} in the sample.',
      fr: 'La strate {stratum} aurait {population} unités dans la population et en a {units} dans l’échantillon.',
    },
    advice: {
      es: 'Revise el tamaño del estrato: se cuentan unidades primarias, no personas.',
      en: 'Check the size of the stratum: it counts primary units, not persons.',
      fr: 'Vérifiez la taille de la strate : on compte des unités primaires, non des personnes.',
    },
  },
  'denominator-zero': {
    status: 422,
    what: {
      es: 'El denominador suma cero: no hay media ni razón que estimar.',
      en: 'The denominator adds up to zero: there is no mean or ratio to estimate.',
      fr: 'Le dénominateur totalise zéro : il n’y a ni moyenne ni ratio à estimer.',
    },
    advice: {
      es: 'Revise la selección y los pesos.',
      en: 'Check the selection and the weights.',
      fr: 'Vérifiez la sélection et les poids.',
    },
  },
  'weights-impossible': {
    status: 422,
    what: {
      es: 'El peso de la fila {row} es {weight}.',
      en: 'The weight of row {row} is {weight}.',
      fr: 'Le poids de la rangée {row} est {weight}.',
    },
    advice: {
      es: 'Los pesos son números mayores que cero.',
      en: 'Weights are numbers above zero.',
      fr: 'Les poids sont des nombres positifs.',
    },
  },
})
