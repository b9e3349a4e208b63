package org.homeward.ingest.fhir;

import java.util.ArrayList;
import java.util.List;
import org.homeward.ingest.sent.SelfReport;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.Verdict;

/// What Observations of one device say.
///
/// @param report what the device that measured says of itself
record Observed(List<SentReading> readings, List<Verdict.Turned> faults, SelfReport report) {
    Observed and(List<Verdict.Turned> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Verdict.Turned> all = new ArrayList<>(faults);
        all.addAll(more);
        return new Observed(readings, all, report);
    }
}
