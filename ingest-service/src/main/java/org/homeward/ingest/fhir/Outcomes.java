package org.homeward.ingest.fhir;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.homeward.ingest.http.Answers;

/// Refusals as OperationOutcome.
final class Outcomes {
    static final String TYPE = "application/fhir+json";

    static final Answers ANSWERS =
            (ctx, problem) -> {
                if (!ctx.response().ended()) {
                    ctx.response()
                            .setStatusCode(problem.status())
                            .putHeader("Content-Type", TYPE)
                            .end(
                                    of(
                                                    problem.status(),
                                                    problem.code(),
                                                    String.valueOf(problem.getMessage()))
                                            .toBuffer());
                }
            };

    private Outcomes() {}

    static JsonObject of(int status, String code, String detail) {
        JsonObject issue =
                new JsonObject()
                        .put("severity", "error")
                        .put("code", issueType(status))
                        .put("details", new JsonObject().put("text", code))
                        .put("diagnostics", detail);
        return new JsonObject()
                .put("resourceType", "OperationOutcome")
                .put("issue", JsonArray.of(issue));
    }

    private static String issueType(int status) {
        return switch (status) {
            case 400 -> "structure";
            case 401 -> "login";
            case 403 -> "forbidden";
            case 413 -> "too-long";
            case 415 -> "not-supported";
            case 429 -> "throttled";
            case 503 -> "transient";
            default -> "processing";
        };
    }
}
