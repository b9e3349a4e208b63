package org.homeward.followup.kafka;

/// A record that will not become readable by trying again.
final class UnreadableRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRecord(String why) {
        super(why, null, false, false);
    }
}
