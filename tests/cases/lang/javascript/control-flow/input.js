function f(x) {
  if (x.a) return x.b;
  else if (x.c) { g(x.c); }
  else { h(); }
  switch (x.kind) {
    case "a":
    case "b": { one(x); break; }
    case K.c: two(x); break;
    default: three();
  }
  while (x.next) x = x.next;
  do { x = y; } while (x);
  outer: for (const k in x) { continue outer; }
  for (;;) break;
  for await (const item of stream()) use(item);
  try { return a(); } catch { b(); }
  throw new Error(x.message);
}
function* gen() { const got = yield 1; yield* other(); return; }
