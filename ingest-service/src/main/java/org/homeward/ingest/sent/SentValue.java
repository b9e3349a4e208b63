package org.homeward.ingest.sent;

import java.math.BigDecimal;

/// What stands where the value belongs: a number with its unit, a word in its place, or nothing
/// because the value is in the components.
public sealed interface SentValue {
    record Amount(BigDecimal value, String unit) implements SentValue {
        private static final int FARTHEST = 100;

        /// Checks that the number can be written out; what an instrument can say is decided later.
        public Amount {
            if (Math.abs((long) value.scale()) > FARTHEST) {
                throw new IllegalArgumentException("value: beyond any instrument");
            }
        }
    }

    record Marked(Special special) implements SentValue {}

    record Panel() implements SentValue {}

    SentValue PANEL = new Panel();
}
