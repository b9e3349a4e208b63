package org.homeward.followup.patient;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Administrative sex, as FHIR's administrative-gender.
public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Sex> of(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}
