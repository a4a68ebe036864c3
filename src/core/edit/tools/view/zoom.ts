/** A click comes nearer, with Alt goes away; a drag shows what it marks out. */
import { between, isDrag, type Pointer, type ToolState } from '../tool.ts'

export const zoomTool: ToolState = {
  name: 'zoom',
  cursor: (_, { alt }) => (alt ? 'zoom-out' : 'zoom-in'),
  down: (_, pointer) => zooming(pointer),
}

function zooming(pressed: Pointer): ToolState {
  let begun = false
  return {
    name: 'zoom.marking',
    cursor: (_, { alt }) => (alt ? 'zoom-out' : 'zoom-in'),
    move(desk, pointer) {
      begun ||= isDrag(pressed, pointer)
      if (begun) desk.show({ box: between(pressed.at, pointer.at), marquee: true })
      return this
    },
    up(desk, pointer) {
      desk.show(undefined)
      if (begun) desk.zoomTo(between(pressed.at, pointer.at))
      else desk.zoom(pointer.screen, !pointer.alt)
      return zoomTool
    },
    cancel(desk) {
      desk.show(undefined)
      return zoomTool
    },
  }
}
