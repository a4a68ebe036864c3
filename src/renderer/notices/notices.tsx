import { FailureCard } from './failure-card.tsx'
import { ToastCard } from './toast-card.tsx'
import { WorkLine } from './work-line.tsx'

/** What is told over the stage: work under way, what failed, what ended elsewhere. */
export const Notices = () => (
  <>
    <WorkLine />
    <FailureCard />
    <ToastCard />
  </>
)
