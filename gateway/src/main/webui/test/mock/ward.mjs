// A small ward for looking at the dashboard and for its tests: the gateway's answers, shaped as its contract words them.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const iso = (t) => new Date(t).toISOString();
const uuid = (kind, n) => `00000000-0000-4000-${kind}-${String(n).padStart(12, '0')}`;

export const SUBJECTS = Object.fromEntries(
  [
    'patient',
    'carer',
    'nurse',
    'physician',
    'gp',
    'manager',
    'device-admin',
    'ops-admin',
    'auditor',
    'nurse2',
    'physician2',
  ].map((name, i) => [name, `00000000-0000-4000-8000-${(i + 1).toString(16).padStart(12, '0')}`]),
);
const NAMES = {
  patient: 'Marcel Dubois',
  carer: 'Claire Dubois',
  nurse: 'Nadia Nguyen',
  physician: 'Dr Pierre Moreau',
  gp: 'Dr Gabrielle Petit',
  manager: 'Maud Lefort',
  'device-admin': 'Denis Roche',
  'ops-admin': 'Odile Fabre',
  auditor: 'Alain Giraud',
  nurse2: 'Nora Besson',
  physician2: 'Dr Philippe Brun',
};
const TEAM = { id: '00000000-0000-4000-9000-00000000000a', name: 'Équipe A' };

const CODES = readFileSync(path.join(import.meta.dirname, 'codes.json'), 'utf8');

const RULES = [
  ['spo2-low', '59408-5', 'low', 'critical', 92, null, 1],
  ['systolic-low', '8480-6', 'low', 'critical', 91, null, 1],
  ['systolic-high', '8480-6', 'high', 'critical', null, 219, 1],
  ['pulse-low', '8867-4', 'low', 'critical', 41, null, 1],
  ['pulse-high', '8867-4', 'high', 'critical', null, 130, 1],
  ['temperature-low', '8310-5', 'low', 'critical', 35.1, null, 0.5],
  ['respiration-high', '9279-1', 'high', 'critical', null, 24, 1],
  ['glucose-high', '41653-7', 'high', 'high', null, 250, 5],
].map(([id, code, direction, priority, low, high, exitBand]) => ({
  id,
  version: '1',
  pack: 'default',
  code,
  direction,
  priority,
  low,
  high,
  exitBand,
  confirm: { n: 2, of: 3 },
  source: 'NEWS2, Royal College of Physicians',
  edition: '2017',
  signedOff: false,
}));

const PEOPLE = [
  ['Dubois', 'Marcel', '1950-03-14', 'male', 'monitored'],
  ['Lambert', 'Josette', '1958-07-02', 'female', 'monitored'],
  ['Benali', 'Nadia', '1968-01-25', 'female', 'monitored'],
  ['Girard', 'Thomas', '1992-11-05', 'male', 'monitored'],
  ['Faure', 'Bernard', '1955-05-19', 'male', 'monitored'],
  ['Morel', 'Simone', '1944-02-08', 'female', 'monitored'],
  ['Haddad', 'Ahmed', '1960-09-30', 'male', 'monitored'],
  ['Perrin', 'Hélène', '1956-04-11', 'female', 'monitored'],
  ['Roux', 'Lucie', '1964-12-22', 'female', 'monitored'],
  ['Colin', 'Didier', '1971-06-16', 'male', 'paused'],
  ['Marchand', 'Yvette', '1939-10-03', 'female', 'not monitored', 'nothing due'],
  ['Vidal', 'Robert', '1931-08-27', 'male', 'not monitored', 'deceased'],
];

/** Deterministic noise, so that two runs draw the same picture. */
function noise(seed) {
  let x = seed * 2654435761;
  return () => {
    x = (x ^ (x << 13)) >>> 0;
    x = (x ^ (x >>> 17)) >>> 0;
    x = (x ^ (x << 5)) >>> 0;
    return x / 2 ** 32 - 0.5;
  };
}

const at = (value, unit) => ({ value, unit });

