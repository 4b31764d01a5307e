import { checkServingState } from '../../../lambda/serving/check-serving-state/check-serving-state';
import { cleanUpServing } from '../../../lambda/serving/clean-up-serving/clean-up-serving';
import { decideServingState } from '../../../lambda/serving/decide-serving-state/decide-serving-state';
import { ENV, type ServingCloud } from '../../lambda/serving/serving-cloud';
import { type Ending, execute } from '../../lambda/serving/state-machine';
import { deployedMachine } from '../deployed-machine';

const DEFINITION = deployedMachine('ApplyServingStateMachine');

export const START = Date.parse('2026-11-20T10:00:00Z');
type Request = { action: string; version?: string; cause?: string; time?: string };

/** Runs of the deployed state machine over one cloud; each pause lets an update come to its end. */
export class Machine {
  public readonly told: string[] = [];
  public readonly visited: string[] = [];
  /** Runs that have decided on an update and not yet asked for it. */
  private decided = 0;
  private clock = START;

  public constructor(
    public readonly cloud: ServingCloud,
    private readonly finishes = true,
  ) {}

  public start(request: Request) {
    const startedAt = this.now();
    return execute(
      DEFINITION,
      { cause: 'approval', ...request },
      (state, input) => this.work(state, input),
      () => ({ Execution: { StartTime: startedAt }, State: { EnteredTime: this.now() } }),
    );
  }

  public async run(request: Request): Promise<Ending> {
    const execution = this.start(request);
    for (;;) {
      const ending = await this.step(execution);
      if (ending) return ending;
    }
  }

  public async step(execution: ReturnType<Machine['start']>): Promise<Ending | undefined> {
    const { done, value } = await execution.next();
    if (done) return value;
    this.visited.push(value);
    if (value.startsWith('Wait')) this.pass();
    return undefined;
  }

  /** An update takes minutes, and from a decision to its update it is moments: none ends in between. */
  private pass(): void {
    this.clock += this.finishes ? 30_000 : 3_600_000;
    if (this.finishes && this.decided === 0) this.cloud.finishUpdate();
  }

  private now(): string {
    return new Date(this.clock++).toISOString();
  }

  // biome-ignore lint/suspicious/noExplicitAny: each state knows its input
  private async work(state: string, input: any): Promise<unknown> {
    const { clients } = this.cloud;
    if (state === 'DecideServingState') {
      const answer = await decideServingState(input, clients, ENV);
      if (answer.step === 'update') this.decided++;
      return answer;
    }
    if (state === 'CheckServingState') return checkServingState(input, clients, ENV);
    if (state.startsWith('CleanUp')) return cleanUpServing(clients, ENV);
    if (state === 'TellOperators') return void this.told.push(input.Message);
    const [version, realTime] = input.Parameters.map(
      ({ ParameterValue }: { ParameterValue: string }) => ParameterValue,
    );
    this.decided--;
    return this.cloud.updateStack({ version, realTime });
  }
}
