import { firstKey } from '../commands/keys.ts'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

/** The keys of the queue, at its foot. */
export function KeyHints({ readings }: { readings: number }) {
  const say = useSay()
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const hints: [keys: (string | undefined)[], name: string][] = [
    [['J', 'K'], say('review.hint.move')],
    ...(readings > 1
      ? [[[`1–${Math.min(9, readings)}`], say('review.hint.choose')] as [string[], string]]
      : []),
    [[firstKey('review.accept', mac)], say('review.hint.accept')],
    [[firstKey('review.skip', mac)], say('review.hint.skip')],
    [[firstKey('review.move', mac)], say('review.hint.story')],
    [firstKey('edit.undo', mac)?.split(' ') ?? [], say('review.hint.undo')],
  ]
  return (
    <footer className="pane-foot key-hints">
      {hints.map(([keys, name]) => (
        <span key={name}>
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {name}
        </span>
      ))}
    </footer>
  )
}
