package org.homeward.ingest.sent;

/// A device's word in place of a number (IEEE 11073-20601 special values). Above and below range
/// are findings and are kept as that; the other two are "no reading".
public enum Special {
    NOT_A_NUMBER("not-a-number"),
    NOT_AT_THIS_RESOLUTION("not-at-this-resolution"),
    ABOVE_RANGE("above-range"),
    BELOW_RANGE("below-range");

    private final String word;

    Special(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// Whether it says something about the patient.
    public boolean isFinding() {
        return this == ABOVE_RANGE || this == BELOW_RANGE;
    }
}
