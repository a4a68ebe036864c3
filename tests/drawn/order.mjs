/** The order in which a page's parts are painted: the order of its dump. */

const HEAD = new Set(['head'])

/** The parts of an article that move together: head, byline, section, body, each caption. */
function groups(parts) {
  const head = parts.filter((part) => HEAD.has(part.role))
  const of = (role) => parts.filter((part) => part.role === role)
  return { head, byline: of('byline'), section: of('section'), body: of('body'), captions: of('caption') }
}

/** Head and byline as they lead into a lead's body. */
function opening(habits, { head, byline, section }) {
  return habits.bylineFirst ? [...section, ...byline, ...head] : [...section, ...head, ...byline]
}

const whole = (habits, g) => [...opening(habits, g), ...g.body, ...g.captions.flat()]

const ORDERS = {
  /** Article by article as they stand on the page. */
  natural: (_rng, _habits, articles) =>
    articles.map(({ groups: g }) => [...g.section, ...g.head, ...g.byline, ...g.body, ...g.captions]),

  /** Leads whole, then bodies, some captions, heads, the columns whole, the other captions. */
  seed(rng, habits, articles) {
    const leads = articles.filter(({ article }) => article.kind === 'lead')
    const columns = articles.filter(({ article }) => article.kind === 'column')
    const others = articles.filter((a) => !leads.includes(a) && !columns.includes(a))
    const captions = rng.shuffle([...leads, ...others].flatMap(({ groups: g }) => g.captions))
    const early = captions.filter(() => rng.chance(0.5))
    const late = captions.filter((caption) => !early.includes(caption))
    return [
      ...leads.map(({ groups: g }) => [...opening(habits, g), ...g.body]),
      ...rng.shuffle(others).map(({ groups: g }) => g.body),
      early,
      ...rng.shuffle(others).map(({ groups: g }) => [...g.section, ...g.head, ...g.byline]),
      ...rng.shuffle(columns).map(({ groups: g }) => whole({ ...habits, bylineFirst: false }, g)),
      late,
    ]
  },

  /** Every group on its own, anywhere. */
  shuffled: (rng, _habits, articles) => rng.shuffle(articles.flatMap(({ groups: g }) => loose(g))),

  /** All heads with their labels and authors, then the captions, then the bodies: frames painted by their style. */
  'heads-first': (rng, habits, articles) => [
    ...rng.shuffle(articles).map(({ groups: g }) => opening(habits, g)),
    ...rng.shuffle(articles.flatMap(({ groups: g }) => g.captions)),
    ...rng.shuffle(articles).map(({ groups: g }) => g.body),
  ],

  /** The bodies, then all that is not body. */
  'heads-last': (rng, _habits, articles) => [
    ...rng.shuffle(articles).map(({ groups: g }) => g.body),
    ...rng.shuffle(articles.flatMap(({ groups: g }) => loose({ ...g, body: [] }))),
  ],
}

function loose(g) {
  return [g.head, g.byline, g.section, g.body, ...g.captions.map((caption) => [caption])]
}

/**
 * @param {{ article: object, parts: object[] }[]} articles in reading order
 * @param {object[]} furniture the folio's parts
 * @returns {{ id: string }[]} every part, in the order to paint them
 */
export function paintOrder(rng, habits, articles, furniture) {
  const grouped = articles.map(({ article, parts }) => ({ article, groups: groups(parts) }))
  const parts = ORDERS[habits.order](rng, habits, grouped).flat(2)
  return habits.furnitureLast ? [...parts, ...furniture] : [...furniture, ...parts]
}
