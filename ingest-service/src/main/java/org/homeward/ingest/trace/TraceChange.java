package org.homeward.ingest.trace;

import java.time.LocalDate;
import org.homeward.ingest.device.Udi;
import org.jspecify.annotations.Nullable;

/// What is written of a device. What is not said stays as it is; null takes it away.
///
/// @param firmware what was found to run in it; it cannot be taken away, since it has run
public record TraceChange(
        Said<String> serial,
        Said<Udi> udi,
        Said<LocalDate> calibrationDue,
        @Nullable String firmware) {

    /// A value, or that there is none.
    public record Said<T>(boolean isSaid, @Nullable T value) {
        public static <T> Said<T> nothing() {
            return new Said<>(false, null);
        }

        public static <T> Said<T> of(@Nullable T value) {
            return new Said<>(true, value);
        }
    }

    /// Whether there is anything to write.
    public boolean isEmpty() {
        return !serial.isSaid() && !udi.isSaid() && !calibrationDue.isSaid() && firmware == null;
    }
}
