const a = { b: ;
send(a.b;
function ok(x) { return x; }