function readingsOf(index, patientId, now) {
  const random = noise(index + 7);
  const items = [];
  const put = (t, code, body, extra = {}) =>
    items.push({
      id: uuid('a100', index * 10_000 + items.length),
      patientId,
      code,
      ...body,
      measuredAt: iso(t),
      receivedAt: iso(t + 21_000),
      recordedAt: iso(t + 21_400),
      timeQuality: 'exact',
      validity: 'valid',
      flags: [],
      deviceId: uuid('b000', index),
      version: 1,
      ...extra,
    });
  const days = 40;
  for (let d = days; d >= 0; d--) {
    for (const [k, hour] of [7.2, 12.4, 19.1].entries()) {
      const t = Math.floor(now / DAY) * DAY - d * DAY + (hour + random()) * HOUR;
      const gap = index === 0 ? d === 3 : index === 6 && d < 3;
      if (t > now - 10 * 60_000 || gap) continue;
      const worse = index === 0 && d === 0 ? 1 : index === 1 && d <= 2 ? (3 - d) / 3 : 0;
      const low = index === 1;
      put(t, '59408-5', at(Math.round((low ? 90.6 : 96) - worse * (low ? 4 : 7) + random() * 2), '%'));
      put(t + 60_000, '8867-4', at(Math.round(73 + worse * 24 + random() * 8), '/min'));
      if (k !== 1) {
        const sys = Math.round(132 + index * 1.5 + worse * 6 + random() * 14);
        const dia = Math.round(80 + random() * 9);
        put(
          t + 120_000,
          '85354-9',
          {
            components: [
              { code: '8480-6', ...at(sys, 'mm[Hg]') },
              { code: '8462-4', ...at(dia, 'mm[Hg]') },
            ],
          },
          index === 0 && d === 5 && k === 0 ? { validity: 'questioned', flags: ['JUMP'] } : {},
        );
      }
      if (k === 0)
        put(
          t + 180_000,
          '29463-7',
          at(Number((78.2 + random() * 0.6 + worse * 1.9 + (index === 0 && d < 3 ? 3 - d : 0) * 0.5).toFixed(1)), 'kg'),
        );
      if (k === 0 && index < 3)
        put(t + 200_000, '8310-5', at(Number((36.7 + worse * 1.1 + random() * 0.4).toFixed(1)), 'Cel'));
    }
  }
  if (index === 0) {
    put(now - 48 * 60_000, '59408-5', at(88, '%'));
    put(now - 31 * 60_000, '59408-5', at(87, '%'));
    put(now - 30 * 60_000, '8867-4', at(104, '/min'));
  }
  return items.sort((a, b) => Date.parse(b.measuredAt) - Date.parse(a.measuredAt));
}

function planOf(index, patientId, now) {
  const monitored = index < 10;
  const own = [
    {
      id: 't1',
      code: '59408-5',
      low: 92,
      high: null,
      exitBand: 1,
      confirm: { n: 2, of: 3 },
      from: iso(now - 60 * DAY),
      to: iso(now - 12 * DAY),
      origin: 'patient',
      author: SUBJECTS.physician,
      reason: 'Start of monitoring',
    },
    {
      id: 't2',
      code: '59408-5',
      low: index === 1 ? 88 : 91,
      high: index === 1 ? 92 : null,
      exitBand: 1,
      confirm: { n: 2, of: 3 },
      from: iso(now - 12 * DAY),
      to: null,
      origin: 'patient',
      author: SUBJECTS.physician,
      reason: 'Own baseline after discharge',
    },
    {
      id: 't3',
      code: '8480-6',
      low: 100,
      high: 150,
      exitBand: 2,
      confirm: { n: 2, of: 3 },
      from: iso(now - 60 * DAY),
      to: null,
      origin: 'patient',
      author: SUBJECTS.physician,
      reason: 'Start of monitoring',
    },
    {
      id: 't4',
      code: '8867-4',
      low: 50,
      high: 100,
      exitBand: 2,
      from: iso(now - 60 * DAY),
      to: null,
      origin: 'patient',
      author: SUBJECTS.physician,
      reason: 'Start of monitoring',
    },
    {
      id: 't5',
      code: '29463-7',
      low: 76,
      high: 81,
      exitBand: 0.5,
      from: iso(now - 60 * DAY),
      to: null,
      origin: 'patient',
      author: SUBJECTS.physician,
      reason: 'Dry weight 78 kg',
    },
  ];
  return {
    id: uuid('c000', index),
    patientId,
    version: index < 3 ? 3 : 1,
    state: 'active',
    timeZone: index === 7 ? 'America/Montreal' : 'Europe/Paris',
    reviewOn: iso(now + 30 * DAY).slice(0, 10),
    packs: ['default'],
    goals: [],
    measurements: monitored
      ? [
          { id: 'm1', code: '59408-5', perDay: 3, windows: ['06:00/10:00', '11:00/14:00', '18:00/21:00'] },
          { id: 'm2', code: '85354-9', perDay: 2, windows: ['06:00/10:00', '18:00/21:00'] },
          { id: 'm3', code: '29463-7', perDay: 1, windows: ['06:00/10:00'] },
        ]
      : [],
    thresholds: index < 3 ? own.slice(1) : [],
    scores: [],
    activities: [],
    pauses: [],
    owners: {},
    reason: 'Own baseline after discharge',
  };
}

