/** The page is moved under the window. */
import type { Pointer, ToolState } from '../tool.ts'

export const handTool: ToolState = {
  name: 'hand',
  cursor: () => 'grab',
  down: (_, pointer) => panning(pointer, handTool),
}

/** Also with Space or the middle button, from any tool: `back` is what it was doing. */
export function panning(pressed: Pointer, back: ToolState): ToolState {
  let last = pressed.screen
  return {
    name: 'hand.panning',
    cursor: () => 'grabbing',
    move(desk, { screen }) {
      desk.panBy(screen.x - last.x, screen.y - last.y)
      last = screen
      return this
    },
    up: () => back,
    cancel: () => back,
  }
}
