import { ENVIRONMENTS } from '../../../lib/config/environments';
import { FakeAccount } from './fake-account';
import { FakeEnvironment } from './fake-environment';

export const PREFIX = 'ml-lifecycle-sandbox';

/** A sandbox that has run, in an account of its own or another one, and everything it takes to destroy it. */
export function given(account = new FakeAccount()) {
  const environment = new FakeEnvironment(account, PREFIX);
  const said: string[] = [];
  const cdkDestroy = jest.fn(environment.cdkDestroy);
  const confirm = jest.fn(async () => true);
  const settings = {
    config: ENVIRONMENTS.sandbox,
    clients: account.clients,
    cdkDestroy,
    confirm,
    sleep: account.sleep,
    say: (line: string) => void said.push(line),
  };
  return { account, environment, settings, said, cdkDestroy, confirm };
}
