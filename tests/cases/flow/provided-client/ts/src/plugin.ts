import posthog from 'posthog-js';
import type { App } from 'vue';

export default {
  install(app: App) {
    posthog.init('key');
    app.provide('posthog', posthog);
  },
};
