/**
 * How a call of AWS goes wrong: it fails and the function goes on as it likes; or the function ends there, before the call
 * takes effect, or after it did and before the answer came.
 */
const WAYS = ['fails', 'ends before', 'ends after'] as const;

interface Client {
  // Each client has its own type of command.
  // biome-ignore lint/suspicious/noExplicitAny: only handed through
  send: any;
}

/** One piece of work over a cloud of its own, made anew for every way of breaking off. */
export interface Work {
  readonly clients: readonly Client[];
  /** As its caller starts it, and starts it again when it has failed. */
  readonly start: () => Promise<unknown>;
  /** What it leaves behind, without what may differ from run to run. */
  readonly left: () => unknown;
}

/**
 * Breaks a piece of work off at each of its calls of AWS, in each way, starts it again if it says that it failed, and expects
 * that it leaves what it leaves when nothing happens. Throttling that does not end, a service that fails, a timeout and a
 * machine that dies all look like this from within. Answers how often it broke off.
 */
export async function expectSameHoweverBrokenOff(given: () => Work): Promise<number> {
  const undisturbed = given();
  const calls = breakingAt(undisturbed.clients, Number.POSITIVE_INFINITY, 'fails');
  await undisturbed.start();
  const expected = undisturbed.left();
  for (let at = 1; at <= calls.made; at++)
    for (const way of WAYS) {
      const work = given();
      const breaking = breakingAt(work.clients, at, way);
      const failed = await work.start().then(
        () => false,
        () => true,
      );
      breaking.hasEnded = false;
      // Nobody starts again what said that it was done.
      if (failed) await work.start();
      expect({ at, way, left: work.left() }).toEqual({ at, way, left: expected });
    }
  return calls.made * WAYS.length;
}

/** Once the function has ended, nothing more is sent until it is started again. */
function breakingAt(clients: readonly Client[], at: number, way: (typeof WAYS)[number]) {
  const state = { made: 0, hasEnded: false };
  for (const client of clients) {
    const send = client.send;
    client.send = async (...sent: unknown[]) => {
      if (state.hasEnded) throw new Error('the function has ended');
      if (++state.made !== at) return send(...sent);
      state.hasEnded = way !== 'fails';
      if (way === 'ends after') await send(...sent);
      throw new Error(`call ${at} ${way}`);
    };
  }
  return state;
}
