import { everyShare } from '../../../../../scripts/local/service/serving/every-share';

test.each([
  [1, 10],
  [0.5, 5],
  [0.1, 1],
  [0, 0],
])('of ten calls the share %d takes %d, evenly', (share, expected) => {
  const takes = everyShare(share);

  for (let round = 0; round < 3; round += 1) {
    expect(Array.from({ length: 10 }, () => takes()).filter(Boolean)).toHaveLength(expected);
  }
});
