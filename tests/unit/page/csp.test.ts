/** The one inline script is named by its hash, and nothing else gets through. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../scripts/page/csp';
import { earlyScript } from '../../../scripts/page/early-script';

test('the policy allows the early script and no other inline script', () => {
  const policy = contentSecurityPolicy({ asHeader: false });
  expect(policy).toContain(`'sha256-${createHash('sha256').update(earlyScript).digest('base64')}'`);
  expect(policy).not.toContain('unsafe-inline');
});
