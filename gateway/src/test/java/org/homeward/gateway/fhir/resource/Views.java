package org.homeward.gateway.fhir.resource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.events.Code;
import org.homeward.gateway.device.AssignmentView;
import org.homeward.gateway.device.DeviceView;
import org.homeward.gateway.device.UdiView;
import org.homeward.gateway.patient.PatientView;
import org.homeward.gateway.plan.CarePlanView;
import org.homeward.gateway.reading.ReadingView;
import org.homeward.gateway.task.TaskView;
import org.jspecify.annotations.Nullable;

/// Samples of what the services answer.
final class Views {
    static final UUID PATIENT = UUID.fromString("7a6b2a52-3f8b-4f64-9f6a-0b1f0a3c1d01");
    static final UUID DEVICE = UUID.fromString("7a6b2a52-3f8b-4f64-9f6a-0b1f0a3c1d02");
    static final UUID READING = UUID.fromString("7a6b2a52-3f8b-4f64-9f6a-0b1f0a3c1d03");
    static final UUID TASK = UUID.fromString("7a6b2a52-3f8b-4f64-9f6a-0b1f0a3c1d04");
    static final UUID PLAN = UUID.fromString("7a6b2a52-3f8b-4f64-9f6a-0b1f0a3c1d05");
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00.250Z");

    private Views() {}

    /// A reading whose details a test changes.
    record Sample(
            String code,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable String special,
            List<ReadingView.Component> components) {
        ReadingView view() {
            return view("exact", "valid", List.of());
        }

        ReadingView view(String timeQuality, String validity, List<String> flags) {
            return new ReadingView(
                    READING,
                    PATIENT,
                    code,
                    value,
                    unit,
                    special,
                    components,
                    NOON,
                    NOON,
                    NOON,
                    timeQuality,
                    validity,
                    flags,
                    DEVICE,
                    1,
                    null,
                    null,
                    null,
                    Map.of());
        }
    }

    static Sample quantity(String code, String value, String unit) {
        return new Sample(code, new BigDecimal(value), unit, null, List.of());
    }

    static Sample special(String code, String special) {
        return new Sample(code, null, null, special, List.of());
    }

    static Sample panel(String code, ReadingView.Component... components) {
        return new Sample(code, null, null, null, List.of(components));
    }

    static ReadingView.Component component(String code, String value) {
        return new ReadingView.Component(code, new BigDecimal(value), "mm[Hg]", null);
    }

    /// The middle of what the instrument of a code can measure.
    static Sample typical(Code code) {
        BigDecimal value = code.min() == null ? BigDecimal.ONE : code.min().add(BigDecimal.ONE);
        return new Sample(code.loinc(), value, code.unit(), null, List.of());
    }

    static PatientView patient() {
        return patient(null);
    }

    static PatientView patient(@Nullable Instant deceasedAt) {
        return new PatientView(
                PATIENT,
                new PatientView.Name("Pérès", List.of("Anne", "Marie")),
                LocalDate.of(1941, 2, 28),
                "female",
                List.of(
                        new PatientView.Identifier(
                                "urn:oid:1.2.250.1.213.1.4.8", "241026938815247")),
                "+33123456789",
                new PatientView.TeamRef(PLAN, "Équipe A"),
                deceasedAt == null ? "monitored" : "not monitored",
                deceasedAt == null ? null : "deceased",
                deceasedAt,
                3,
                NOON);
    }

    static DeviceView device(String status) {
        return new DeviceView(
                DEVICE,
                "blood pressure monitor",
                "A&D",
                "UA-651BLE",
                "SN-1",
                "Kitchen",
                status,
                NOON,
                NOON,
                80,
                null,
                new UdiView(
                        "(01)04012345678901(11)260102(10)L-7(21)SN-1",
                        "GS1",
                        "04012345678901",
                        "L-7",
                        "SN-1",
                        LocalDate.of(2026, 1, 2),
                        LocalDate.of(2028, 2, 29)),
                "1.2.3",
                LocalDate.of(2027, 3, 1),
                null,
                null,
                null,
                List.of(new AssignmentView(PLAN, PATIENT, NOON, null, 1)),
                null);
    }

    static DeviceView bareDevice() {
        return new DeviceView(
                DEVICE,
                null,
                null,
                null,
                null,
                null,
                "disabled",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null);
    }

    static CarePlanView plan() {
        return new CarePlanView(
                PLAN,
                PATIENT,
                4,
                "active",
                "Europe/Paris",
                LocalDate.of(2027, 1, 1),
                List.of(),
                List.of(),
                List.of(
                        new CarePlanView.Measurement(
                                "m1", "85354-9", 2, List.of("07:00/10:00", "18:00/21:00"))),
                List.of(
                        threshold("59408-5", "92", null),
                        threshold("8480-6", "90", "160"),
                        threshold("29463-7", null, null)),
                List.of(new CarePlanView.Score("news2", 1)),
                List.of(new CarePlanView.Activity("a1", TASK, List.of(READING), "scheduled")),
                List.of(),
                Map.of(),
                "a reason");
    }

    private static CarePlanView.Threshold threshold(
            String code, @Nullable String low, @Nullable String high) {
        return new CarePlanView.Threshold(
                "t-" + code,
                code,
                low == null ? null : new BigDecimal(low),
                high == null ? null : new BigDecimal(high),
                null,
                null,
                NOON,
                null,
                "plan",
                null,
                null);
    }

    static CarePlanView emptyPlan() {
        return new CarePlanView(
                PLAN, PATIENT, 1, "ended", null, null, List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), Map.of(), null);
    }

    static TaskView task(String status, @Nullable String assignee) {
        boolean done = status.equals("completed");
        return new TaskView(
                TASK,
                PATIENT,
                READING,
                List.of(READING),
                "review-alert",
                Map.of("en", "Review the alert", "fr", "Revoir l'alerte"),
                "critical",
                status,
                assignee,
                PLAN,
                NOON,
                NOON.plusSeconds(3600),
                done ? NOON.plusSeconds(60) : null,
                done ? assignee : null,
                done ? "treated" : null,
                done ? "<b>called</b>" : null,
                2);
    }
}
