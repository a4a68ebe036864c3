const BEAT_MS = 530

const still = window.matchMedia('(prefers-reduced-motion: reduce)')

/** The caret's blinking: solid for a beat after every stroke, and always where motion is not wanted. */
export class CaretBeat {
  solid = true
  #timer = 0
  readonly #onBeat: () => void

  constructor(onBeat: () => void) {
    this.#onBeat = onBeat
  }

  /** `beats` is false where there is no caret to blink. */
  stroke(beats: boolean): void {
    window.clearInterval(this.#timer)
    this.solid = true
    if (!beats || still.matches) return
    this.#timer = window.setInterval(() => {
      this.solid = !this.solid
      this.#onBeat()
    }, BEAT_MS)
  }

  stop(): void {
    window.clearInterval(this.#timer)
  }
}
