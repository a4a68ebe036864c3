/** Fits the two numbers of a logistic curve. */
import { chanceOf } from '../../src/core/reconstruct/learned/link-model.ts'
import { logOdds } from '../../src/core/reconstruct/learned/log-odds.ts'

export interface Judged {
  /** The probability that was said, 0 to 1. */
  confidence: number
  right: boolean
}

export type Curve = [start: number, slope: number]

const STEPS = 100
const SMALLEST_STEP = 1e-6
/** What it costs to leave the curve that changes nothing, so that a few decisions do not bend it. */
const PENALTY = 1

/**
 * The start and slope of the curve `1 / (1 + exp(-(start + slope · logOdds)))` under which what was seen is the
 * likeliest (Platt scaling), by Newton's method with halved steps. The slope is never negative: who was surer is
 * never less sure afterwards.
 */
export function fitCurve(decisions: readonly Judged[]): Curve {
  const points = decisions.map(({ confidence, right }) => ({ odds: logOdds(confidence), right }))
  const free = descend(points, [0, 1])
  if (free[1] >= 0) return free
  const [start] = descend(
    points.map(({ right }) => ({ odds: 0, right })),
    [0, 1],
  )
  return [start, 0]
}

type Points = readonly { odds: number; right: boolean }[]

function descend(points: Points, from: Curve): Curve {
  let curve = from
  for (let i = 0; i < STEPS; i++) {
    const [start, slope] = newtonStep(points, curve)
    let share = 1
    const next = (): Curve => [curve[0] - share * start, curve[1] - share * slope]
    while (share > SMALLEST_STEP && costOf(points, next()) > costOf(points, curve)) share /= 2
    if (share <= SMALLEST_STEP) return curve
    curve = next()
  }
  return curve
}

function costOf(points: Points, [start, slope]: Curve): number {
  const penalty = (PENALTY / 2) * (start ** 2 + (slope - 1) ** 2)
  return points.reduce((cost, { odds, right }) => {
    const against = (right ? -1 : 1) * (start + slope * odds)
    // log(1 + exp(x)) without overflow
    return cost + Math.max(0, against) + Math.log1p(Math.exp(-Math.abs(against)))
  }, penalty)
}

/** The gradient of the cost, divided by its second derivatives. */
function newtonStep(points: Points, [start, slope]: Curve): Curve {
  const gradient: Curve = [PENALTY * start, PENALTY * (slope - 1)]
  let [startBend, bothBend, slopeBend] = [PENALTY, 0, PENALTY]
  for (const { odds, right } of points) {
    const share = chanceOf(start + slope * odds)
    const error = share - (right ? 1 : 0)
    const weight = share * (1 - share)
    gradient[0] += error
    gradient[1] += error * odds
    startBend += weight
    bothBend += weight * odds
    slopeBend += weight * odds * odds
  }
  const determinant = startBend * slopeBend - bothBend * bothBend
  return [
    (slopeBend * gradient[0] - bothBend * gradient[1]) / determinant,
    (startBend * gradient[1] - bothBend * gradient[0]) / determinant,
  ]
}
