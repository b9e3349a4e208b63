package org.homeward.alert.stream;

/// A record that cannot be handled whatever is tried: it goes to `dead-letters` as it was.
final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    /// Says why in a word, without content.
    ///
    /// @param reason such as UNKNOWN_EVENT
    Unreadable(String reason) {
        super(reason);
    }
}
