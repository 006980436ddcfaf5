import posthog from 'posthog-js';
import { useRouter } from 'vue-router';

export default () => {
  const router = useRouter();
  router.afterEach((to) => {
    posthog.capture('$pageview', { current_url: to.fullPath }); // ~> behavior.page_url posthog
    posthog.capture('view', { kind: to.meta.kind });
  });
};
