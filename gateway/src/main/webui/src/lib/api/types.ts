/** The gateway's answers as its contract words them; the only place where the dashboard spells them out. */

export type Role =
  | 'patient'
  | 'carer'
  | 'nurse'
  | 'physician'
  | 'gp'
  | 'manager'
  | 'device-admin'
  | 'ops-admin'
  | 'auditor';

export type Priority = 'critical' | 'high' | 'medium' | 'low' | 'technical';
export type AlertStatus = 'open' | 'acknowledged' | 'snoozed' | 'closed' | 'retrospective';
export type Monitoring = 'monitored' | 'not monitored' | 'paused';
export type Bilingual = { readonly en: string; readonly fr: string };
export type Page<T> = { readonly items: readonly T[]; readonly next?: string | null };

export type Me = {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language?: string | null;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly csrfHeader: string;
  readonly emergencyNumber: string;
};

export type PersonName = { readonly family: string; readonly given: readonly string[] };
export type Sex = 'female' | 'male' | 'other' | 'unknown';

export type Patient = {
  readonly id: string;
  readonly name: PersonName;
  readonly birthDate?: string | null;
  readonly sex?: Sex | null;
  readonly identifiers?: readonly { readonly system: string; readonly value: string }[];
  readonly phone?: string | null;
  readonly team?: { readonly id: string; readonly name: string } | null;
  readonly status: Monitoring;
  readonly statusReason?: 'nothing due' | 'deceased' | 'discharged' | null;
  readonly deceasedAt?: string | null;
  readonly version?: number;
};

export type WorklistTab = 'all' | 'needs-action' | 'mine' | 'not-monitored';
export type NextAction = 'acknowledge' | 'resolve' | 'call' | 'none';

export type WorklistRow = {
  readonly id: string;
  readonly patient: Pick<Patient, 'id' | 'name' | 'birthDate' | 'sex'>;
  readonly team?: { readonly id: string; readonly name: string } | null;
  readonly rank: number;
  readonly priority?: Priority | null;
  readonly reason?: Bilingual | null;
  readonly nextAction: NextAction;
  readonly episodeId?: string | null;
  readonly openAlerts: number;
  readonly alertIds?: readonly string[];
  readonly topAlertId?: string | null;
  readonly claimedBy?: string | null;
  readonly dueAt?: string | null;
  readonly lastReadingAt?: string | null;
  readonly monitoring: Monitoring;
};

export type Worklist = Page<WorklistRow> & { readonly counts: Readonly<Record<WorklistTab, number>> };

export type TimeQuality = 'exact' | 'suspect' | 'date-only' | 'unknown';
export type Validity = 'valid' | 'questioned' | 'invalid';

export type Measured = {
  readonly code: string;
  readonly value?: number | null;
  readonly unit?: string | null;
  readonly special?: string | null;
};

export type Reading = Measured & {
  readonly id: string;
  readonly components?: readonly Measured[] | null;
  readonly measuredAt: string;
  readonly receivedAt?: string | null;
  readonly recordedAt?: string | null;
  readonly timeQuality: TimeQuality;
  readonly validity: Validity;
  readonly flags?: readonly string[] | null;
  readonly deviceId?: string | null;
  readonly version: number;
};

export type Confirm = { readonly n: number; readonly of: number };

export type EvidenceReading = Measured & {
  readonly id: string;
  readonly measuredAt: string;
  readonly receivedAt?: string | null;
  readonly timeQuality: TimeQuality;
  readonly validity: Validity;
  readonly role: 'onset' | 'confirming' | 'exit';
};

export type Evidence = {
  readonly readings?: readonly EvidenceReading[] | null;
  readonly rule?: {
    readonly id: string;
    readonly version: number | string;
    readonly pack?: string | null;
    readonly source?: string | null;
  } | null;
  readonly threshold?: {
    readonly code: string;
    readonly low?: number | null;
    readonly high?: number | null;
    readonly exitBand?: number | null;
    readonly confirm?: Confirm | null;
    readonly origin?: string | null;
    readonly author?: string | null;
    readonly planVersion?: number | null;
  } | null;
  readonly suppressed?: readonly { readonly readingId: string; readonly reason: string }[] | null;
};

export type AlertNote = {
  readonly by: string;
  readonly at: string;
  readonly action: string;
  readonly text?: string | null;
};

export type Alert = {
  readonly id: string;
  readonly episodeId: string;
  readonly patientId: string;
  readonly rule: { readonly id: string; readonly version: number | string };
  readonly code?: string | null;
  readonly direction?: 'low' | 'high' | 'technical' | null;
  readonly priority: Priority;
  readonly status: AlertStatus;
  readonly raisedAt: string;
  readonly updatedAt?: string | null;
  readonly closedAt?: string | null;
  readonly closeReason?: string | null;
  readonly sentence?: string | null;
  readonly sentences?: Bilingual | null;
  readonly evidence?: Evidence | null;
  readonly acknowledgedBy?: string | null;
  readonly acknowledgedAt?: string | null;
  readonly assignee?: string | null;
  readonly snoozedUntil?: string | null;
  readonly outcome?: Outcome | null;
  readonly notes?: readonly AlertNote[] | null;
  readonly version?: number;
};

