import type { components } from './generated';
import type {
  Alert,
  AlertNote,
  AuditEntry,
  CarePlanFields,
  Code,
  Device,
  Evidence,
  EvidenceReading,
  Me,
  Measurement,
  Patient,
  PlanVersion,
  Practitioner,
  Reading,
  Rule,
  Share,
  Task,
  Threshold,
  TimelineEntry,
  WorklistRow,
} from './types';

type Described = components['schemas'];
type Needed<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T];

/** True where the gateway describes every field that is read here, and promises every one that is relied on. */
type Held<Own, Theirs> = [Exclude<keyof Own, keyof Theirs> | Exclude<Needed<Own>, Needed<Theirs>>] extends [never]
  ? true
  : {
      readonly notDescribed: Exclude<keyof Own, keyof Theirs>;
      readonly notPromised: Exclude<Needed<Own>, Needed<Theirs>>;
    };

/**
 * The dashboard's own, narrower types against the gateway's description of itself (`openapi.json`, from which `generated.ts`
 * is made by `npm run api`): the compiler refuses a field that the gateway does not have.
 */

type Pairs = {
  me: Held<Me, Described['MeView']>;
  code: Held<Code, Described['CodeView']>;
  practitioner: Held<Practitioner, Described['PractitionerView']>;
  worklistRow: Held<WorklistRow, Described['WorklistRow']>;
  patient: Held<Patient, Described['PatientView']>;
  reading: Held<Reading, Described['ReadingView']>;
  alert: Held<Alert, Described['AlertView']>;
  note: Held<AlertNote, Described['AlertNote']>;
  evidence: Held<Evidence, Described['Evidence']>;
  evidenceReading: Held<Partial<Omit<EvidenceReading, 'special'>>, Described['EvidenceReading']>;
  rule: Held<Rule, Described['RuleView']>;
  plan: Held<CarePlanFields, Described['CarePlanView']>;
  threshold: Held<Omit<Threshold, 'priority'>, Described['Threshold']>;
  measurement: Held<Measurement, Described['Measurement']>;
  version: Held<PlanVersion, Described['PlanVersion']>;
  timeline: Held<TimelineEntry, Described['TimelineItem']>;
  share: Held<Share, Described['ShareView']>;
  task: Held<Task, Described['TaskView']>;
  device: Held<Device, Described['DeviceView']>;
  audit: Held<AuditEntry, Described['AuditView']>;
};

type AllTrue<T extends Record<keyof T, true>> = T;
export type Proof = AllTrue<Pairs>;
