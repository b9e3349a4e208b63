import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Panel } from '../../components/Panel';
import { Empty, QueryView } from '../../components/QueryView';
import { patientAlertsQuery, patientTasksQuery } from '../../lib/api/queries';
import { TaskTable } from './TaskTable';

export default function PatientTasks() {
  const { t } = useTranslation();
  const { patientId = '' } = useParams();
  const query = useQuery(patientTasksQuery(patientId));
  const alerts = useQuery(patientAlertsQuery(patientId)).data?.items;
  return (
    <Panel title={t('tasks.title')} flush>
      <QueryView
        query={query}
        empty={{
          when: (page) => page.items.every((task) => task.patientId !== patientId),
          show: <Empty title={t('tasks.empty')} hint={t('tasks.emptyHint')} />,
        }}
      >
        {(page) => (
          <TaskTable
            tasks={page.items.filter((task) => task.patientId === patientId)}
            alerts={alerts}
            showPatient={false}
          />
        )}
      </QueryView>
    </Panel>
  );
}
