export const config = {
  segment: { endpoint: 'https://api.segment.io', version: 'v1' },
  retries: 3,
};
