package org.homeward.ingest.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Map;
import org.homeward.ingest.Settings;
import org.homeward.ingest.ucum.TestUnits;

/// The door with a log that takes everything.
public final class Doors {
    private Doors() {}

    /// What its edges count.
    public static Counts counts(MeterRegistry metrics) {
        return new Counts(metrics);
    }

    /// Its limits.
    public static RateLimits limits(Map<String, String> settings) {
        return new RateLimits(Settings.of(settings), counts(new SimpleMeterRegistry()));
    }

    public static AdmitReadings open() {
        return over(new ConcernLog(new ArrayList<>()));
    }

    public static AdmitReadings over(ReadingLog log) {
        Counts counts = new Counts(new SimpleMeterRegistry());
        return new AdmitReadings(log, new Intrusions(log, counts), TestUnits.UCUM);
    }

    /// One that fails on what it judges.
    public static AdmitReadings stumbling(ReadingLog log) {
        Counts counts = new Counts(new SimpleMeterRegistry());
        return new AdmitReadings(log, new Intrusions(log, counts), null);
    }
}
