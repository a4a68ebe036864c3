import { Stamp } from 'lucide-react'
import { Button } from 'react-aria-components'
import { Icon } from '../icons.tsx'
import { withdrawAll } from '../preflight/acting.ts'
import { app } from '../state/app-state.ts'
import { isPageSigned } from '../state/signed.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

/** Over a page that is signed for: why nothing of it can be changed, and the way back. */
export function SignedBanner() {
  const say = useSay()
  const signed = useStore(app, isPageSigned)
  if (!signed) return null
  return (
    <div className="signed-banner" role="status" data-testid="signed-banner">
      <Icon of={Stamp} size={14} />
      <b>{say('signed.title')}</b>
      <span>{say('signed.note')}</span>
      <span className="spacer" />
      <Button className="button small" onPress={() => void withdrawAll()} data-testid="withdraw-all">
        {say('signed.withdraw')}
      </Button>
    </div>
  )
}
