const [first, count] = [20_000, 12_000];

/** Each process begins elsewhere, so that several suites at once rarely meet. */
let next = (process.pid * 101) % count;

/** A port below those that systems give to connections; each call names another one, which may be taken. */
export function portAside(): number {
  next = (next + 1) % count;
  return first + next;
}
