import { useEffect, useRef } from 'react'
import { paintPage } from '../../core/paint/paint-page.ts'
import { glyphPaths } from '../canvas/glyph-paths.ts'
import { useSay } from '../state/words.ts'
import { type FoundEntry, markedArticles, unsavedSteps } from './recovery-model.ts'

/** The page as it will be, with the articles that the recovered steps are about. */
export function RecoveryPreview({ entry }: { entry: FoundEntry }) {
  const say = useSay()
  const place = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const { composition, found, listed } = entry
  useEffect(() => {
    const [element, box] = [canvas.current, place.current]
    if (!element || !box || !composition) return
    const width = box.clientWidth
    const dpr = window.devicePixelRatio
    const scale = (width * dpr) / composition.width
    element.width = Math.round(width * dpr)
    element.height = Math.round(composition.height * scale)
    const context = element.getContext('2d')
    if (!context) return
    const clip = { x: 0, y: 0, width: composition.width, height: composition.height }
    paintPage(context, composition, glyphPaths, { scale, dx: 0, dy: 0, clip })
  }, [composition])
  const marks = found ? [...markedArticles(unsavedSteps(entry), found.live.doc).values()] : []
  const per = (value: number, whole: number) => `${(value / whole) * 100}%`
  return (
    <section
      className="recovery-preview"
      aria-label={say('recovery.preview', { name: listed.name })}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
      tabIndex={0}
    >
      <div
        className="recovery-sheet"
        ref={place}
        role="img"
        aria-label={say('recovery.preview', { name: listed.name })}
        style={composition && { aspectRatio: `${composition.width} / ${composition.height}` }}
      >
        <canvas ref={canvas} />
        {composition &&
          marks.map(
            ({ mark, box }) =>
              box && (
                <span
                  key={mark}
                  className="recovery-mark"
                  style={{
                    left: per(box.x, composition.width),
                    top: per(box.y, composition.height),
                    width: per(box.width, composition.width),
                    height: per(box.height, composition.height),
                  }}
                >
                  <b>{mark}</b>
                </span>
              ),
          )}
      </div>
    </section>
  )
}
