export type Sleep = (milliseconds: number) => Promise<unknown>;

const FIRST_PAUSE_MILLISECONDS = 500;
const LONGEST_PAUSE_MILLISECONDS = 10_000;
/** A pipeline that is stopped waits for its Lambda step, which may take ten minutes, and then for its jobs. */
const PATIENCE_MILLISECONDS = 20 * 60_000;

/** Asks ever more slowly until `isDone`; gives up after 20 minutes with an error that names `what` was waited for. */
export async function waitUntil(what: string, isDone: () => Promise<boolean>, sleep: Sleep): Promise<void> {
  let pause = FIRST_PAUSE_MILLISECONDS;
  for (let waited = 0; !(await isDone()); waited += pause, pause = Math.min(2 * pause, LONGEST_PAUSE_MILLISECONDS)) {
    if (waited >= PATIENCE_MILLISECONDS)
      throw new Error(`${what} did not happen within ${PATIENCE_MILLISECONDS / 60_000} minutes`);
    await sleep(pause);
  }
}
