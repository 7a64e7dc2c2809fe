import { test, expect } from '@playwright/test';

for (const [order, status] of [[12345, 'Open'], [12346, 'Shipped'], [12347, 'Packed'], [12348, 'Delivered'], [12352, 'Cancelled']] as const) {
  test(`reads the status of ${order}`, async ({ page }) => {
    await page.goto(`/orders?q=${order}`, { waitUntil: 'domcontentloaded' });
    expect(await page.locator('.order-row .pill').innerText()).toBe(status);
  });
}
