const { send } = require("./send");
exports.a = exports.b = void 0;
exports.a = function (x) { return exports.b(x); };
module.exports.c = 1;
module.exports = { send, d: () => exports.a, ...require("./more") };
__exportStar(require("./star"), exports);
exports.default = send;
