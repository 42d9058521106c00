import { defineBackground } from 'wxt/utils/define-background';
import { startWorker } from '#extension/worker.ts';

export default defineBackground(() => startWorker());
