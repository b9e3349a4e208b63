package org.homeward.ingest.intake;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/// A fault of this program met on certain data: the same data meet it again however often they are
/// tried, so that waiting would hold up everything behind them. The message names the kind of fault
/// and nothing of the data.
final class InternalFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int FRAMES = 8;

    InternalFault(Throwable cause) {
        super("a fault of ours: " + cause.getClass().getSimpleName(), cause);
    }

    /// Where it was met, for the log; the cause's own message may hold data and is left out.
    String where() {
        StackTraceElement[] frames = Objects.requireNonNull(getCause()).getStackTrace();
        return Arrays.stream(frames)
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
