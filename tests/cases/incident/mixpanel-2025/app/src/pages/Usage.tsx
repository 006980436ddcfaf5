import { useEffect, useState } from 'react';
import { listUsage } from '../api/client';
import { trackEvent } from '../lib/analytics';
import type { UsageRow } from '../types';

export function Usage() {
  const [rows, setRows] = useState<UsageRow[]>([]);

  useEffect(() => {
    trackEvent('Usage viewed', { page: 'usage' });
    listUsage().then(setRows);
  }, []);

  return (
    <table>
      {rows.map((row, index) => (
        <tr key={index}>
          <td>{row.endpoint}</td>
          <td>{row.requestBody}</td>
          <td>{row.tokens}</td>
        </tr>
      ))}
    </table>
  );
}
