import { planSchedules } from '../../../lambda/model-monitoring/plan-schedules/plan-schedules';
import { ENV, SchedulesCloud, VERSION } from '../../lambda/model-monitoring/schedules-cloud';
import { type Definition, type Ending, execute } from '../../lambda/serving/state-machine';
import { deployedMachine } from '../deployed-machine';

export const FOLLOW = deployedMachine('FollowServingStateMachine');
export const PARK = deployedMachine('ParkServingMachine');

/** Runs of the deployed state machines over one cloud; each pause lets an update come to its end. */
export class Machine {
  public readonly told: string[] = [];
  public readonly parked: unknown[] = [];
  private clock = Date.parse('2026-11-20T10:00:00Z');

  public constructor(
    public readonly cloud = new SchedulesCloud(),
    private readonly pauseMilliseconds = 10_000,
  ) {}

  public start(machine: Definition = FOLLOW, input: Record<string, unknown> = {}) {
    const startedAt = this.now();
    const context = () => ({
      Execution: { Name: `run at ${startedAt}`, StartTime: startedAt },
      State: { EnteredTime: this.now() },
    });
    return execute(machine, input, (state, task) => this.work(state, task), context);
  }

  public async run(machine?: Definition, input?: Record<string, unknown>): Promise<Ending> {
    const execution = this.start(machine, input);
    for (;;) {
      const { done, value } = await execution.next();
      if (done) return value;
      if (value === 'Pause') this.pause();
    }
  }

  public pause(): void {
    this.clock += this.pauseMilliseconds;
    this.cloud.finishUpdate();
  }

  private now(): string {
    return new Date(this.clock++).toISOString();
  }

  // biome-ignore lint/suspicious/noExplicitAny: each state knows its input
  private async work(state: string, input: any): Promise<unknown> {
    switch (state) {
      case 'PlanSchedules':
        return planSchedules(input, this.cloud.clients, ENV);
      case 'UpdateStack':
        return this.cloud.updateStack(input.Parameters);
      case 'RememberRefusal':
        return this.cloud.remember(input);
      case 'TellOperators':
        return void this.told.push(input.Message);
      default: {
        this.parked.push(input.Input);
        this.cloud.serving.realTime = 'parked';
        return { Output: { outcome: 'applied', version: VERSION, realTime: 'parked', reason: 'It is parked.' } };
      }
    }
  }
}
