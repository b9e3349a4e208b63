package org.homeward.ingest.http.internal.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.correction.Correction;
import org.homeward.ingest.correction.SecondLook;
import org.homeward.ingest.sent.SentComponent;
import org.homeward.ingest.sent.SentValue;
import org.jspecify.annotations.Nullable;

/// A change that waits for a second person, or waited.
@JsonInclude(JsonInclude.Include.NON_NULL)
record SecondLookView(
        UUID id,
        UUID patientId,
        UUID readingId,
        int readingVersion,
        String status,
        String wanted,
        @Nullable BigDecimal value,
        @Nullable String unit,
        @Nullable List<Part> components,
        String askedBy,
        String askedRole,
        Instant askedAt,
        String note,
        List<UUID> alertIds,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt) {

    /// A component as it should be.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Part(String code, @Nullable BigDecimal value, @Nullable String unit) {
        static Part of(SentComponent component) {
            return new Part(
                    component.code().value(),
                    SecondLookView.value(component.value()),
                    SecondLookView.unit(component.value()));
        }
    }

    static SecondLookView of(SecondLook look) {
        Correction correction = look.correction();
        SecondLook.Decided decided = look.decided();
        return new SecondLookView(
                look.id(),
                look.patientId(),
                look.readingId(),
                look.version(),
                look.status(),
                correction == null ? "void" : "correct",
                correction == null ? null : value(correction.value()),
                correction == null ? null : unit(correction.value()),
                correction == null || correction.components().isEmpty()
                        ? null
                        : correction.components().stream().map(Part::of).toList(),
                look.asked().by(),
                look.asked().role(),
                look.asked().at(),
                look.asked().note(),
                look.alerts().stream().sorted().toList(),
                decided == null ? null : decided.said().by(),
                decided == null ? null : decided.said().at());
    }

    private static @Nullable BigDecimal value(SentValue value) {
        return value instanceof SentValue.Amount a ? a.value() : null;
    }

    private static @Nullable String unit(SentValue value) {
        return value instanceof SentValue.Amount a ? a.unit() : null;
    }
}
