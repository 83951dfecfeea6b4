import { defineRefusals } from '@caudal/methods/vocabulary'

/** What the options of a command may be refused for. */
export const optionRefusals = defineRefusals('measure', {
  'day-unreadable': {
    status: 422,
    what: {
      es: '«{text}» en {option} no es una fecha.',
      en: '“{text}” in {option} is not a date.',
      fr: '« {text} » dans {option} n’est pas une date.',
    },
    advice: {
      es: 'Escríbala como AAAA-MM-DD, por ejemplo 2024-12-31.',
      en: 'Write it as YYYY-MM-DD, for example 2024-12-31.',
      fr: 'Écrivez-la AAAA-MM-JJ, par exemple 2024-12-31.',
    },
  },
  'number-unreadable': {
    status: 422,
    what: {
      es: '«{text}» en {option} no es un número entero.',
      en: '“{text}” in {option} is not a whole number.',
      fr: '« {text} » dans {option} n’est pas un nombre entier.',
    },
    advice: {
      es: 'Dé un número entero, cero o mayor.',
      en: 'Give a whole number, zero or more.',
      fr: 'Donnez un nombre entier, zéro ou plus.',
    },
  },
  'observation-empty': {
    status: 422,
    what: {
      es: 'La observación termina ({until}) antes de empezar ({from}).',
      en: 'Observation ends ({until}) before it begins ({from}).',
      fr: 'L’observation se termine ({until}) avant de commencer ({from}).',
    },
    advice: {
      es: 'Dé en --observed-until una fecha posterior a la de --observed-from.',
      en: 'Give in --observed-until a date after the one in --observed-from.',
      fr: 'Donnez dans --observed-until une date postérieure à celle de --observed-from.',
    },
  },
  'release-unobserved': {
    status: 422,
    what: {
      es: 'La edición del {release} cae fuera de lo observado ({span}).',
      en: 'The release of {release} lies outside of what was observed ({span}).',
      fr: 'L’édition du {release} tombe hors de ce qui a été observé ({span}).',
    },
    advice: {
      es: 'Dé en --release una fecha posterior a --observed-from y no posterior a --observed-until.',
      en: 'Give in --release a date after --observed-from and not after --observed-until.',
      fr: 'Donnez dans --release une date postérieure à --observed-from et non postérieure à --observed-until.',
    },
  },
})
