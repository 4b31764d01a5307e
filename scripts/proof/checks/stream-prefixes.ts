import { about, type Check } from '../check';
import { leavesOf, under } from '../leaves';
import { textOf } from '../points-to';
import { resourcesOf } from '../resources-of';

/** What a delivery stream writes, somebody else looks for at that place. */
export const streamPrefixes: Check = {
  id: 'stream-prefixes',
  rule: 'The prefix under which a delivery stream writes is one that some other resource, a handler, a rule or a definition, speaks of',
  find(assembly) {
    const streams = resourcesOf(assembly, 'AWS::KinesisFirehose::DeliveryStream');
    const others = resourcesOf(assembly)
      .filter(({ Type }) => Type !== 'AWS::KinesisFirehose::DeliveryStream')
      .flatMap(({ Properties, stack }) => leavesOf(Properties).map(({ value }) => textOf(value, stack, assembly)));
    return streams.flatMap((stream) => {
      const prefix = textOf(
        under(stream.Properties, 'ExtendedS3DestinationConfiguration', 'Prefix'),
        stream.stack,
        assembly,
      );
      // From `!{` on, the stream fills in the time.
      const place = prefix.replace(/!\{.*$/s, '').replace(/\/$/, '');
      if (place === '' || others.some((text) => text.includes(place))) return [];
      return [about(stream, `writes under ${place}, a place of which no other resource speaks`)];
    });
  },
};
