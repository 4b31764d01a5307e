import type { ColumnReader } from './column-reader';

/** Classes beyond this are no classes but, say, an id taken for one; the matrix would grow with their square. */
const MOST_CLASSES = 1000;

/** A column of class names: each gets a number, from 0, when it is first met. Two columns of the same classes share one. */
export class ClassColumn implements ColumnReader {
  public readonly plain = 'never';
  public readonly expected = `one of at most ${MOST_CLASSES} classes`;
  private readonly places = new Map<string, number>();

  public valueOf(value: unknown): number {
    const name = typeof value === 'object' || value === undefined ? '' : String(value);
    const known = this.places.get(name);
    if (known !== undefined) return known;
    if (name === '' || this.places.size === MOST_CLASSES) return NaN;
    this.places.set(name, this.places.size);
    return this.places.size - 1;
  }

  /** By number. */
  public get names(): readonly string[] {
    return [...this.places.keys()];
  }
}