function versionsOf(index, plan, now) {
  const first = { version: 1, author: SUBJECTS.nurse, at: iso(now - 70 * DAY), reason: 'Registration', thresholds: [] };
  if (index > 2) return [first];
  const start = plan.thresholds.map((t) =>
    t.id === 't2' ? { ...t, low: 92, high: null, from: iso(now - 60 * DAY), reason: 'Start of monitoring' } : t,
  );
  return [
    first,
    {
      version: 2,
      author: SUBJECTS.physician,
      at: iso(now - 60 * DAY),
      reason: 'Start of monitoring',
      thresholds: start,
    },
    {
      version: 3,
      author: SUBJECTS.physician,
      at: iso(now - 12 * DAY),
      reason: 'Own baseline after discharge',
      thresholds: plan.thresholds,
    },
  ];
}

const ALERTS = [
  [
    0,
    'critical',
    'open',
    '59408-5',
    'low',
    0.5,
    'SpO2 87 % is below the limit of 91 %, confirmed by 88 % 17 minutes earlier.',
    'SpO2 à 87 %, sous la limite de 91 %, confirmée par 88 % 17 minutes plus tôt.',
    'spo2-low',
  ],
  [
    0,
    'medium',
    'acknowledged',
    '29463-7',
    'high',
    5,
    'Weight up 2.2 kg in 3 days, more than 2 kg.',
    'Poids en hausse de 2,2 kg en 3 jours, plus de 2 kg.',
    'weight-gain',
  ],
  [
    1,
    'high',
    'open',
    '59408-5',
    'low',
    2.2,
    'SpO2 86 % is below the limit of 88 %, confirmed by 87 %.',
    'SpO2 à 86 %, sous la limite de 88 %, confirmée par 87 %.',
    'spo2-low',
  ],
  [
    4,
    'high',
    'acknowledged',
    '8480-6',
    'high',
    7.5,
    'Systolic blood pressure 196 mmHg is above the limit of 180 mmHg.',
    'Pression systolique à 196 mmHg, au-dessus de la limite de 180 mmHg.',
    'systolic-high',
  ],
  [
    3,
    'medium',
    'open',
    '41653-7',
    'high',
    3.4,
    'Capillary glucose 271 mg/dL is above the limit of 250 mg/dL.',
    'Glycémie capillaire à 271 mg/dL, au-dessus de la limite de 250 mg/dL.',
    'glucose-high',
  ],
  [
    6,
    'low',
    'open',
    null,
    'low',
    26,
    'No blood pressure for 2 days; two measurements a day are due.',
    'Aucune pression artérielle depuis 2 jours ; deux mesures par jour sont prévues.',
    'silence',
  ],
  [
    5,
    'technical',
    'open',
    '29463-7',
    'technical',
    9,
    'The scale sent an impossible weight of 0 kg; the reading was kept as invalid.',
    'La balance a envoyé un poids impossible de 0 kg ; la mesure est conservée comme non valide.',
    'impossible-value',
  ],
  [
    0,
    'high',
    'closed',
    '59408-5',
    'low',
    9 * 24,
    'SpO2 90 % is below the limit of 91 %.',
    'SpO2 à 90 %, sous la limite de 91 %.',
    'spo2-low',
  ],
  [
    0,
    'critical',
    'retrospective',
    '59408-5',
    'low',
    4 * 24,
    'SpO2 86 % was below the limit of 91 %; the reading arrived 9 hours late.',
    'SpO2 à 86 %, sous la limite de 91 % ; la mesure est arrivée avec 9 heures de retard.',
    'spo2-low',
  ],
];

