package org.homeward.gateway.fhir.resource;

import java.math.BigDecimal;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.homeward.events.CodeTable;
import org.homeward.gateway.reading.ReadingView;
import org.jspecify.annotations.Nullable;

/// A reading as an Observation: the R4 vital-signs profile where there is one for its code. A value
/// that no one may rely on (impossible, or a device's special value) is left out and its absence
/// explained.
public final class FhirObservation {
    public static final String CATEGORIES =
            "http://terminology.hl7.org/CodeSystem/observation-category";
    public static final String CATEGORY = "vital-signs";
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    private static final String INVALID = "invalid";

    private FhirObservation() {}

    public static Observation of(ReadingView view, String language) {
        Observation observation = new Observation();
        observation.setId(view.id().toString());
        observation.getMeta().setVersionId(Integer.toString(view.version()));
        if (view.recordedAt() != null) {
            observation.getMeta().setLastUpdatedElement(Words.stamp(view.recordedAt()));
            observation.setIssuedElement(Words.stamp(view.recordedAt()));
        }
        observation.setStatus(status(view));
        observation.addCategory().addCoding(new Coding(CATEGORIES, CATEGORY, "Vital Signs"));
        observation.setCode(Words.concept(view.code(), language));
        observation.setSubject(Words.to("Patient", view.patientId()));
        observation.setEffective(
                view.timeQuality().equals("date-only")
                        ? Words.day(view.measuredAt())
                        : Words.instant(view.measuredAt()));
        if (view.deviceId() != null) {
            observation.setDevice(Words.to("Device", view.deviceId()));
        }
        measure(observation, view);
        components(observation, view, language);
        VitalSign.of(view.code()).ifPresent(sign -> profile(observation, sign, language));
        return observation;
    }

    /// Questioned means that nobody has confirmed it yet.
    private static ObservationStatus status(ReadingView view) {
        if (view.flags().contains("ENTERED_IN_ERROR")) {
            return ObservationStatus.ENTEREDINERROR;
        }
        if (view.flags().contains("CORRECTED")) {
            return ObservationStatus.CORRECTED;
        }
        return view.validity().equals("questioned")
                ? ObservationStatus.PRELIMINARY
                : ObservationStatus.FINAL;
    }

    private static void measure(Observation observation, ReadingView view) {
        String absent = absent(view.value(), view.special(), view.validity());
        if (view.components().isEmpty()) {
            if (absent == null) {
                observation.setValue(Words.quantity(view.value(), view.unit()));
            } else {
                observation.setDataAbsentReason(reason(absent));
            }
        }
    }

    private static void components(Observation observation, ReadingView view, String language) {
        for (ReadingView.Component part : view.components()) {
            ObservationComponentComponent component =
                    observation.addComponent().setCode(Words.concept(part.code(), language));
            String absent = absent(part.value(), part.special(), view.validity());
            if (absent == null) {
                component.setValue(Words.quantity(part.value(), part.unit()));
            } else {
                component.setDataAbsentReason(reason(absent));
            }
        }
    }

    private static void profile(Observation observation, VitalSign sign, String language) {
        observation.getMeta().addProfile(sign.profileUrl());
        for (String code : sign.alsoCoded()) {
            observation.getCode().addCoding().setSystem(CodeTable.LOINC).setCode(code);
        }
        for (String code : sign.components()) {
            boolean there =
                    observation.getComponent().stream()
                            .anyMatch(one -> one.getCode().hasCoding(CodeTable.LOINC, code));
            if (!there) {
                observation
                        .addComponent()
                        .setCode(Words.concept(code, language))
                        .setDataAbsentReason(reason("unknown"));
            }
        }
        if (!sign.components().isEmpty()) {
            observation.setDataAbsentReason(null);
        }
    }

    /// Why there is no value to rely on; null when there is one.
    private static @Nullable String absent(
            @Nullable BigDecimal value, @Nullable String special, String validity) {
        if (special != null) {
            return switch (special) {
                case "not-a-number" -> "not-a-number";
                case "above-range" -> "positive-infinity";
                case "below-range" -> "negative-infinity";
                default -> "unknown";
            };
        }
        if (validity.equals(INVALID)) {
            return "error";
        }
        return value == null ? "unknown" : null;
    }

    private static CodeableConcept reason(String code) {
        return new CodeableConcept().addCoding(new Coding().setSystem(ABSENT).setCode(code));
    }
}
