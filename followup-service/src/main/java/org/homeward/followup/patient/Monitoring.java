package org.homeward.followup.patient;

/// Whether anything is expected of the patient's devices. It is said in two ways: to people as a
/// status with its reason, on topics as one word.
public enum Monitoring {
    MONITORED("monitored", "monitored", ""),
    PAUSED("paused", "paused", ""),
    NOTHING_DUE("nothing-due", "not monitored", "nothing due"),
    DISCHARGED("discharged", "not monitored", "discharged"),
    DECEASED("deceased", "not monitored", "deceased");

    private final String wire;
    private final String status;
    private final String reason;

    Monitoring(String wire, String status, String reason) {
        this.wire = wire;
        this.status = status;
        this.reason = reason;
    }

    /// Death and discharge come first, then a plan that asks for nothing, then a pause.
    public static Monitoring of(Standing standing, boolean somethingDue, boolean paused) {
        return switch (standing) {
            case DECEASED -> DECEASED;
            case DISCHARGED -> DISCHARGED;
            case ACTIVE -> somethingDue ? (paused ? PAUSED : MONITORED) : NOTHING_DUE;
        };
    }

    public String wire() {
        return wire;
    }

    public String status() {
        return status;
    }

    /// Empty unless the patient is not monitored.
    public String reason() {
        return reason;
    }
}
