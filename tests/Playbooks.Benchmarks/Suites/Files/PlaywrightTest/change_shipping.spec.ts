import { test, expect } from '@playwright/test';

for (const order of [12345, 12349, 12353, 12357, 12361]) {
  test(`sends order ${order} by express`, async ({ page }) => {
    await page.goto(`/orders/${order}`, { waitUntil: 'domcontentloaded' });
    await page.locator('#shipping-method').selectOption('express');
    await expect(page.locator('#shipping-method')).toHaveValue('express');
    await page.locator('#gift-wrap').check();
    await page.getByRole('button', { name: 'Save shipping' }).click();
    await expect(page.locator('body')).toContainText('Shipping saved.');
    await expect(page.locator('#gift-wrap')).toHaveAttribute('checked', '');
    expect(await page.locator('#order-total').innerText()).not.toBe('');
  });
}
