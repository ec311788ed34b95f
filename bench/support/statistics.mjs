export function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** One line: a name, the figure, and what it has to be. */
export function show(name, figure, remark = "") {
  console.log(`${name.padEnd(46)} ${figure.padStart(14)}${remark && `   (${remark})`}`);
}
