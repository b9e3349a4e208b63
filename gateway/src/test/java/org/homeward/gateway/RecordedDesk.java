package org.homeward.gateway;

import io.vertx.core.json.JsonObject;
import org.homeward.gateway.FakeServices.Reply;

/// What ingest-service answers the device desk.
final class RecordedDesk {
    private RecordedDesk() {}

    static Reply claimCode(String method) {
        if (method.equals("DELETE")) {
            return new Reply(204, "");
        }
        return new Reply(
                201,
                new JsonObject()
                        .put("deviceId", Ward.DEVICE_1)
                        .put("claimCode", "2222-2222-2222-2222")
                        .put("expiresAt", "2026-12-01T00:00:00Z")
                        .encode());
    }

    static Reply actsFor(String method) {
        JsonObject one = Recorded.assignment(Ward.PATIENT_1).put("hubId", Ward.DEVICE_1);
        one.put("deviceId", Ward.DEVICE_2).put("madeAt", one.getString("from")).put("madeBy", "d");
        return switch (method) {
            case "GET" -> Recorded.ok(Recorded.list(one));
            case "POST" -> new Reply(201, one.encode());
            default -> new Reply(204, "");
        };
    }

    static Reply credentials(String method) {
        JsonObject credential =
                new JsonObject()
                        .put("id", Ward.DEVICE_3)
                        .put("kind", "token")
                        .put("madeAt", "2026-11-01T00:00:00Z")
                        .put("rotateBy", "2027-11-01T00:00:00Z");
        return switch (method) {
            case "GET" ->
                    Recorded.ok(
                            Recorded.list(
                                    credential.put("status", "active").put("madeBy", "desk")));
            case "POST" ->
                    new Reply(
                            201,
                            credential
                                    .put("deviceId", Ward.DEVICE_1)
                                    .put("token", "once")
                                    .encode());
            default -> new Reply(204, "");
        };
    }
}
