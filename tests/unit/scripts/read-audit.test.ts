import { expect, test } from 'vitest';
import { readAudit } from '../../../scripts/upkeep/read-audit.ts';

test('nothing against any package is good news', () => {
  expect(readAudit('{"auditReportVersion":2,"vulnerabilities":{}}')).toEqual({
    code: 0,
    lines: ['No fault is known in the packages that the running site uses.'],
  });
});

test('known faults are told, the worst first, with what mends them', () => {
  const fault = (severity: string, fixAvailable: unknown) => ({
    severity,
    range: '<2.0.0',
    via: [{ title: `${severity} thing`, url: 'https://advisories.example/1' }],
    fixAvailable,
  });
  const { code, lines } = readAudit(
    JSON.stringify({
      vulnerabilities: {
        mild: fault('low', true),
        bad: fault('critical', { name: 'bad', version: '2.0.0' }),
        open: { ...fault('high', false), via: ['bad'] },
      },
    }),
  );

  expect(code).toBe(1);
  expect(lines).toEqual([
    'Faults are known in 3 of the packages that the running site uses:',
    '  bad <2.0.0 (critical): critical thing. Mended with bad 2.0.0.',
    '  open <2.0.0 (high): by bad. No mended version is known.',
    '  mild <2.0.0 (low): low thing. A mended version is there.',
    expect.stringContaining('newer version'),
  ]);
});

test.each([
  [
    'a registry that refuses the question',
    '{"message":"405 Method Not Allowed","error":{}}',
    '405',
  ],
  [
    'no network',
    '{"message":"request to the registry failed, reason: connect ECONNREFUSED"}',
    'ECONNREFUSED',
  ],
  ['an npm that says nothing', '', 'npm said nothing'],
  ['an answer that is no JSON', '<html>proxy</html>', '<html>'],
])('%s is not taken for good news', (_, printed, why) => {
  const { code, lines } = readAudit(printed);

  expect(code).toBe(2);
  expect(lines[0]).toMatch(/^Nothing is known/);
  expect(lines[1]).toContain(why);
});
