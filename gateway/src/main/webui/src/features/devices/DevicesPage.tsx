import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import table from '../../components/DataTable.module.css';
import { Panel } from '../../components/Panel';
import { Empty, QueryView } from '../../components/QueryView';
import { usePageTitle } from '../../components/usePageTitle';
import { When } from '../../components/When';
import { get, url } from '../../lib/api/client';
import type { Device, Page } from '../../lib/api/types';
import classes from './Devices.module.css';

const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: ({ signal }) => get<Page<Device>>(url('/api/v1/devices', { limit: 200 }), signal),
});

const inUse = (device: Device, now: number) => (device.assignments ?? []).some((a) => !a.to || Date.parse(a.to) > now);

/** Devices and their state; no patient identity is asked for or shown. */
export default function DevicesPage() {
  const { t } = useTranslation();
  usePageTitle(t('devices.title'));
  const query = useQuery(devicesQuery);
  return (
    <>
      <h1 className={classes.title}>{t('devices.title')}</h1>
      <p className={classes.lead}>{t('devices.lead')}</p>
      <Panel flush>
        <QueryView
          query={query}
          skeletonRows={6}
          empty={{ when: (page) => page.items.length === 0, show: <Empty title={t('devices.empty')} /> }}
        >
          {(page) => (
            <table className={`${table.table} ${table.stack}`}>
              <thead>
                <tr>
                  {(['device', 'serial', 'status', 'battery', 'lastSeen', 'assigned'] as const).map((column) => (
                    <th key={column} scope="col">
                      {t(`devices.${column}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {page.items.map((device) => (
                  <DeviceRow key={device.id} device={device} />
                ))}
              </tbody>
            </table>
          )}
        </QueryView>
      </Panel>
    </>
  );
}

function DeviceRow({ device }: { readonly device: Device }) {
  const { t } = useTranslation();
  const made = [device.manufacturer, device.model].filter(Boolean).join(' ');
  return (
    <tr>
      <td data-slot="lead">
        <strong>{device.label || made || device.kind || device.id.slice(0, 8)}</strong>
        {device.label && made && <small className={classes.under}>{made}</small>}
      </td>
      <td data-label={t('devices.serial')}>{device.serial ?? '–'}</td>
      <td data-label={t('devices.status')}>{t(device.status === 'active' ? 'devices.active' : 'devices.disabled')}</td>
      <td data-label={t('devices.battery')}>{typeof device.battery === 'number' ? `${device.battery}\u00a0%` : '–'}</td>
      <td data-label={t('devices.lastSeen')}>
        {device.lastSeenAt ? <When at={device.lastSeenAt} age /> : t('time.never')}
      </td>
      <td data-label={t('devices.assigned')}>{t(inUse(device, Date.now()) ? 'devices.yes' : 'devices.no')}</td>
    </tr>
  );
}