function alertOf([person, priority, status, code, direction, hours, en, fr, rule], i, now, patients, readings) {
  const raised = now - hours * HOUR;
  const patientId = patients[person].id;
  const used = readings[patientId]
    .filter(
      (r) =>
        code &&
        (r.code === code || r.components?.some((c) => c.code === code)) &&
        Date.parse(r.measuredAt) <= raised + 5 * 60_000,
    )
    .slice(0, 2)
    .reverse();
  const acted = status === 'acknowledged' || status === 'closed';
  return {
    id: uuid('d000', i),
    episodeId: uuid('d000', i),
    patientId,
    rule: { id: rule, version: '1' },
    code: code ?? undefined,
    direction,
    priority,
    status,
    raisedAt: iso(raised),
    updatedAt: iso(raised),
    closedAt: status === 'closed' ? iso(raised + 5 * HOUR) : undefined,
    sentence: en,
    sentences: { en, fr },
    evidence: {
      readings: used.map((r, k) => {
        const m = r.components?.find((c) => c.code === code) ?? r;
        return {
          id: r.id,
          code: code,
          value: m.value,
          unit: m.unit,
          measuredAt: r.measuredAt,
          receivedAt: r.receivedAt,
          timeQuality: 'exact',
          validity: 'valid',
          role: k === 0 ? 'onset' : 'confirming',
        };
      }),
      rule: { id: rule, version: '1', pack: 'default', source: 'NEWS2, Royal College of Physicians, 2017' },
      threshold: code
        ? {
            code,
            low: direction === 'low' ? 91 : undefined,
            high: direction === 'high' ? 180 : undefined,
            exitBand: 1,
            confirm: { n: 2, of: 3 },
            origin: person < 3 ? 'patient' : 'pack',
            author: SUBJECTS.physician,
            planVersion: 3,
          }
        : undefined,
      suppressed: [],
    },
    acknowledgedBy: acted ? SUBJECTS.nurse : undefined,
    acknowledgedAt: acted ? iso(raised + 12 * 60_000) : undefined,
    outcome: status === 'closed' ? 'treated' : undefined,
    notes: acted
      ? [
          {
            by: SUBJECTS.nurse,
            at: iso(raised + 12 * 60_000),
            action: 'acknowledge',
            text: 'Called at once; the patient is at rest and will measure again in an hour.',
          },
        ]
      : [],
    version: 1,
  };
}

export function createWard(now = Date.now()) {
  const patients = PEOPLE.map(([family, given, birthDate, sex, status, statusReason], i) => ({
    id: uuid('a000', i),
    name: { family, given: [given] },
    birthDate,
    sex,
    identifiers: [
      {
        system: 'urn:oid:1.2.250.1.213.1.4.8',
        value: `1${birthDate.slice(2, 4)}${birthDate.slice(5, 7)}75${String(116001 + i * 37)}`,
      },
    ],
    phone: i % 4 === 3 ? undefined : `+33 6 12 34 5${i} 7${i}`,
    team: TEAM,
    status,
    statusReason: statusReason ?? undefined,
    version: 1,
  }));
  const readings = Object.fromEntries(
    patients.map((p, i) => [p.id, i === 10 || i === 2 ? [] : i === 11 ? [] : readingsOf(i, p.id, now)]),
  );
  const alerts = ALERTS.map((spec, i) => alertOf(spec, i, now, patients, readings));
  const plans = Object.fromEntries(patients.map((p, i) => [p.id, planOf(i, p.id, now)]));
  const tasks = alerts
    .filter((a) => a.status !== 'retrospective')
    .map((a, i) => ({
      id: uuid('e000', i),
      patientId: a.patientId,
      episodeId: a.episodeId,
      alertIds: [a.id],
      kind: 'review-alert',
      title: { en: 'Review the alert', fr: 'Examiner l’alerte' },
      priority: a.priority,
      status: a.status === 'closed' ? 'completed' : 'open',
      assignee: a.status === 'acknowledged' ? SUBJECTS.nurse : undefined,
      teamId: TEAM.id,
      openedAt: a.raisedAt,
      dueAt: iso(
        Date.parse(a.raisedAt) + { critical: 0.25, high: 1, medium: 8, low: 24, technical: 24 }[a.priority] * HOUR,
      ),
      completedAt: a.closedAt,
      completedBy: a.closedAt && SUBJECTS.nurse,
      note: a.closedAt && 'Inhaler technique shown again.',
      version: 1,
    }));
  const shares = {
    [patients[0].id]: [
      {
        id: uuid('f000', 1),
        patientId: patients[0].id,
        practitionerId: SUBJECTS.gp,
        purpose: 'care',
        from: iso(now - 20 * DAY),
        until: iso(now + 70 * DAY),
        grantedBy: SUBJECTS.nurse,
        grantedAt: iso(now - 20 * DAY),
      },
    ],
  };
  const versions = Object.fromEntries(patients.map((p, i) => [p.id, versionsOf(i, plans[p.id], now)]));
  return {
    now,
    versions,
    patients,
    readings,
    alerts,
    plans,
    tasks,
    shares,
    rules: RULES,
    codes: JSON.parse(CODES),
    listeners: new Set(),
    sequence: 0,
  };
}

