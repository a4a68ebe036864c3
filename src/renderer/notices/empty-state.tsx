import { FileDown } from 'lucide-react'
import { Button } from 'react-aria-components'
import { runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { Icon, Mark } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

export function EmptyState() {
  const say = useSay()
  const start = useStore(app, (state) => state.start)
  const busy = useStore(app, (state) => state.work !== null)
  // At launch the sample is on its way: an invitation would only flash.
  if (!start || busy) return null
  return (
    <div className="empty-state" data-testid="empty">
      <Mark size={44} />
      <p className="empty-title">{say('empty.title')}</p>
      <div className="empty-buttons">
        <Button className="button primary large" onPress={() => void runCommand('file.open')}>
          {say('empty.open')}
          <kbd>{firstKey('file.open', start.platform === 'darwin')}</kbd>
        </Button>
        <Button className="button large" onPress={() => void runCommand('file.sample')}>
          {say('empty.sample')}
        </Button>
      </div>
      <p className="empty-formats">
        <Icon of={FileDown} size={14} />
        {say('empty.formats')}
      </p>
    </div>
  )
}
