import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Loading } from '../components/QueryView';
import { startPath, useSession } from '../lib/session';
import { NotFound } from './NotFound';

const WorklistPage = lazy(() => import('../features/worklist/WorklistPage'));
const PatientPage = lazy(() => import('../features/patient/PatientPage'));
const Overview = lazy(() => import('../features/patient/Overview'));
const AlertDrawer = lazy(() => import('../features/alert/AlertDrawer'));
const AlertPage = lazy(() => import('../features/alert/AlertPage'));
const PlanTab = lazy(() => import('../features/plan/PlanTab'));
const TasksPage = lazy(() => import('../features/tasks/TasksPage'));
const PatientTasks = lazy(() => import('../features/tasks/PatientTasks'));
const ShareTab = lazy(() => import('../features/share/ShareTab'));
const DevicesPage = lazy(() => import('../features/devices/DevicesPage'));
const AuditPage = lazy(() => import('../features/audit/AuditPage'));
const IndicatorsPage = lazy(() => import('../features/session/IndicatorsPage'));
const OwnPage = lazy(() => import('../features/own/OwnPage'));

/** Every URL of the dashboard. Who may open what is the server's decision; a role only decides where it starts. */
export function Router() {
  const { role } = useSession();
  return (
    <Suspense fallback={<Loading rows={8} />}>
      <Routes>
        <Route index element={<Navigate to={startPath(role)} replace />} />
        <Route path="worklist" element={<WorklistPage />}>
          <Route path="alerts/:alertId" element={<AlertDrawer back="/worklist" />} />
        </Route>
        <Route path="patients/:patientId" element={<PatientPage />}>
          <Route element={<Overview />}>
            <Route index element={null} />
            <Route path="alerts/:alertId" element={<AlertDrawer back=".." />} />
          </Route>
          <Route path="plan" element={<PlanTab />} />
          <Route path="tasks" element={<PatientTasks />} />
          <Route path="sharing" element={<ShareTab />} />
        </Route>
        <Route path="alerts/:alertId" element={<AlertPage />} />
        <Route path="tasks" element={<TasksPage />} />
        <Route path="devices" element={<DevicesPage />} />
        <Route path="audit" element={<AuditPage />} />
        <Route path="indicators" element={<IndicatorsPage />} />
        <Route path="me" element={<OwnPage />} />
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Suspense>
  );
}
