function make(client) {
  let count = 0;
  const api = { track: (event) => { count++; client.track(event, later); } };
  const later = { count };
  return api;
}
const { track } = make(new Client());
track("x");
