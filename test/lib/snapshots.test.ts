import { SYNTHESIZED } from '../synthesized';

describe.each(SYNTHESIZED)('the $environment templates', ({ templates }) => {
  test.each(Object.entries(templates))('of %s are as reviewed', (_phase, template) => {
    expect(template).toMatchSnapshot();
  });
});
