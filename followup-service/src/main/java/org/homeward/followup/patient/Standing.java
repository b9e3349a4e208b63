package org.homeward.followup.patient;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Whether the person is still followed.
public enum Standing {
    ACTIVE,
    DISCHARGED,
    DECEASED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Standing> of(String code) {
        return Arrays.stream(values()).filter(s -> s.code().equals(code)).findFirst();
    }
}
