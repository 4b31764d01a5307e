/** Lanczos's coefficients for g = 7 and nine terms (Godfrey 2001): 15 correct digits. */
const COEFFICIENTS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Natural logarithm of the gamma function for x > 0. */
export function logGamma(x: number): number {
  // Reflection: Lanczos's series holds from 1/2 upwards.
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  let series = 0;
  for (let term = COEFFICIENTS.length - 1; term > 0; term--) series += (COEFFICIENTS[term] as number) / (x - 1 + term);
  const shifted = x + 6.5;
  const all = series + (COEFFICIENTS[0] as number);
  return (x - 0.5) * Math.log(shifted) - shifted + Math.log(2 * Math.PI) / 2 + Math.log(all);
}
