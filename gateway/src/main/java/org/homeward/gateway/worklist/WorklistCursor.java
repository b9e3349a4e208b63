package org.homeward.gateway.worklist;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import org.homeward.gateway.edge.Times;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// The last row of a page by the list's order, and how many rows came before the next page.
record WorklistCursor(int urgency, OffsetDateTime sortAt, UUID patientId, int passed) {
    private static final WorklistCursor START =
            new WorklistCursor(-1, OffsetDateTime.parse("1970-01-01T00:00:00Z"), new UUID(0, 0), 0);

    static WorklistCursor parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII)
                            .split("\\|", -1);
            return new WorklistCursor(
                    Integer.parseInt(parts[0]),
                    Times.parse(parts[1]),
                    UUID.fromString(parts[2]),
                    Integer.parseInt(parts[3]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new Problem(400, "BAD_CURSOR", "The cursor is not one of ours.");
        }
    }

    String text() {
        String plain = urgency + "|" + sortAt + "|" + patientId + "|" + passed;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