const RANK = ['critical', 'high', 'medium', 'low', 'technical'];
const isOpen = (a) => a.status !== 'closed' && a.status !== 'retrospective';

function worklistRow(ward, patient) {
  const open = ward.alerts
    .filter((a) => a.patientId === patient.id && isOpen(a))
    .sort((a, b) => RANK.indexOf(a.priority) - RANK.indexOf(b.priority));
  const top = open[0];
  const due = ward.tasks.find((t) => t.status === 'open' && t.alertIds.includes(top?.id))?.dueAt;
  const none = { en: 'Nothing to do', fr: 'Rien à faire' };
  const quiet = {
    'not monitored': { en: 'No measurement is due', fr: 'Aucune mesure prévue' },
    paused: { en: 'Paused: in hospital', fr: 'En pause : hospitalisation' },
  }[patient.status];
  return {
    id: patient.id,
    patient: { id: patient.id, name: patient.name, birthDate: patient.birthDate, sex: patient.sex },
    team: TEAM,
    rank: top ? RANK.indexOf(top.priority) : 9,
    priority: top?.priority,
    reason: top ? top.sentences : (quiet ?? none),
    nextAction: top ? (top.status === 'acknowledged' ? 'resolve' : 'acknowledge') : 'none',
    episodeId: top?.episodeId,
    openAlerts: open.length,
    alertIds: open.map((a) => a.id),
    topAlertId: top?.id,
    claimedBy: top?.assignee ?? top?.acknowledgedBy,
    dueAt: due,
    lastReadingAt: ward.readings[patient.id][0]?.measuredAt,
    monitoring: patient.status,
  };
}

const json = (status, body, headers = {}) => ({ status, body, headers });
const problem = (status, code, extra = {}) =>
  json(status, { type: `urn:homeward:${code.toLowerCase()}`, status, code, detail: code, ...extra });
const NOT_FOUND = problem(404, 'NOT_FOUND');

function me(role) {
  const wire = role.replace(/2$/, '');
  const clinical = wire === 'nurse' || wire === 'physician';
  return {
    subject: SUBJECTS[role],
    name: NAMES[role],
    roles: [wire],
    language: 'en',
    teams: clinical ? [TEAM] : [],
    csrfHeader: 'X-Homeward',
    emergencyNumber: '112',
  };
}

function visible(ward, role) {
  if (['patient', 'carer', 'gp'].includes(role)) return ward.patients.slice(0, 1);
  return ['nurse', 'physician'].includes(role) ? ward.patients : [];
}

export function emit(ward, event) {
  ward.sequence += 1;
  for (const listener of ward.listeners) listener(String(ward.sequence), event);
}

function actOnAlert(ward, alert, action, body, role) {
  const t = iso(Date.now());
  const by = SUBJECTS[role];
  if (action === 'acknowledge' && alert.acknowledgedBy)
    return problem(409, 'ALREADY_ACKNOWLEDGED', { by: alert.acknowledgedBy, at: alert.acknowledgedAt });
  if (alert.status === 'closed')
    return problem(409, 'ALREADY_CLOSED', { by: alert.notes.at(-1)?.by, at: alert.closedAt });
  if (action === 'resolve' && alert.priority === 'critical' && role !== 'physician')
    return problem(403, 'CRITICAL_NEEDS_PHYSICIAN');
  alert.notes = [...alert.notes, { by, at: t, action, text: body?.note }];
  if (action === 'acknowledge') Object.assign(alert, { status: 'acknowledged', acknowledgedBy: by, acknowledgedAt: t });
  if (action === 'assign') alert.assignee = body.assignee;
  if (action === 'resolve') Object.assign(alert, { status: 'closed', closedAt: t, outcome: body.outcome });
  emit(ward, {
    kind: 'alert',
    id: alert.id,
    patientId: alert.patientId,
    what: 'AlertAcknowledged',
    at: t,
    priority: alert.priority,
    status: alert.status,
    sentence: alert.sentence,
    sentences: alert.sentences,
  });
  return json(200, alert);
}

