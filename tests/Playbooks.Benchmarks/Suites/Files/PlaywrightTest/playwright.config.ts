import { defineConfig } from '@playwright/test';

export default defineConfig({
  reporter: 'line',
  workers: Number(process.env.WORKERS),
  use: {
    baseURL: process.env.BASE_URL,
    trace: process.env.PLAYBOOKS_TRACE === 'on_failure' ? 'retain-on-failure' : 'off',
    launchOptions: { executablePath: process.env.BROWSER_PATH, args: process.env.BROWSER_ARGUMENTS!.split(' ') },
  },
});
