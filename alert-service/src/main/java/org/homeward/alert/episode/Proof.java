package org.homeward.alert.episode;

import org.homeward.alert.rule.Sample;

/// One sample that an alert stands on, and what it did for it.
public record Proof(Sample sample, Role role) {
    public enum Role {
        ONSET,
        CONFIRMING,
        EXIT
    }
}