function patientRoute(ward, role, method, [id, what, sub], query, body, headers) {
  const patient = visible(ward, role).find((p) => p.id === id);
  if (!patient) return NOT_FOUND;
  if (!what) return json(200, patient, { ETag: `"${patient.version}"` });
  if (what === 'readings') {
    const from = Date.parse(query.get('from') ?? iso(0));
    const items = ward.readings[id].filter((r) => Date.parse(r.measuredAt) >= from).slice(0, 1000);
    return json(200, { items });
  }
  if (what === 'timeline') {
    const items = [
      {
        at: iso(ward.now - 12 * DAY),
        kind: 'plan',
        id: 'p3',
        text: { en: 'Thresholds changed', fr: 'Seuils modifiés' },
      },
      ...ward.tasks
        .filter((t) => t.patientId === id)
        .map((t) => ({
          at: t.openedAt,
          kind: 'task',
          id: t.id,
          text: { en: 'Task opened', fr: 'Tâche ouverte' },
        })),
    ].sort((a, b) => b.at.localeCompare(a.at));
    return json(200, { items });
  }
  if (what === 'care-plan') {
    const plan = ward.plans[id];
    if (sub === 'versions') {
      return json(200, { items: [...ward.versions[id]].reverse() });
    }
    if (method === 'PUT') {
      if (role !== 'physician') return problem(403, 'THRESHOLDS_NEED_PHYSICIAN');
      if (!headers['if-match']) return problem(428, 'IF_MATCH_REQUIRED');
      if (headers['if-match'] !== `"${plan.version}"`) return problem(412, 'STALE');
      const at = iso(Date.now());
      const version = plan.version + 1;
      const thresholds = body.thresholds.map((t, i) => {
        const known = plan.thresholds.find((k) => k.id === t.id);
        const same = known && ['low', 'high', 'exitBand'].every((k) => (known[k] ?? null) === (t[k] ?? null));
        return same
          ? known
          : {
              ...t,
              id: t.id ?? `n${version}-${i}`,
              origin: 'patient',
              author: SUBJECTS[role],
              from: at,
              reason: body.reason,
            };
      });
      ward.plans[id] = { ...body, version, thresholds };
      ward.versions[id].push({ version, author: SUBJECTS[role], at, reason: body.reason, thresholds });
      emit(ward, { kind: 'plan', id: plan.id, patientId: id, what: 'CarePlanChanged', at: iso(Date.now()) });
    }
    return json(200, ward.plans[id], { ETag: `"${ward.plans[id].version}"` });
  }
  if (what === 'shares') {
    ward.shares[id] ??= [];
    const list = ward.shares[id];
    if (method === 'POST') {
      const share = {
        id: uuid('f000', 100 + list.length),
        patientId: id,
        grantedBy: SUBJECTS[role],
        grantedAt: iso(Date.now()),
        ...body,
      };
      list.unshift(share);
      return json(201, share);
    }
    if (method === 'DELETE') {
      Object.assign(list.find((s) => s.id === sub) ?? {}, { endedAt: iso(Date.now()) });
      return json(204, null);
    }
    return json(200, { items: list });
  }
  return NOT_FOUND;
}

