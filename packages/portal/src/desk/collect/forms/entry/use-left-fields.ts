import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * The fields that a person has left. One that is left by pressing a button or another field counts once
 * the press has ended: what is then shown of it moves the page, and nothing moves away from under a
 * finger or a mouse.
 */
export function useLeftFields(): readonly [
  left: ReadonlySet<string>,
  leave: (name: string) => void,
] {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const isDown = useRef(false)
  const pending = useRef(new Set<string>())

  const add = useCallback((names: Iterable<string>) => {
    setLeft((before) => {
      const all = new Set([...before, ...names])
      return all.size === before.size ? before : all
    })
  }, [])

  useEffect(() => {
    const press = () => {
      isDown.current = true
    }
    const release = () => {
      isDown.current = false
      // The click comes after the release, in the same task.
      setTimeout(() => {
        const names = [...pending.current]
        pending.current.clear()
        add(names)
      })
    }
    window.addEventListener('pointerdown', press, true)
    window.addEventListener('pointerup', release, true)
    window.addEventListener('pointercancel', release, true)
    return () => {
      window.removeEventListener('pointerdown', press, true)
      window.removeEventListener('pointerup', release, true)
      window.removeEventListener('pointercancel', release, true)
    }
  }, [add])

  const leave = useCallback(
    (name: string) => {
      if (isDown.current) pending.current.add(name)
      else add([name])
    },
    [add],
  )
  return [left, leave]
}
