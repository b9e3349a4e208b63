import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate, useParams } from 'react-router';
import { AlertView } from './AlertView';

/** An alert over the list it was opened from; closing goes back to that list as it was filtered. */
export default function AlertDrawer({ back }: { readonly back: '/worklist' | '..' }) {
  const { t } = useTranslation();
  const { alertId = '', patientId } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const pathname = back === '..' ? `/patients/${patientId}` : back;
  return (
    <Drawer
      opened
      onClose={() => navigate({ pathname, search })}
      position="right"
      size={620}
      title={t('alert.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <AlertView id={alertId} linkPatient={back === '/worklist'} />
    </Drawer>
  );
}
