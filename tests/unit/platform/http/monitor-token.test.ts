import { expect, test } from 'vitest';
import { hasMonitorToken } from '../../../../src/platform/http/monitor-token.ts';

test.each(['Bearer 0123456789abcdef', 'bearer 0123456789abcdef', 'Bearer  0123456789abcdef '])(
  'a monitor may write its token as "%s"',
  (authorization) => {
    expect(hasMonitorToken(authorization, '0123456789abcdef')).toBe(true);
  },
);

test.each([undefined, '', 'Bearer ', 'Bearer undefined', 'Bearer 0123456789abcdef'])(
  'where no token is set, none is right: %s',
  (authorization) => {
    expect(hasMonitorToken(authorization, undefined)).toBe(false);
  },
);
