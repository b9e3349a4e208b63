package org.homeward.events;

import java.util.List;

/// The topics of the platform. A name written anywhere else is a defect: brokers run with
/// auto-creation off.
public final class Topics {
    public static final String TELEMETRY = "telemetry";
    public static final String READINGS = "readings";
    public static final String READINGS_REJECTED = "readings-rejected";
    public static final String DEVICE_EVENTS = "device-events";
    public static final String MONITORING_PLANS = "monitoring-plans";
    public static final String RULE_RELEASES = "rule-releases";
    public static final String ALERTS = "alerts";
    public static final String ALERT_ACTIONS = "alert-actions";
    public static final String CARE_TEAMS = "care-teams";
    public static final String TEAMS = "teams";
    public static final String FOLLOW_UPS = "follow-ups";
    public static final String DEAD_LETTERS = "dead-letters";
    public static final String AUDIT = "audit";

    /// How a topic keeps its records.
    public enum Retention {
        FOREVER,
        DAYS_30,
        YEAR,
        COMPACT
    }

    /// One topic's settings, for the launcher and for the manifests' test.
    ///
    /// @param logAppendTime whether the broker sets the record's time; true for `telemetry` alone,
    ///   whose append time is a reading's `recorded` time
    public record Spec(String name, Retention retention, boolean logAppendTime) {}

    public static final int DEFAULT_PARTITIONS = 12;

    /// The largest record of `telemetry`: the source bytes of one body, at most 1 MiB, and all that
    /// was decoded of it.
    public static final int TELEMETRY_RECORD_BYTES = 5 * 512 * 1024;

    /// What the broker takes of `telemetry` at once: the largest record and what is around it, so
    /// that it refuses none that the producer takes.
    public static final int TELEMETRY_BATCH_BYTES = TELEMETRY_RECORD_BYTES + 64 * 1024;

    public static final List<Spec> ALL =
            List.of(
                    new Spec(TELEMETRY, Retention.FOREVER, true),
                    new Spec(READINGS, Retention.DAYS_30, false),
                    new Spec(READINGS_REJECTED, Retention.DAYS_30, false),
                    new Spec(DEVICE_EVENTS, Retention.DAYS_30, false),
                    new Spec(MONITORING_PLANS, Retention.COMPACT, false),
                    new Spec(RULE_RELEASES, Retention.COMPACT, false),
                    new Spec(ALERTS, Retention.FOREVER, false),
                    new Spec(ALERT_ACTIONS, Retention.FOREVER, false),
                    new Spec(CARE_TEAMS, Retention.COMPACT, false),
                    new Spec(TEAMS, Retention.COMPACT, false),
                    new Spec(FOLLOW_UPS, Retention.FOREVER, false),
                    new Spec(DEAD_LETTERS, Retention.DAYS_30, false),
                    new Spec(AUDIT, Retention.YEAR, false));

    private Topics() {}
}
