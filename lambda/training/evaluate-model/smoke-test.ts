/** `smoke-test.json`: rows as an endpoint takes them, with the scores that it must give for them. */
export interface SmokeTest {
  readonly rows: readonly { readonly features: string; readonly score: number }[];
}

/** Takes scored lines (label, features, score) apart; the features stay the text that the model was given. */
export function smokeTest(lines: readonly string[]): SmokeTest {
  return {
    rows: lines.map((line) => {
      const cells = line.split(',');
      return { features: cells.slice(1, -1).join(','), score: Number(cells.at(-1)) };
    }),
  };
}
