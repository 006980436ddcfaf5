import { inject, watch } from 'vue';
import { useUserStore } from '@acme/stores';

export function useTracking() {
  const client = inject('posthog');
  const user = useUserStore();
  watch(
    () => user.email,
    () => client.setPersonProperties({ email: user.email }), // ~> contact.email posthog
  );
}
