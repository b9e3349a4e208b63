package org.homeward.ingest.http.internal.assignment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.homeward.ingest.attribution.Correction;
import org.homeward.ingest.http.internal.Params;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What the body of a correction says: a field that is not there stays as it is, and `to` that is
/// null is until further notice.
final class Said {
    private static final int LONGEST = 2_000;
    private final JsonNode body;

    Said(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw Params.invalid("reason", "is missing");
        }
        this.body = body;
    }

    Correction.Patch patch() {
        JsonNode to = body.get("to");
        return new Correction.Patch(
                patient(), time("from"), to != null, to == null || to.isNull() ? null : time("to"));
    }

    private @Nullable UUID patient() {
        JsonNode said = body.get("patientId");
        return said == null ? null : Params.uuid(text(said, "patientId"), "patientId");
    }

    private @Nullable Instant time(String name) {
        JsonNode said = body.get(name);
        if (said == null) {
            return null;
        }
        Instant at = Params.instant(text(said, name), name);
        return at == null ? null : at.truncatedTo(ChronoUnit.MICROS);
    }

    private static String text(JsonNode said, String name) {
        if (!said.isTextual() || said.textValue().isEmpty()) {
            throw Params.invalid(name, "is no text");
        }
        return said.textValue();
    }

    /// Why, in the person's words.
    String reason() {
        JsonNode said = body.get("reason");
        String reason = said == null || !said.isTextual() ? "" : said.textValue().strip();
        if (reason.isEmpty() || reason.length() > LONGEST || reason.indexOf('\0') >= 0) {
            String cause = "is not 1 to " + LONGEST + " characters";
            throw new Problem(422, "INVALID_REASON", "reason: " + cause).field("reason", cause);
        }
        return reason;
    }
}
