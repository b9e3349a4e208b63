package org.homeward.ingest.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/// Scales of temperature, whose zero points differ, as UCUM defines them by the kelvin. The UCUM
/// library converts ratio scales only.
public enum Temperature {
    KELVIN("K", BigDecimal.ONE, BigDecimal.ZERO),
    CELSIUS("Cel", BigDecimal.ONE, new BigDecimal("273.15")),
    FAHRENHEIT("[degF]", fifthsOfNine("1"), fifthsOfNine("459.67"));

    private final String unit;

    /// K = value x factor + offset.
    private final BigDecimal factor;

    private final BigDecimal offset;

    Temperature(String unit, BigDecimal factor, BigDecimal offset) {
        this.unit = unit;
        this.factor = factor;
        this.offset = offset;
    }

    private static BigDecimal fifthsOfNine(String value) {
        return new BigDecimal(value)
                .multiply(BigDecimal.valueOf(5))
                .divide(BigDecimal.valueOf(9), MathContext.DECIMAL128);
    }

    /// The scale of a UCUM unit; empty for all that is no temperature.
    public static Optional<Temperature> of(String unit) {
        for (Temperature scale : values()) {
            if (scale.unit.equals(unit)) {
                return Optional.of(scale);
            }
        }
        return Optional.empty();
    }

    public Conversion to(Temperature other) {
        return Conversion.linear(
                factor.divide(other.factor, MathContext.DECIMAL128),
                offset.subtract(other.offset).divide(other.factor, MathContext.DECIMAL128));
    }
}
