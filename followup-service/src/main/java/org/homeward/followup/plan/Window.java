package org.homeward.followup.plan;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;

/// The local times between which a measurement is due. It may pass midnight.
public record Window(LocalTime from, LocalTime until) {

    /// Reads `07:00/10:00`; empty if it is not of that form or has no length.
    public static Optional<Window> parse(String text) {
        int slash = text.indexOf('/');
        if (text.length() != 11 || slash != 5) {
            return Optional.empty();
        }
        try {
            Window window =
                    new Window(
                            LocalTime.parse(text.substring(0, slash)),
                            LocalTime.parse(text.substring(slash + 1)));
            return window.from.equals(window.until) ? Optional.empty() : Optional.of(window);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public String text() {
        return from + "/" + until;
    }
}
