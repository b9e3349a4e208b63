package org.homeward.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.gateway.FakeServices.Reply;

/// The answers of the services, in the shapes of docs/internal-api.md.
final class Recorded {
    private static final Map<String, String> OWNER =
            Map.of(
                    Ward.ALERT_1, Ward.PATIENT_1,
                    Ward.ALERT_2, Ward.PATIENT_2,
                    Ward.TASK_1, Ward.PATIENT_1,
                    Ward.TASK_2, Ward.PATIENT_2);

    private Recorded() {}

    static Reply answer(String method, String path, String body) {
        String[] parts = path.replace("/internal/v1/", "").split("/", -1);
        return switch (parts[0]) {
            case "alerts" -> alerts(parts, body);
            case "tasks" -> tasks(parts, body);
            case "devices" ->
                    path.endsWith("/quality") ? RecordedChanges.quality() : devices(method, parts);
            case "device-profiles" -> profiles(parts);
            case "recalls" -> recalls(parts[1]);
            case "refusals",
                    "refusal-redrives",
                    "conservation",
                    "device-concerns",
                    "device-health" ->
                    RecordedRefusals.of(parts);
            case "patients" -> patients(method, parts, body);
            case "readings" -> reading(parts[1]);
            case "rules" -> ok(list(new JsonObject().put("id", "hr-high").put("version", "1")));
            case "teams" -> ok(list());
            default -> notFound();
        };
    }

    private static Reply alerts(String[] parts, String body) {
        if (parts[1].equals("search")) {
            return ok(
                    list(
                            List.of(Ward.ALERT_1, Ward.ALERT_2).stream()
                                    .filter(id -> body.contains(OWNER.get(id)))
                                    .map(Recorded::alert)
                                    .toArray(JsonObject[]::new)));
        }
        if (!OWNER.containsKey(parts[1])) {
            return notFound();
        }
        if (parts.length > 2 && body.contains("second")) {
            return new Reply(
                    409,
                    "{\"code\":\"ALREADY_ACKNOWLEDGED\",\"detail\":\"Someone was first.\",\"by\":\"other\",\"at\":\"2026-11-22T10:00:00Z\"}");
        }
        return ok(alert(parts[1]).put("status", parts.length > 2 ? "acknowledged" : "open"));
    }

    private static JsonObject alert(String id) {
        return new JsonObject(
                        """
                        {"rule":{"id":"hr-high","version":"1"},"code":"8867-4","direction":"high","priority":"high",
                         "status":"open","raisedAt":"2026-11-22T10:00:00Z","sentence":"Heart rate is high",
                         "sentences":{"en":"Heart rate is high","fr":"La fréquence cardiaque est élevée"},
                         "evidence":{"readings":[{"id":"00000000-0000-4000-a000-000000000001","code":"8867-4","value":131.50,
                          "unit":"/min","measuredAt":"2026-11-22T10:00:00Z"}],"suppressed":[]},
                         "notes":[{"by":"x","at":"2026-11-22T10:01:00Z","action":"acknowledge","text":"called <b>her</b>"}],
                         "version":3}""")
                .put("id", id)
                .put("episodeId", id)
                .put("patientId", OWNER.get(id));
    }

    private static Reply tasks(String[] parts, String body) {
        if (parts[1].equals("search")) {
            return ok(
                    list(
                            List.of(Ward.TASK_1, Ward.TASK_2).stream()
                                    .filter(id -> body.contains(OWNER.get(id)))
                                    .map(Recorded::task)
                                    .toArray(JsonObject[]::new)));
        }
        return OWNER.containsKey(parts[1]) ? ok(task(parts[1])) : notFound();
    }

    private static JsonObject task(String id) {
        return new JsonObject(
                        """
                        {"alertIds":[],"kind":"review-alert","title":{"en":"Review","fr":"Revoir"},"priority":"high",
                         "status":"open","assignee":"someone","openedAt":"2026-11-22T10:00:00Z","version":1}""")
                .put("id", id)
                .put("patientId", OWNER.get(id));
    }

    private static Reply devices(String method, String[] parts) {
        JsonObject unworn = device(Ward.DEVICE_3, null);
        if (parts.length == 1 && method.equals("POST")) {
            return new Reply(201, unworn.put("token", "once").encode());
        }
        JsonObject one = device(Ward.DEVICE_1, Ward.PATIENT_1);
        if (parts.length == 1) {
            return ok(list(one, device(Ward.DEVICE_2, Ward.PATIENT_2), unworn));
        }
        if (parts.length > 2 && parts[2].equals("assignments")) {
            return assignments(method, parts);
        }
        if (parts.length == 3 && parts[2].equals("claim-code")) {
            return RecordedDesk.claimCode(method);
        }
        if (parts.length > 2 && parts[2].equals("acts-for")) {
            return RecordedDesk.actsFor(method);
        }
        if (parts.length > 2 && parts[2].equals("credentials")) {
            return RecordedDesk.credentials(method);
        }
        return switch (parts[1]) {
            case Ward.DEVICE_1 -> ok(one);
            case Ward.DEVICE_2 -> ok(device(Ward.DEVICE_2, Ward.PATIENT_2));
            case Ward.DEVICE_3 -> ok(unworn);
            default -> notFound();
        };
    }

