import mixpanel from 'mixpanel';
import os from 'node:os';

const client = mixpanel.init('token');
const SYSTEMS: Record<string, string> = { darwin: 'macOS', linux: 'Linux', win32: 'Windows' };
const SUPPORTED: Record<string, string> = { darwin: 'yes', linux: 'yes', win32: 'yes' };

export function report() {
  const system = SYSTEMS[os.platform()]; // ~> device.os_browser mixpanel
  client.track('start', { system, supported: SUPPORTED[os.release()] });
}

report();
