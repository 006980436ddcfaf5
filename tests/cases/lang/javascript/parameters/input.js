const f = (a = 1, { b } = {}, [c] = [], ...[d]) => a + b + c + d;
const g = async x => { await x; };
function h(user, cb = () => user) { return cb; }
