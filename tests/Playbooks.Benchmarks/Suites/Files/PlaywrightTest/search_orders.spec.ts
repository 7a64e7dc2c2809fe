import { test, expect } from '@playwright/test';

for (const city of ['Bremen', 'Bristol', 'Bergen', 'Nantes', 'Genoa']) {
  test(`finds the orders of ${city}`, async ({ page }) => {
    await page.goto('/orders', { waitUntil: 'domcontentloaded' });
    await page.locator('#search').fill(city);
    await page.locator('#search').press('Enter');
    await expect(page.locator('#search')).toHaveValue(city);
    await expect(page).toHaveURL(new RegExp(`q=${city}`));
    await page.locator('#status-filter').selectOption({ label: 'Any status' });
    await expect(page.locator('body')).toContainText('Status shown: Any status');
    await expect(page.locator('.order-row').first()).toBeAttached();
    expect(await page.locator('#result-count').innerText()).not.toBe('');
    expect(await page.locator('#result-total').innerText()).not.toBe('');
    expect(await page.locator('.order-row:first-child .placed-on').innerText()).not.toBe('');
  });
}
