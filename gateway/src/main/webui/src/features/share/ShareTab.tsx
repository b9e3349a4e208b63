import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Notice } from '../../components/Notice';
import { Panel } from '../../components/Panel';
import { Empty, QueryView } from '../../components/QueryView';
import { useSession } from '../../lib/session';
import { sharesQuery } from './api';
import { NewShareForm } from './NewShareForm';
import classes from './Share.module.css';
import { ShareList } from './ShareList';

/** Who besides the team sees this patient, for what and until when. */
export default function ShareTab() {
  const { t } = useTranslation();
  const { patientId = '' } = useParams();
  const { clinician } = useSession();
  const query = useQuery(sharesQuery(patientId));
  return (
    <div className={classes.columns}>
      <Panel title={t('share.title')} flush>
        <p className={classes.lead}>{t('share.lead')}</p>
        <QueryView
          query={query}
          skeletonRows={3}
          empty={{
            when: (items) => items.length === 0,
            show: <Empty title={t('share.empty')} hint={t('share.emptyHint')} />,
          }}
        >
          {(items) => <ShareList patientId={patientId} shares={items} />}
        </QueryView>
      </Panel>
      {clinician ? <NewShareForm patientId={patientId} /> : <Notice tone="info">{t('share.may')}</Notice>}
    </div>
  );
}
