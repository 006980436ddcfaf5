const email = "e";
const api = {
  email,
  "quoted-key": 1,
  [`literal`]: 2,
  [email]: 3,
  ...rest,
  send(x) { return this.email; },
  get total() { return 1; },
  set total(v) { store(v); },
  nested: { run: () => email, list: [1, , ...rest] },
};
api.later = function () {};
Api.prototype.old = function () { return this; };
