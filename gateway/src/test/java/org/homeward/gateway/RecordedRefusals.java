package org.homeward.gateway;

import io.vertx.core.json.JsonObject;

/// Refusals and the device desk as ingest-service answers them.
final class RecordedRefusals {
    private static final String REFUSAL =
            """
            {"id":"00000000-0000-4000-a000-0000000000e1","deviceId":"00000000-0000-4000-a000-0000000000d1",
             "reasons":["UNKNOWN_CODE"],"detail":"readings[0].code: not in the table","index":0,"path":"HTTP",
             "payloadType":"application/json","payload":"e30=","truncated":false,
             "receivedAt":"2026-11-22T10:00:00Z"%s}""";
    private static final String AGAIN =
            """
            ,"redrivenAt":"2026-11-22T11:00:00Z","redrivenBy":"x","outcome":"accepted\"""";
    private static final String JOB =
            """
            {"id":"00000000-0000-4000-a000-0000000000e2","state":"running","madeAt":"2026-11-22T11:00:00Z",
             "madeBy":"x","total":9,"accepted":4,"refused":1,"skipped":2}""";

    private static final String CONCERN =
            """
            {"id":"00000000-0000-4000-a000-0000000000e3","deviceId":"00000000-0000-4000-a000-0000000000d1",
             "kind":"battery-low","detail":"battery: is nearly empty","status":"open",
             "since":"2026-11-22T10:00:00Z","lastAt":"2026-11-22T10:00:00Z"}""";
    private static final String HEALTH =
            """
            {"deviceId":"00000000-0000-4000-a000-0000000000d1","label":"Kit 7","firmware":"1.10",
             "lastSeenAt":"2026-11-20T10:00:00Z","usualGapSeconds":300,
             "silentSince":"2026-11-20T10:00:00Z","battery":9,"rotateBy":"2027-11-22T10:00:00Z","concerns":["battery-low","silent"]}""";

    private RecordedRefusals() {}

    static FakeServices.Reply of(String[] parts) {
        return switch (parts[0]) {
            case "conservation" ->
                    reply(
                            """
                            {"partitions":[{"partition":0,"position":9,"items":9,"stored":5,"duplicate":1,
                             "quarantined":1,"refused":1,"conflict":1,"unaccounted":0}],"unaccounted":0}""");
            case "refusal-redrives" -> reply(JOB);
            case "device-concerns" -> one(parts, CONCERN);
            case "device-health" -> one(parts, HEALTH);
            default ->
                    parts.length > 2
                            ? reply(REFUSAL.formatted(AGAIN))
                            : reply(
                                    "{\"items\":["
                                            + REFUSAL.formatted("")
                                            + "],\"next\":\"abc=\"}");
        };
    }

    private static FakeServices.Reply one(String[] parts, String json) {
        return reply(parts.length > 1 ? json : "{\"items\":[" + json + "]}");
    }

    private static FakeServices.Reply reply(String json) {
        return new FakeServices.Reply(200, new JsonObject(json).encode());
    }
}
