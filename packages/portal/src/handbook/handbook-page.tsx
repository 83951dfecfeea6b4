import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { usePageTitle } from '../frame/page-title.ts'
import { ProseText } from '../prose/prose.tsx'
import { BackToMethods } from './back-to-methods.tsx'
import { chapterQuery, contentsQuery } from './handbook-queries.ts'
import { Loading } from './loading.tsx'
import { StageReference } from './stage-reference.tsx'
import { useHandbookWords } from './words/handbook-words.ts'
import styles from './handbook.module.css'

/** One page of the handbook: a chapter of prose, or the reference of a stage. */
export function HandbookPage(): ReactNode {
  const { page = '' } = useParams({ strict: false })
  const contents = useQuery(contentsQuery)
  return (
    <div className={styles['page']}>
      <Loading query={contents}>
        {({ chapters, stages }) => {
          if (chapters.some(({ id }) => id === page)) return <Chapter id={page} />
          const stage = stages.find(({ id }) => id === page)
          if (stage) return <StageReference id={page} contents={stage.folders} />
          return <Unknown />
        }}
      </Loading>
    </div>
  )
}

function Unknown(): ReactNode {
  const words = useHandbookWords()
  return (
    <header className={styles['head']}>
      <BackToMethods />
      <h1>{words.unknownPage}</h1>
      <p>{words.unknownPageAdvice}</p>
    </header>
  )
}

function Chapter({ id }: { readonly id: string }): ReactNode {
  const words = useHandbookWords()
  const chapter = useQuery(chapterQuery(id))
  usePageTitle(chapter.data?.title ?? words.methods)
  return (
    <Loading query={chapter}>
      {({ title, text }) => (
        <>
          <header className={styles['head']}>
            <BackToMethods />
            <h1 lang="en">{title}</h1>
            {words.inEnglish !== '' && <p className="hint">{words.inEnglish}</p>}
          </header>
          <article lang="en">
            <ProseText pieces={text} />
          </article>
        </>
      )}
    </Loading>
  )
}
