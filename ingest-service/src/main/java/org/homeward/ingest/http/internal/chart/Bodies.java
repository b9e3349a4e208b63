package org.homeward.ingest.http.internal.chart;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.homeward.ingest.correction.Correction;
import org.homeward.ingest.correction.Said;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentComponent;
import org.homeward.ingest.sent.SentValue;
import org.homeward.kit.caller.Actor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What a person sends about a reading. What is wrong with it is 422 and named.
public final class Bodies {
    private static final int LONGEST = 2_000;
    private static final int MOST = 10;

    private Bodies() {}

    /// Why, in the person's words.
    public record Why(@Nullable String note) {}

    /// The value, or all components of a panel; the unit is the value's or that of all components
    /// which name none. With a version it is of that one alone.
    public record Corrected(
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable List<@Nullable Part> components,
            @Nullable String note,
            @Nullable Integer version) {
        static final Corrected NONE = new Corrected(null, null, null, null, null);

        Correction correction() {
            int of = version == null ? 0 : version;
            if (components == null) {
                return new Correction(amount(value, unit, ""), List.of(), of);
            }
            if (value != null || components.size() > MOST) {
                throw invalid("components", "are instead of a value, at most " + MOST);
            }
            return new Correction(
                    SentValue.PANEL, components.stream().map(c -> part(c, unit)).toList(), of);
        }
    }

    /// Whether the value is this patient's.
    public record Identity(@Nullable Boolean isPatient, @Nullable String note) {}

    static boolean isPatient(@Nullable Identity body) {
        if (body == null || body.isPatient() == null) {
            throw invalid("isPatient", "is missing");
        }
        return body.isPatient();
    }

    /// A component.
    public record Part(@Nullable String code, @Nullable BigDecimal value, @Nullable String unit) {}

    private static SentComponent part(@Nullable Part part, @Nullable String unit) {
        if (part == null || part.code() == null) {
            throw invalid("components", "one has no code");
        }
        String its = part.unit() == null ? unit : part.unit();
        return new SentComponent(
                SentCode.loinc(part.code()), amount(part.value(), its, "components."));
    }

    private static SentValue amount(
            @Nullable BigDecimal value, @Nullable String unit, String path) {
        if (value == null || unit == null) {
            throw invalid(path + (value == null ? "value" : "unit"), "is missing");
        }
        try {
            return new SentValue.Amount(value, unit);
        } catch (IllegalArgumentException e) {
            throw invalid(path + "value", "beyond any instrument");
        }
    }

    /// Their word, as of now.
    static Said said(Actor who, String note) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Said(who.subject(), who.role(), now, note);
    }

    static String note(@Nullable Why why) {
        return checked(why == null || why.note() == null ? "" : why.note());
    }

    /// A note that must be there.
    static String required(@Nullable String note) {
        if (note == null || note.isBlank()) {
            throw invalid("note", "is missing");
        }
        return checked(note);
    }

    private static String checked(String note) {
        if (note.length() > LONGEST || note.indexOf('\0') >= 0) {
            String cause = "has more than " + LONGEST + " characters or one that is none";
            throw new Problem(422, "INVALID_NOTE", "note: " + cause).field("note", cause);
        }
        return note;
    }

    private static Problem invalid(String field, String cause) {
        return new Problem(422, "INVALID_CORRECTION", field + ": " + cause).field(field, cause);
    }
}
