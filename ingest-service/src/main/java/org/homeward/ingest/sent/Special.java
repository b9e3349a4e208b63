package org.homeward.ingest.sent;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// A device's word in place of a number (IEEE 11073-20601 special values). Above and below range
/// are findings and are kept as that; the other two are "no reading".
public enum Special {
    NOT_A_NUMBER("not-a-number"),
    NOT_AT_THIS_RESOLUTION("not-at-this-resolution"),
    ABOVE_RANGE("above-range"),
    BELOW_RANGE("below-range");

    /// As IEEE 11073-20601 codes them in a number: 32-bit and 16-bit mantissas.
    private static final Map<Integer, Special> MDER =
            Map.of(
                    8_388_607, NOT_A_NUMBER,
                    2047, NOT_A_NUMBER,
                    8_388_608, NOT_AT_THIS_RESOLUTION,
                    2048, NOT_AT_THIS_RESOLUTION,
                    8_388_609, NOT_A_NUMBER,
                    2049, NOT_A_NUMBER,
                    8_388_606, ABOVE_RANGE,
                    2046, ABOVE_RANGE);

    private static final Map<Integer, Special> BELOW =
            Map.of(8_388_610, BELOW_RANGE, 2050, BELOW_RANGE);

    private final String word;

    Special(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /// What a number says that a hub has passed on as it stood in the device's data. A reserved
    /// number is no reading.
    public static Optional<Special> ofMder(BigDecimal number) {
        try {
            int mantissa = number.intValueExact();
            return Optional.ofNullable(MDER.getOrDefault(mantissa, BELOW.get(mantissa)));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /// Whether it says something about the patient.
    public boolean isFinding() {
        return this == ABOVE_RANGE || this == BELOW_RANGE;
    }
}
