before(shared);
var shared = 1;
{
  let shared = 2;
  inner(() => shared + later);
  const later = 3;
}
function before(x) {
  if (x) { var hoisted = x; let block = 1; }
  return hoisted, block;
}
for (let i = 0; i < 3; i++) { run(() => i); }
for (var j of list) use(j);
use(j);
try { risky(); } catch ({ message }) { log(message); } finally { done(); }
implicit = shared;
(function named(n) { return named(n - 1); })(2);
