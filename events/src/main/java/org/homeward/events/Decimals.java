package org.homeward.events;

import com.google.protobuf.Timestamp;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.homeward.events.v1.Decimal;

/// Decimals and instants between Java and the wire. Clinical values are decimals all the way: in
/// binary 64.4 - 62.4 is more than 2.0.
public final class Decimals {
    private Decimals() {}

    /// Keeps the scale: 36.80 stays 36.80.
    ///
    /// @throws ArithmeticException if the unscaled value has more than 63 bits
    public static Decimal toWire(BigDecimal value) {
        return Decimal.newBuilder()
                .setUnscaled(value.unscaledValue().longValueExact())
                .setScale(value.scale())
                .build();
    }

    public static BigDecimal fromWire(Decimal value) {
        return new BigDecimal(BigInteger.valueOf(value.getUnscaled()), value.getScale());
    }

    public static Timestamp toWire(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    public static Instant fromWire(Timestamp timestamp) {
        return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
    }
}
