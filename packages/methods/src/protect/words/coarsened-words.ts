import { frenchSpacesOf, type Language } from '../../vocabulary/index.ts'
import type { Coarsened } from '../coarsened.ts'
import { counted } from './counted.ts'

/** What the last resort hid, and why it came to that: a sentence or two each. */
export type CoarsenedSaid = readonly [what: string, why: string]

interface CoarsenedWords {
  /** @param cells with their noun */
  levels(levels: number, of: number, cells: string): string
  readonly onlyUnchanged: string
  readonly nothingShown: string
  readonly because: Readonly<Record<Coarsened['because'], string>>
}

const french: CoarsenedWords = {
  levels: (levels, of, cells) =>
    levels === 1
      ? `En dernier recours, le plus fin des ${of} niveaux de détail est masqué en entier, zéros compris (${cells}) : celui qui croise le plus de ventilations.`
      : `En dernier recours, les ${levels} niveaux de détail les plus fins sur ${of} sont masqués en entier, zéros compris (${cells}) : ceux qui croisent le plus de ventilations.`,
  onlyUnchanged:
    'En dernier recours, de ce qui était déjà publié seul ce qui est resté identique est montré ; tout ce qui a changé est masqué.',
  nothingShown:
    'En dernier recours, tout est masqué : aucun niveau de détail ne pouvait être montré.',
  because: {
    work: 'La raison : le travail permis a été épuisé avant de prouver qu’un niveau plus fin était sûr. Avec moins de ventilations ou des codes plus larges, on montrerait davantage.',
    earlier:
      'La raison : à côté de ce qui est déjà publié, un niveau plus fin en dirait trop sur quelques personnes.',
    attack: 'La raison : l’attaquant a trouvé comment ouvrir tout ce qui était plus fin.',
  },
}

const coarsenedWords: Readonly<Record<Language, CoarsenedWords>> = {
  es: {
    levels: (levels, of, cells) =>
      levels === 1
        ? `Como último recurso se oculta entero el más fino de los ${of} niveles de detalle, también sus ceros (${cells}): el que combina más desgloses.`
        : `Como último recurso se ocultan enteros los ${levels} niveles de detalle más finos de ${of}, también sus ceros (${cells}): los que combinan más desgloses.`,
    onlyUnchanged:
      'Como último recurso, de lo ya publicado solo se muestra lo que sigue igual; se oculta todo lo que cambió.',
    nothingShown: 'Como último recurso se oculta todo: ningún nivel de detalle podía mostrarse.',
    because: {
      work: 'El motivo: el trabajo permitido se agotó antes de probar que algo más fino fuera seguro. Con menos desgloses o códigos más amplios se mostraría más.',
      earlier:
        'El motivo: junto a lo ya publicado, algo más fino diría demasiado de unas pocas personas.',
      attack: 'El motivo: el atacante halló cómo abrir todo lo que era más fino.',
    },
  },
  en: {
    levels: (levels, of, cells) =>
      levels === 1
        ? `As a last resort the finest of ${of} levels of detail is hidden whole, its zeros too (${cells}): the one that combines most breakdowns.`
        : `As a last resort the finest ${levels} of ${of} levels of detail are hidden whole, their zeros too (${cells}): those that combine most breakdowns.`,
    onlyUnchanged:
      'As a last resort, of what was released before only what is still the same is shown; all that has changed is hidden.',
    nothingShown: 'As a last resort everything is hidden: no level of detail could be shown.',
    because: {
      work: 'The reason: the work allowed was spent before anything finer was proven safe. Fewer breakdowns or broader codes would show more.',
      earlier:
        'The reason: beside what was released earlier, anything finer would tell too much about a few persons.',
      attack: 'The reason: the attacker found a way into everything finer.',
    },
  },
  fr: frenchSpacesOf(french),
}

/**
 * What was hidden as a last resort, and why, in plain words: the desk and the command line say the same.
 *
 * @param show how a number is written
 */
export function sayCoarsened(
  { levels, of, cells, because }: Coarsened,
  language: Language,
  show: (value: number) => string = String,
): CoarsenedSaid {
  const words = coarsenedWords[language]
  const why = words.because[because]
  if (levels === of) return [words.nothingShown, why]
  if (levels === 0) return [words.onlyUnchanged, why]
  return [words.levels(levels, of, counted(cells, 'cells', language, show(cells))), why]
}
