"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
Object.defineProperty(exports, "mixpanel", {
  enumerable: true,
  get: function get() {
    return _mixpanelBrowser["default"];
  }
});
var _mixpanelBrowser = _interopRequireDefault(require("mixpanel-browser"));
function _interopRequireDefault(obj) { return obj && obj.__esModule ? obj : { "default": obj }; }
