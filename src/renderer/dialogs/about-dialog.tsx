import { Mark } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { DialogFrame } from './dialog-frame.tsx'

export function AboutDialog() {
  const say = useSay()
  const start = useStore(app, (state) => state.start)
  if (!start) return null
  const { version, electron, chromium, standIn } = start
  return (
    <DialogFrame title={say('command.help.about')} className="about">
      <Mark size={44} />
      <p>{say('about.text')}</p>
      <p className="dim">{say('about.version', { version })}</p>
      <p className="dim">
        {standIn
          ? say('app.standin-detail', { chromium: chromium.split('.')[0] ?? '' })
          : say('about.runtime', { electron, chromium })}
      </p>
      <p className="dim">{say('about.local')}</p>
    </DialogFrame>
  )
}
