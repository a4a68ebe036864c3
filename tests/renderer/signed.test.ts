import { describe, expect, it } from 'vitest'
import { isReading } from '../../src/renderer/state/signed.ts'
import { COMMANDS, type CommandId } from '../../src/shared/ipc.ts'

const ids = Object.keys(COMMANDS) as CommandId[]

describe('a page that is signed', () => {
  it.each([
    'file.save',
    'file.export',
    'edit.copy',
    'edit.find',
    'view.zoom-in',
    'review.next',
    'select.next',
  ] as const)('is still read, printed and saved: %s', (id) => expect(isReading(id)).toBe(true))

  it('is not changed by any command of editing', () => {
    const changing = ids.filter((id) =>
      /^(nudge|grow|align|distribute|order|thread|copyfit|style\.(paragraph|no)|article|picture|guides|text)/.test(
        id,
      ),
    )
    expect(changing.length).toBeGreaterThan(50)
    for (const id of [
      ...changing,
      'edit.undo',
      'edit.delete',
      'frame.lock',
      'preflight.fix',
      'review.accept',
    ] as const)
      expect(isReading(id), id).toBe(false)
  })
})
