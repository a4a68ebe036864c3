import { pigmentOf } from '../state/page-model.ts'

/** An article's number on its pigment: the two always go together. */
export const ArticleNumber = ({ of: number }: { of: number }) => (
  <span className="number" data-pigment={pigmentOf(number)}>
    {number}
  </span>
)
