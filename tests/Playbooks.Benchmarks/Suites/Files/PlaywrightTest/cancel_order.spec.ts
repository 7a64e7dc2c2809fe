import { test, expect } from '@playwright/test';

for (const order of [12345, 12349, 12353, 12357, 12361]) {
  test(`cancels the open order ${order}`, async ({ page }) => {
    await page.goto('/orders', { waitUntil: 'domcontentloaded' });
    await page.locator('#search').fill(`${order}`);
    await page.locator('#search').press('Enter');
    await expect(page).toHaveURL(new RegExp(`q=${order}`));
    await page.locator('.order-link').click();
    await expect(page).toHaveTitle(new RegExp(`Order ${order}`));
    await page.locator('#cancel-order').click();
    await expect(page.locator('#cancel-dialog')).toBeVisible();
    await page.locator('#cancel-reason').selectOption({ label: 'Customer changed their mind' });
    await page.locator('#confirm-cancel').click();
    await expect(page.locator('body')).toContainText(`Order ${order} is cancelled.`);
    await expect(page.locator('#cancel-dialog')).toBeHidden();
    expect(await page.locator('#order-status').innerText()).toBe('Cancelled');
  });
}
