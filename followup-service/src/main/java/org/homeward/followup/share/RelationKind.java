package org.homeward.followup.share;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// As what a person may see a patient.
public enum RelationKind {
    SHARE,
    SELF,
    DELEGATION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RelationKind> of(String code) {
        return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
    }
}
