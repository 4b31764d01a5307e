/** Spreads the characters of a text over 32 bits (MurmurHash3's mixing steps), so that close seeds give far states. */
function hashed(text: string, salt: number): number {
  let hash = salt | 0;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0xcc9e2d51);
    hash = (hash << 13) | (hash >>> 19);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/**
 * Random numbers that are the same on every machine for the same seed and stream. Each stream is independent: drawing
 * more from one changes nothing in another. Generator: sfc32 of PractRand (Chris Doty-Humphrey, public domain).
 */
export class SeededRandom {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;
  private spare: number | undefined;

  public constructor(seed: number, stream: string) {
    const text = `${seed}/${stream}`;
    [this.a, this.b, this.c] = [hashed(text, 1), hashed(text, 2), hashed(text, 3)];
    for (let turn = 0; turn < 12; turn++) this.uniform();
  }

  /** 0 up to but without 1. */
  public uniform(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to but without `end`. */
  public below(end: number): number {
    return Math.floor(this.uniform() * end);
  }

  /** Mean 0, standard deviation 1 (Box-Muller). */
  public normal(): number {
    if (this.spare !== undefined) {
      const kept = this.spare;
      this.spare = undefined;
      return kept;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** How often something happens that happens `rate` times on average (Knuth's product method, for small rates). */
  public poisson(rate: number): number {
    const limit = Math.exp(-rate);
    let happened = 0;
    for (let product = this.uniform(); product > limit; product *= this.uniform()) happened++;
    return happened;
  }
}
