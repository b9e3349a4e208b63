package org.homeward.ingest.kafka;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.events.Topics;
import org.homeward.ingest.intake.Logged;
import org.homeward.ingest.reading.Refusal;

/// Where the dead letter lies that a refusal stands for. [RefusalConsumer] writes the place into
/// the detail, and the refusal's id follows from it, so that no other text is taken for one.
record LetterPlace(int partition, long offset) {
    /// What this service writes itself and what takes no harm from an older record at its end: of a
    /// compacted topic that would undo the newer ones.
    static final Set<String> OURS = Set.of(Topics.READINGS, Topics.DEVICE_EVENTS);

    /// The letter's own headers come after those that the record had.
    private static final Pattern DETAIL =
            Pattern.compile(
                    Topics.DEAD_LETTERS
                            + "/(\\d{1,9})/(\\d{1,18}) (?:.* )?topic=(\\S+)"
                            + " partition=\\d+ offset=\\d+ error-class=.*",
                    Pattern.DOTALL);

    /// Empty if it is none, or of a topic that is not sent again.
    static Optional<LetterPlace> of(Refusal refusal) {
        Matcher detail = DETAIL.matcher(refusal.detail());
        if (!refusal.reasons().contains(Refusal.DEAD_LETTER)
                || !detail.matches()
                || !OURS.contains(detail.group(3))) {
            return Optional.empty();
        }
        int partition = Integer.parseInt(detail.group(1));
        long offset = Long.parseLong(detail.group(2));
        return Logged.idOf(Topics.DEAD_LETTERS, partition, offset).equals(refusal.id())
                ? Optional.of(new LetterPlace(partition, offset))
                : Optional.empty();
    }
}
