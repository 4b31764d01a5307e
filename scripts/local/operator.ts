import { setTimeout as sleep } from 'node:timers/promises';
import type { EnvironmentConfig } from '../../lib/config/environment-config';
import { changeApproval } from '../serving/change-approval';
import { servingClients } from '../serving/serving-clients';
import { switchRealTime } from '../serving/switch-real-time';
import type { Say } from './lifecycle';

/** Does what a person does with `npm run approve`, `reject`, `park` and `wake`; resolves when it has happened. */
export class Operator {
  public constructor(
    private readonly config: EnvironmentConfig,
    private readonly modelName: string,
  ) {}

  public approve(number: number | undefined, say: Say): Promise<void> {
    return changeApproval('approve', this.options(number), this.operator(say));
  }

  public reject(number: number | undefined, say: Say): Promise<void> {
    return changeApproval('reject', this.options(number), this.operator(say));
  }

  public park(say: Say): Promise<void> {
    return switchRealTime('park', this.options(), this.operator(say));
  }

  public wake(say: Say): Promise<void> {
    return switchRealTime('wake', this.options(), this.operator(say));
  }

  private options(number?: number) {
    return { config: this.config, group: this.modelName, number, reason: 'local run', wait: true };
  }

  private operator(say: Say) {
    return { clients: servingClients(this.config.region), sleep, say };
  }
}