    private static Reply assignments(String method, String[] parts) {
        int status = method.equals("PATCH") ? 200 : parts.length == 3 ? 201 : 204;
        JsonObject assignment = assignment(Ward.PATIENT_1).put("version", 5);
        return new Reply(status, status == 204 ? "" : assignment.encode());
    }

    private static Reply profiles(String[] parts) {
        JsonObject profile =
                new JsonObject(
                        """
                        {"id":"monitor","name":"Monitor","version":1,
                         "keys":{"spo2":{"code":"59408-5","unit":"%"}}}""");
        return ok(parts.length == 1 ? list(profile) : profile);
    }

    private static Reply recalls(String what) {
        JsonObject one = new JsonObject().put("patientId", Ward.PATIENT_1);
        one.put("deviceId", Ward.DEVICE_1);
        if (what.equals("readings")) {
            one.put("id", Ward.READING_1).put("code", "59408-5");
            return ok(list(one).put("next", "abc"));
        }
        one.put("patients", JsonArray.of(new JsonObject().put("patientId", Ward.PATIENT_1)));
        return ok(list(one).put("devices", 1).put("patients", 1).put("readings", 7));
    }

    private static JsonObject device(String id, String patient) {
        JsonArray assignments = new JsonArray();
        if (patient != null) {
            assignments.add(assignment(patient));
        }
        return new JsonObject()
                .put("id", id)
                .put("kind", "oximeter")
                .put("status", "active")
                .put("assignments", assignments);
    }

    static JsonObject assignment(String patient) {
        UUID id = UUID.nameUUIDFromBytes(patient.getBytes(StandardCharsets.UTF_8));
        return new JsonObject()
                .put("id", id.toString())
                .put("patientId", patient)
                .put("from", "2026-11-01T00:00:00Z");
    }

    private static Reply onePatient(String method, String id) {
        return id.equals(Ward.NOBODY)
                ? notFound()
                : ok(patient(id).put("version", method.equals("PATCH") ? 8 : 7));
    }

    private static Reply patients(String method, String[] parts, String body) {
        if (parts.length == 1) {
            return registered(body);
        }
        if (parts[1].equals("search")) {
            return ok(
                    list(
                            Ward.PATIENTS.stream()
                                    .filter(body::contains)
                                    .map(Recorded::patient)
                                    .toArray(JsonObject[]::new)));
        }
        if (parts.length == 2) {
            return onePatient(method, parts[1]);
        }
        return switch (parts[2]) {
            case "readings" ->
                    method.equals("POST") && parts.length == 3 ? accepted() : readings(parts, body);
            case "buckets" -> buckets();
            case "care-plan" -> ok(method.equals("PUT") ? changedPlan(parts[1]) : plan(parts[1]));
            case "timeline" ->
                    ok(
                            list(
                                    new JsonObject(
                                            "{\"at\":\"2026-11-22T09:00:00Z\",\"kind\":\"plan\",\"id\":\"1\",\"text\":{\"en\":\"Plan changed\",\"fr\":\"Plan modifié\"}}")));
            case "shares" -> shares(method, parts, body);
            case "relations" -> relations(parts, body);
            default -> RecordedChanges.ofPatient(parts, readingOf(parts[1]));
        };
    }

    private static Reply registered(String body) {
        JsonObject patient = patient(Ward.PATIENT_3);
        patient.put("relation", Ward.relation(Ward.PATIENT_3, 1, Ward.TEAM_A, new JsonArray()));
        return body.contains("known")
                ? ok(patient(Ward.PATIENT_2))
                : new Reply(201, patient.encode());
    }

    private static JsonObject patient(String id) {
        return new JsonObject(
                        """
                        {"name":{"family":"Durand","given":["Anne"]},"birthDate":"1950-02-03","sex":"female",
                         "identifiers":[{"system":"urn:ins","value":"1"}],"phone":"0102030405",
                         "team":{"id":"00000000-0000-4000-9000-00000000000a","name":"A"},"status":"monitored","version":7}""")
                .put("id", id);
    }

    private static JsonObject plan(String patientId) {
        return new JsonObject(
                        """
                        {"id":"00000000-0000-4000-a000-0000000000b1","version":4,"state":"active","timeZone":"Europe/Paris",
                         "packs":["default"],"goals":[],"measurements":[{"id":"m","code":"8867-4","perDay":1,"windows":["07:00/10:00"]}],
                         "thresholds":[{"id":"t","code":"8867-4","low":40.0,"high":120.50}],"scores":[],"activities":[],"pauses":[],"owners":{}}""")
                .put("patientId", patientId);
    }

    /// In the plan of patient 3 nothing is due any more.
    private static JsonObject changedPlan(String patientId) {
        return patientId.equals(Ward.PATIENT_3)
                ? plan(patientId)
                        .put(
                                "relation",
                                Ward.relation(
                                                patientId,
                                                Instant.now().toEpochMilli(),
                                                Ward.TEAM_A,
                                                new JsonArray())
                                        .put("monitoring", "nothing-due"))
                : plan(patientId);
    }

