package org.homeward.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.Fuzzed;
import org.homeward.kit.problem.Problem;

class TimesFuzzTest {
    /// What is taken is what the JDK's own parser takes it for.
    @FuzzTest
    void instants(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Fuzzed.costsLittle(() -> read(text).ifPresent(at -> assertThat(parsed(text)).contains(at)));
    }

    private static Optional<Instant> read(String text) {
        try {
            return Optional.of(Fields.instant(text, "takenAt").at());
        } catch (Fault e) {
            Fuzzed.isTheSenders(e.status(), e.code(), e.detail());
            return Optional.empty();
        }
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// A place in a list is one that was handed out, or refused.
    @FuzzTest
    void cursors(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Fuzzed.costsLittle(
                () -> {
                    try {
                        Cursor cursor = Cursor.of(text);
                        assertThat(Cursor.of(cursor.text())).isEqualTo(cursor);
                    } catch (Problem e) {
                        assertThat(e.status()).isEqualTo(400);
                    }
                });
    }
}
