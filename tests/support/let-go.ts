import type { Composition } from '../../src/core/compose/composition.ts'
import type { PageDoc } from '../../src/core/doc/schema.ts'
import { blocking } from '../../src/core/preflight/issue.ts'
import { SIGNERS, signPage } from '../../src/core/preflight/page-sign-off.ts'
import { preflight } from '../../src/core/preflight/preflight.ts'
import { signOff } from '../../src/core/preflight/sign-off.ts'

const WHO = { by: '王新明', at: '2025-03-16T20:00:00+08:00' }

/** The page let go to press: every error signed for, and then the page by all four. */
export function letGo(page: PageDoc, composition: Composition): PageDoc {
  const errors = blocking(preflight(page, composition))
  const excused = errors.reduce((each, error) => signOff(each, error, WHO), page)
  return SIGNERS.reduce((each, signer) => signPage(each, signer, WHO), excused)
}
