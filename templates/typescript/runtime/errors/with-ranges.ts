/** `value` for the statuses from `first` to `last`. */
export type StatusRange<T> = readonly [first: number, last: number, value: T];

/** `table`, and `ranges` of statuses that are no whole hundred; a status that the table has counts before them. */
export function withRanges<T>(
  table: { readonly [status: string]: NoInfer<T> },
  ...ranges: readonly StatusRange<NoInfer<T>>[]
): { readonly [status: string]: T } {
  const all: { [status: string]: T } = {};
  for (const [first, last, value] of ranges)
    for (let status = first; status <= last; status++) all[status] = value;
  return { ...all, ...table };
}
