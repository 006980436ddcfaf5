import mixpanel from 'mixpanel-browser';
import { chain } from '@acme/chain';

chain.on('call', (contract: { address: string }, server: { address: string }) => {
  mixpanel.track('contract called', { address: contract.address, node: server.address });
});
