package org.homeward.gateway.fhir.resource;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The vital signs that FHIR R4 profiles (http://hl7.org/fhir/R4/observation-vitalsigns.html), by
/// the code that the code table holds them under.
enum VitalSign {
    BLOOD_PRESSURE("85354-9", "bp", List.of("8480-6", "8462-4"), List.of()),
    HEART_RATE("8867-4", "heartrate", List.of(), List.of()),
    RESPIRATION_RATE("9279-1", "resprate", List.of(), List.of()),
    /// The profile asks for the method-less code beside that of pulse oximetry.
    OXYGEN_SATURATION("59408-5", "oxygensat", List.of(), List.of("2708-6")),
    BODY_WEIGHT("29463-7", "bodyweight", List.of(), List.of()),
    BODY_HEIGHT("8302-2", "bodyheight", List.of(), List.of()),
    BODY_TEMPERATURE("8310-5", "bodytemp", List.of(), List.of());

    private final String code;
    private final String profile;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> components;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> alsoCoded;

    VitalSign(String code, String profile, List<String> components, List<String> alsoCoded) {
        this.code = code;
        this.profile = profile;
        this.components = components;
        this.alsoCoded = alsoCoded;
    }

    static Optional<VitalSign> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    String code() {
        return code;
    }

    String profileUrl() {
        return "http://hl7.org/fhir/StructureDefinition/" + profile;
    }

    /// Components that the profile wants, with a reason where there is no value.
    List<String> components() {
        return components;
    }

    /// Further codes that the profile wants in the coding.
    List<String> alsoCoded() {
        return alsoCoded;
    }
}
