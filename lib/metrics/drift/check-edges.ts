/** Throws on an edge that is not finite or below the one before, naming index and value. */
export function checkEdges(edges: ArrayLike<number>): void {
  for (let index = 0; index < edges.length; index++) {
    const edge = edges[index] as number;
    if (!Number.isFinite(edge)) throw new RangeError(`edges[${index}] is ${edge}, expected a finite number`);
    if (index > 0 && edge < (edges[index - 1] as number))
      throw new RangeError(`edges[${index}] is ${edge}, expected ${edges[index - 1]} or more`);
  }
}