export const OUTCOMES = ['treated', 'technique', 'watch', 'referred', 'no-action', 'other'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Threshold = {
  readonly id?: string;
  readonly code: string;
  readonly priority?: Priority | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly exitBand?: number | null;
  readonly confirm?: Confirm | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly origin?: string | null;
  readonly author?: string | null;
  readonly reason?: string | null;
};

export type Measurement = {
  readonly id?: string;
  readonly code: string;
  readonly perDay?: number | null;
  readonly windows?: readonly string[] | null;
};

export type CarePlanFields = {
  readonly id: string;
  readonly patientId: string;
  readonly version: number;
  readonly state: 'active' | 'draft' | 'ended';
  readonly timeZone?: string | null;
  readonly reviewOn?: string | null;
  readonly packs?: readonly unknown[] | null;
  readonly goals?: readonly unknown[] | null;
  readonly measurements?: readonly Measurement[] | null;
  readonly thresholds?: readonly Threshold[] | null;
  readonly reason?: string | null;
};

/** Fields that only pass through an edit are kept as they came. */
export type CarePlan = CarePlanFields & Readonly<Record<string, unknown>>;

export type PlanVersion = {
  readonly version: number;
  readonly author?: string | null;
  readonly at?: string | null;
  readonly reason?: string | null;
  readonly thresholds?: readonly Threshold[] | null;
};

export type Rule = {
  readonly id: string;
  readonly version: number | string;
  readonly pack?: string | null;
  readonly code?: string | null;
  readonly direction?: 'low' | 'high' | 'technical' | null;
  readonly priority?: Priority | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly exitBand?: number | null;
  readonly confirm?: Confirm | null;
  readonly source?: string | null;
  readonly edition?: string | null;
  readonly signedOff?: boolean;
};

export type Code = {
  readonly code: string;
  readonly kind: 'panel' | 'component' | 'quantity' | 'coded' | 'refused';
  readonly aliases?: readonly string[] | null;
  readonly unit?: string | null;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly components?: readonly string[] | null;
  readonly en: string;
  readonly fr: string;
};

export type TaskStatus = 'open' | 'completed' | 'cancelled';

export type Task = {
  readonly id: string;
  readonly patientId: string;
  readonly episodeId?: string | null;
  readonly alertIds?: readonly string[] | null;
  readonly kind: string;
  readonly title: Bilingual;
  readonly priority?: Priority | null;
  readonly status: TaskStatus;
  readonly assignee?: string | null;
  readonly teamId?: string | null;
  readonly openedAt: string;
  readonly dueAt?: string | null;
  readonly completedAt?: string | null;
  readonly completedBy?: string | null;
  readonly outcome?: string | null;
  readonly note?: string | null;
  readonly version?: number;
};

export type Share = {
  readonly id: string;
  readonly patientId: string;
  readonly practitionerId: string;
  readonly purpose?: string | null;
  readonly from?: string | null;
  readonly until?: string | null;
  readonly endedAt?: string | null;
  readonly grantedBy?: string | null;
  readonly grantedAt?: string | null;
};

export type Practitioner = { readonly id: string; readonly name: string; readonly role?: string | null };

export type TimelineEntry = {
  readonly at: string;
  readonly kind: string;
  readonly id: string;
  readonly text: Bilingual;
};

export type Device = {
  readonly id: string;
  readonly kind?: string | null;
  readonly manufacturer?: string | null;
  readonly model?: string | null;
  readonly serial?: string | null;
  readonly label?: string | null;
  readonly status: 'active' | 'disabled';
  readonly registeredAt?: string | null;
  readonly lastSeenAt?: string | null;
  readonly battery?: number | null;
  readonly assignments?: readonly { readonly id: string; readonly from?: string | null; readonly to?: string | null }[];
};

export type AuditEntry = {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly role: string;
  readonly method: string;
  readonly route: string;
  readonly patientId?: string | null;
  readonly resourceId?: string | null;
  readonly decision: 'granted' | 'denied';
  readonly status: number;
};

export const FEED_KINDS = ['alert', 'reading', 'task', 'plan', 'patient'] as const;

export type FeedEvent = {
  readonly kind: (typeof FEED_KINDS)[number];
  readonly id: string;
  readonly patientId: string;
  readonly what: string;
  readonly at?: string | null;
  readonly priority?: Priority;
  readonly status?: AlertStatus;
  readonly sentence?: string;
  readonly sentences?: Bilingual;
};

export type ProblemBody = {
  readonly status?: number;
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
  readonly by?: string;
  readonly at?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
};
