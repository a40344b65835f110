import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { findAxeViolations } from '../../support/browser/axe.ts';
import { test } from '../../support/browser/journey-test.ts';

test('every listing that is due is printed on one page of A4', async ({ page }) => {
  // Hundreds of pages.
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  const out = join(folder, 'sheets.html');
  spawnSync(process.execPath, ['scripts/call-sheets.ts', '--number', '2000', '--out', out]);
  const html = readFileSync(out, 'utf8');
  rmSync(folder, { recursive: true });
  const sheets = html.match(/<section class="sheet">/g)?.length;

  await page.setContent(html);
  const pdf = await page.pdf({ preferCSSPageSize: true });

  expect(sheets).toBeGreaterThan(0);
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(sheets ?? 0);
});

test('a call sheet is read without trouble on a screen', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-'));
  const out = join(folder, 'sheets.html');
  spawnSync(process.execPath, ['scripts/call-sheets.ts', '--number', '2', '--out', out]);
  await page.setContent(readFileSync(out, 'utf8'));
  rmSync(folder, { recursive: true });

  expect(await findAxeViolations(page)).toEqual([]);
});