/** The answer of the pretended gateway: `{status, body, headers}`. */
export function answer(ward, role, method, url, body, headers = {}) {
  const { pathname, searchParams: query } = new URL(url, 'http://x');
  if (!role) return problem(401, 'UNAUTHENTICATED');
  if (method !== 'GET' && headers['x-homeward'] !== '1') return problem(403, 'CSRF');
  const [what, id, sub, ...rest] = pathname.replace('/api/v1/', '').split('/');
  const pick = (list) => list.find((x) => x.id === id && visible(ward, role).some((p) => p.id === x.patientId));
  switch (what) {
    case 'me':
      return json(200, me(role));
    case 'codes':
      return json(200, { items: ward.codes });
    case 'rules':
      return json(200, { items: ward.rules });
    case 'practitioners':
      return json(200, {
        items: ['nurse', 'physician', 'gp', 'nurse2', 'physician2']
          .filter((r) => !query.get('role') || r === query.get('role'))
          .map((r) => ({ id: SUBJECTS[r], name: NAMES[r], role: r.replace(/2$/, '') })),
      });
    case 'worklist': {
      const rows = visible(ward, role)
        .map((p) => worklistRow(ward, p))
        .sort((a, b) => a.rank - b.rank);
      const tabs = {
        all: rows,
        'needs-action': rows.filter((r) => r.openAlerts > 0),
        mine: rows.filter((r) => r.claimedBy === SUBJECTS[role]),
        'not-monitored': rows.filter((r) => r.monitoring === 'not monitored'),
      };
      return json(200, {
        items: tabs[query.get('tab') ?? 'all'],
        counts: Object.fromEntries(Object.entries(tabs).map(([k, v]) => [k, v.length])),
      });
    }
    case 'patients':
      return id
        ? patientRoute(ward, role, method, [id, sub, ...rest], query, body, headers)
        : json(200, { items: visible(ward, role) });
    case 'alerts': {
      if (!id)
        return json(200, {
          items: ward.alerts
            .filter((a) => visible(ward, role).some((p) => p.id === a.patientId))
            .filter((a) => !query.get('patientId') || a.patientId === query.get('patientId'))
            .filter((a) => query.get('status') !== 'open' || isOpen(a)),
        });
      const alert = pick(ward.alerts);
      if (!alert) return NOT_FOUND;
      return method === 'POST' ? actOnAlert(ward, alert, sub, body, role) : json(200, alert, { ETag: '"1"' });
    }
    case 'tasks': {
      if (!id) {
        const assignee = query.get('assignee') === 'me' ? SUBJECTS[role] : query.get('assignee');
        const items = ward.tasks
          .filter((t) => visible(ward, role).some((p) => p.id === t.patientId))
          .filter(
            (t) =>
              (!query.get('status') || t.status === query.get('status')) &&
              (!assignee || t.assignee === assignee) &&
              (!query.get('patientId') || t.patientId === query.get('patientId')),
          );
        return json(200, { items: items.sort((a, b) => a.dueAt.localeCompare(b.dueAt)) });
      }
      const task = pick(ward.tasks);
      if (!task) return NOT_FOUND;
      if (task.status === 'completed')
        return problem(409, 'ALREADY_COMPLETED', { by: task.completedBy, at: task.completedAt });
      Object.assign(task, { status: 'completed', completedAt: iso(Date.now()), completedBy: SUBJECTS[role], ...body });
      return json(200, task);
    }
    case 'devices':
      return json(200, {
        items: ward.patients.slice(0, 9).map((_p, i) => ({
          id: uuid('b000', i),
          kind: 'hub',
          manufacturer: ['Nonin', 'Omron', 'Withings'][i % 3],
          model: ['3230', 'X7', 'Body+'][i % 3],
          serial: `SN-${4410 + i * 7}`,
          label: `Kit ${i + 1}`,
          status: i === 6 ? 'disabled' : 'active',
          registeredAt: iso(ward.now - 60 * DAY),
          lastSeenAt: i === 7 ? undefined : iso(ward.now - i * 47 * 60_000),
          battery: 96 - i * 11,
          assignments: i === 8 ? [] : [{ id: uuid('b100', i), from: iso(ward.now - 60 * DAY) }],
        })),
      });
    case 'audit':
      return json(200, {
        items: Array.from({ length: 24 }, (_, i) => {
          const denied = i % 7 === 6;
          const who = ['nurse', 'physician', 'gp'][i % 3];
          return {
            id: uuid('ad00', i),
            at: iso(ward.now - i * 13 * 60_000),
            actor: SUBJECTS[who],
            role: who,
            purpose: 'care',
            method: 'GET',
            route: '/api/v1/patients/{patientId}',
            patientId: uuid('a000', i % 5),
            resourceId: uuid('a000', i % 5),
            decision: denied ? 'denied' : 'granted',
            ground: denied ? 'no relation' : 'team',
            status: denied ? 404 : 200,
          };
        }),
      });
    default:
      return NOT_FOUND;
  }
}
