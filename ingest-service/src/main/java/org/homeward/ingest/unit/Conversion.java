package org.homeward.ingest.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A linear conversion: value x factor + offset, rounded half up to what the sent digits carry.
///
/// @param digits decimals to add to (or take from) those that were sent; a factor of a hundredth
///   adds two
/// @param whole whether the result is a whole number whatever was sent
public record Conversion(BigDecimal factor, BigDecimal offset, int digits, boolean whole) {
    public static final Conversion IDENTITY =
            new Conversion(BigDecimal.ONE, BigDecimal.ZERO, 0, false);

    /// mmol/L of glucose to mg/dL: the consensus converts to a whole number before it judges, so
    /// that 70 mg/dL never becomes falsely low (Diabetes Care 42(8):1593).
    public static final Conversion GLUCOSE =
            new Conversion(new BigDecimal("18.0156"), BigDecimal.ZERO, 0, true);

    private static final MathContext EXACT = new MathContext(30, RoundingMode.HALF_UP);

    public static Conversion linear(BigDecimal factor, BigDecimal offset) {
        int digits = (int) Math.ceil(-Math.log10(factor.abs().doubleValue()) - 1e-9);
        return new Conversion(factor, offset, digits, false);
    }

    public BigDecimal apply(BigDecimal value) {
        if (isIdentity()) {
            return value;
        }
        int scale = whole ? 0 : Math.max(0, value.scale() + digits);
        return value.multiply(factor, EXACT).add(offset).setScale(scale, RoundingMode.HALF_UP);
    }

    public boolean isIdentity() {
        return !whole && factor.compareTo(BigDecimal.ONE) == 0 && offset.signum() == 0;
    }
}
