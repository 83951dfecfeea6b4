import type { Coarsened } from '@caudal/methods/protect'
import type { Language } from '@caudal/methods/vocabulary'

interface CoarsenedWords {
  levels(hidden: number, of: number, cells: number): string
  readonly onlyUnchanged: string
  readonly nothingShown: string
  readonly because: Readonly<Record<Coarsened['because'], string>>
}

const coarsenedWords: Readonly<Record<Language, CoarsenedWords>> = {
  es: {
    levels: (hidden, of, cells) =>
      `Como último recurso se ocultan enteros los ${hidden} niveles de detalle más finos de ${of}, también los ceros (${cells} celdas).`,
    onlyUnchanged:
      'Como último recurso, de lo ya publicado solo se muestra lo que sigue igual; se oculta todo lo que cambió.',
    nothingShown: 'Como último recurso se oculta todo: ningún nivel de detalle podía mostrarse.',
    because: {
      work: 'El trabajo permitido se agotó antes de probar que algo más fino fuera seguro: publique menos dimensiones o códigos más amplios.',
      earlier: 'Junto a lo ya publicado, algo más fino diría demasiado de unas pocas personas.',
      attack: 'El atacante halló cómo abrir todo lo que era más fino.',
    },
  },
  en: {
    levels: (hidden, of, cells) =>
      `As a last resort the finest ${hidden} of ${of} levels of detail are hidden whole, zeros too (${cells} cells).`,
    onlyUnchanged:
      'As a last resort, of what was released before only what is still the same is shown; all that has changed is hidden.',
    nothingShown: 'As a last resort everything is hidden: no level of detail could be shown.',
    because: {
      work: 'The work allowed was spent before anything finer was proven safe: publish fewer dimensions or broader codes.',
      earlier:
        'Beside what was released earlier, anything finer would tell too much about a few persons.',
      attack: 'The attacker found a way into everything finer.',
    },
  },
  fr: {
    levels: (hidden, of, cells) =>
      `En dernier recours, les ${hidden} niveaux de détail les plus fins sur ${of} sont masqués en entier, zéros compris (${cells} cellules).`,
    onlyUnchanged:
      'En dernier recours, de ce qui était déjà publié seul ce qui est resté identique est montré ; tout ce qui a changé est masqué.',
    nothingShown:
      'En dernier recours, tout est masqué : aucun niveau de détail ne pouvait être montré.',
    because: {
      work: 'Le travail permis a été épuisé avant de prouver qu’un niveau plus fin était sûr : publiez moins de dimensions ou des codes plus larges.',
      earlier:
        'À côté de ce qui est déjà publié, un niveau plus fin en dirait trop sur quelques personnes.',
      attack: 'L’attaquant a trouvé comment ouvrir tout ce qui était plus fin.',
    },
  },
}

/** What was hidden as a last resort, and why, in plain words. */
export function sayCoarsened(
  { levels, of, cells, because }: Coarsened,
  language: Language,
): readonly [what: string, why: string] {
  const words = coarsenedWords[language]
  const why = words.because[because]
  if (levels === of) return [words.nothingShown, why]
  return [levels === 0 ? words.onlyUnchanged : words.levels(levels, of, cells), why]
}
