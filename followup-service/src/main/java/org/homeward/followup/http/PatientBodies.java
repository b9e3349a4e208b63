package org.homeward.followup.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.followup.file.PatientSearch;
import org.homeward.followup.http.body.Fields;
import org.homeward.followup.http.body.Limits;
import org.homeward.followup.patient.Identifier;
import org.homeward.followup.patient.Identity;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.patient.PatientPatch;
import org.homeward.followup.patient.Sex;
import org.homeward.followup.patient.Standing;
import org.homeward.followup.registration.Registration;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Bodies about patients.
final class PatientBodies {
    private static final int NAME = 200;

    private PatientBodies() {}

    static Registration registration(Fields body) {
        Fields name = body.object("name");
        if (name == null) {
            throw invalid("name", "is needed");
        }
        UUID id = body.uuid("id");
        Sex sex = sex(body);
        return new Registration(
                id == null ? null : new PatientId(id),
                new Identity(
                        name.needText("family", NAME),
                        name.texts("given", NAME),
                        birthDate(body),
                        identifiers(body),
                        body.text("phone", 40)),
                sex == null ? Sex.UNKNOWN : sex,
                body.uuid("teamId"),
                body.instant("deceasedAt"));
    }

    static PatientPatch patch(Fields body) {
        Fields name = body.object("name");
        return new PatientPatch(
                name == null || !name.has("family") ? null : name.needText("family", NAME),
                name == null || !name.has("given") ? null : name.texts("given", NAME),
                birthDate(body),
                sex(body),
                body.has("identifiers") ? identifiers(body) : null,
                body.text("phone", 40),
                standing(body),
                body.instant("deceasedAt"),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                cleared(body));
    }

    static PatientSearch search(Fields body) {
        UUID after = after(body.text("cursor", 100));
        List<PatientId> among =
                body.isNull("patientIds") || !body.has("patientIds")
                        ? null
                        : body.uuids("patientIds").stream().map(PatientId::new).toList();
        return new PatientSearch(
                among,
                body.text("query", NAME),
                Limits.of(body.has("limit") ? body.integer("limit", Limits.DEFAULT) : null),
                after == null ? null : new PatientId(after));
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        try {
            return cursor == null ? null : UUID.fromString(cursor);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "BAD_CURSOR", "The cursor is not one that was given out.");
        }
    }

    private static @Nullable LocalDate birthDate(Fields body) {
        LocalDate date = body.date("birthDate");
        if (date != null
                && (date.getYear() < 1850
                        || date.isAfter(LocalDate.now(ZoneOffset.UTC).plusDays(1)))) {
            throw invalid("birthDate", "is not a living person's");
        }
        return date;
    }

    private static @Nullable Sex sex(Fields body) {
        String code = body.text("sex", 20);
        return code == null ? null : Sex.of(code).orElseThrow(() -> invalid("sex", "is not a sex"));
    }

    private static @Nullable Standing standing(Fields body) {
        String code = body.text("status", 20);
        return code == null
                ? null
                : Standing.of(code)
                        .orElseThrow(
                                () -> invalid("status", "must be active, discharged or deceased"));
    }

    private static List<Identifier> identifiers(Fields body) {
        List<Identifier> all =
                body.objects("identifiers").stream()
                        .map(
                                i ->
                                        new Identifier(
                                                i.needText("system", 200).strip(),
                                                i.needText("value", 200).strip()))
                        .distinct()
                        .toList();
        if (all.size() > 50) {
            throw invalid("identifiers", "has too many entries");
        }
        return all;
    }

    private static Set<String> cleared(Fields body) {
        Set<String> cleared = new HashSet<>();
        for (String field : List.of("birthDate", "phone")) {
            if (body.isNull(field)) {
                cleared.add(field);
            }
        }
        return cleared;
    }

    private static Problem invalid(String field, String message) {
        return new Problem(422, "INVALID_PATIENT", "The patient is not valid.")
                .field(field, message);
    }
}
