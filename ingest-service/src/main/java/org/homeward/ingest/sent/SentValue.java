package org.homeward.ingest.sent;

import java.math.BigDecimal;

/// What stands where the value belongs: a number with its unit, a word in its place, or nothing
/// because the value is in the components.
public sealed interface SentValue {
    record Amount(BigDecimal value, String unit) implements SentValue {}

    record Marked(Special special) implements SentValue {}

    record Panel() implements SentValue {}

    SentValue PANEL = new Panel();
}
