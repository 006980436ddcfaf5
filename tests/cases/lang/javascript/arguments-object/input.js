function wrapper(a) { mp.track.apply(mp, arguments); run(() => arguments[0]); }
function other(a, ...rest) { return arguments; }
