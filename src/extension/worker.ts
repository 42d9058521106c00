import browser from 'webextension-polyfill';
import { injectIntoOpenTabs } from './open-tabs.ts';

/** Registers every listener of the background, synchronously: one registered after an `await` misses the event that woke it. */
export function startWorker(): void {
  browser.runtime.onInstalled.addListener(() => {
    void injectIntoOpenTabs();
  });
  // Unknown messages get no reply.
  browser.runtime.onMessage.addListener(() => undefined);
}
