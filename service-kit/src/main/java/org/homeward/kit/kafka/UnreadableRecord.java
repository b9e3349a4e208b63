package org.homeward.kit.kafka;

/// A record that says nothing, however often it is read.
public final class UnreadableRecord extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /// Says why in a word, without content.
    ///
    /// @param reason such as UNKNOWN_EVENT
    public UnreadableRecord(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
