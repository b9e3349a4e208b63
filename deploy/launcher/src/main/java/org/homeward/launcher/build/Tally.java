package org.homeward.launcher.build;

import java.util.ArrayList;
import java.util.List;

/// Tests counted: how many ran to which end, and which failed.
record Tally(int passed, int failed, int skipped, List<String> failures) {
    static final Tally NONE = new Tally(0, 0, 0, List.of());

    Tally {
        failures = List.copyOf(failures);
    }

    Tally plus(Tally other) {
        List<String> all = new ArrayList<>(failures);
        all.addAll(other.failures);
        return new Tally(
                passed + other.passed, failed + other.failed, skipped + other.skipped, all);
    }

    /// The closing line of a test run, in the form that test runners' readers know.
    String line() {
        return "%d passed, %d failed%s"
                .formatted(passed, failed, skipped == 0 ? "" : ", " + skipped + " skipped");
    }
}