    /// One reading, whoever its patient is.
    private static Reply reading(String id) {
        return switch (id) {
            case Ward.READING_1 -> ok(readingOf(Ward.PATIENT_1));
            case Ward.READING_2 -> ok(readingOf(Ward.PATIENT_2).put("id", id));
            default -> notFound();
        };
    }

    private static JsonObject readingOf(String patient) {
        return new JsonObject(
                        """
                                {"id":"00000000-0000-4000-a000-000000000001","code":"8310-5","value":36.80,"unit":"Cel","components":[],
                                 "measuredAt":"2026-11-22T10:00:00Z","receivedAt":"2026-11-22T10:00:01Z","recordedAt":"2026-11-22T10:00:01Z",
                                 "timeQuality":"exact","validity":"valid","flags":[],"deviceId":"00000000-0000-4000-a000-0000000000d1","version":1}""")
                .put("patientId", patient);
    }

    private static Reply buckets() {
        return new Reply(
                200,
                """
                {"items":[{"code":"8310-5","unit":"Cel","start":"2026-11-21T23:00:00Z",
                 "count":4,"min":36.6,"max":37.20,"mean":36.850},
                 {"code":"99504-3","unit":"mg/dL","start":"2026-11-21T23:00:00Z","count":9,"min":50,"max":260,"mean":120.00,
                 "bands":{"veryLow":1,"low":0,"inRange":6,"high":0,"veryHigh":2}}]}""");
    }

    private static Reply readings(String[] parts, String body) {
        JsonObject reading = readingOf(parts[1]);
        if (parts.length > 4 && parts[3].equals(reading.getString("id"))) {
            return RecordedChanges.answer(parts, reading, body);
        }
        if (parts.length >= 4) {
            return parts[3].equals(reading.getString("id")) ? ok(reading) : notFound();
        }
        // Written by hand: a JSON library may shorten 36.80.
        return new Reply(
                200,
                new JsonObject()
                        .put("items", new JsonArray().add(reading))
                        .put("next", "abc=")
                        .encode()
                        .replace("36.8,", "36.80,"));
    }

    private static Reply shares(String method, String[] parts, String body) {
        if (method.equals("DELETE")) {
            return Ward.SHARE_2.equals(parts[3]) ? notFound() : ended(parts[1]);
        }
        JsonObject share =
                new JsonObject()
                        .put("id", "00000000-0000-4000-a000-0000000000e1")
                        .put("patientId", parts[1])
                        .put("practitionerId", Ward.GP);
        if (method.equals("GET")) {
            return ok(list(share));
        }
        return parts[1].equals(Ward.PATIENT_1)
                ? new Reply(201, share.encode())
                : granted(share, parts[1], body);
    }

    private static Reply granted(JsonObject share, String patient, String body) {
        String subject = new JsonObject(body).getString("practitionerId");
        JsonArray ties =
                new JsonArray()
                        .add(
                                new JsonObject()
                                        .put("id", "s1")
                                        .put("subject", subject)
                                        .put("kind", "share"));
        return new Reply(
                201,
                share.put(
                                "relation",
                                Ward.relation(
                                        patient, Instant.now().toEpochMilli(), Ward.TEAM_A, ties))
                        .encode());
    }

    private static Reply relations(String[] parts, String body) {
        JsonObject asked = new JsonObject(body);
        JsonArray ties =
                new JsonArray()
                        .add(
                                new JsonObject()
                                        .put("id", "r1")
                                        .put("subject", asked.getString("subject"))
                                        .put("kind", asked.getString("kind")));
        long version = Instant.now().toEpochMilli();
        return new Reply(
                "there before".equals(asked.getString("purpose")) ? 200 : 201,
                new JsonObject()
                        .put("id", "00000000-0000-4000-a000-0000000000e2")
                        .put("patientId", parts[1])
                        .put("practitionerId", asked.getString("subject"))
                        .put("relation", Ward.relation(parts[1], version, Ward.TEAM_A, ties))
                        .encode());
    }

    /// The relations of patient 1 stay as they were published.
    private static Reply ended(String patient) {
        if (patient.equals(Ward.PATIENT_1)) {
            return new Reply(204, "");
        }
        JsonObject relation =
                Ward.relation(patient, Instant.now().toEpochMilli(), Ward.TEAM_A, new JsonArray());
        return new Reply(
                204,
                "",
                Base64.getEncoder()
                        .encodeToString(relation.encode().getBytes(StandardCharsets.UTF_8)));
    }

    private static Reply accepted() {
        return new Reply(
                202,
                "{\"accepted\":[{\"index\":0,\"id\":\"00000000-0000-4000-a000-000000000001\"}],\"rejected\":[]}");
    }

    static JsonObject list(JsonObject... items) {
        return new JsonObject().put("items", new JsonArray(List.of(items)));
    }

    static Reply ok(JsonObject body) {
        return new Reply(200, body.encode());
    }

    private static Reply notFound() {
        return new Reply(404, "{\"code\":\"OTHER_WORDS\",\"detail\":\"unknown here\"}");
    }
}
