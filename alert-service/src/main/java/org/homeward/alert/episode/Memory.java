package org.homeward.alert.episode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.alert.rule.Confirm;
import org.homeward.alert.rule.Sample;
import org.jspecify.annotations.Nullable;

/// The last samples of one measure of one patient, in order of effective time. It serves three
/// ends: duplicates are found by id and version, confirmation counts over it, and evidence is taken
/// from it. It is bounded so that state stays small for every patient.
///
/// @param samples earliest first, voided and unjudged ones included
public record Memory(List<Sample> samples) {
    public static final int SIZE = Confirm.MOST;
    public static final Memory EMPTY = new Memory(List.of());

    public Memory {
        samples = List.copyOf(samples);
    }

    public Optional<Sample> find(UUID readingId) {
        for (Sample sample : samples) {
            if (sample.readingId().equals(readingId)) {
                return Optional.of(sample);
            }
        }
        return Optional.empty();
    }

    /// Whether the sample would be forgotten at once: the memory is full of later ones.
    public boolean isPast(Sample sample) {
        return samples.size() == SIZE && Sample.ORDER.compare(sample, samples.getFirst()) < 0;
    }

    /// With the sample in its place, instead of an earlier version of it, and without the earliest
    /// one if there are too many.
    public Memory with(Sample sample) {
        List<Sample> next = new ArrayList<>(SIZE + 1);
        for (Sample other : samples) {
            if (!other.readingId().equals(sample.readingId())) {
                next.add(other);
            }
        }
        int place = next.size();
        while (place > 0 && Sample.ORDER.compare(next.get(place - 1), sample) > 0) {
            place--;
        }
        next.add(place, sample);
        return new Memory(
                next.size() > SIZE ? next.subList(next.size() - SIZE, next.size()) : next);
    }

    /// The newest judged sample.
    public Optional<Sample> newest() {
        for (Sample sample : samples.reversed()) {
            if (sample.score() != null) {
                return Optional.of(sample);
            }
        }
        return Optional.empty();
    }

    public Optional<Instant> newestReceived() {
        return samples.stream().map(Sample::receivedAt).max(Instant::compareTo);
    }

    /// The judged samples that confirmation counts over: later than the mark, not older than the
    /// newest by more than the limit, the newest `of`.
    public List<Sample> window(@Nullable Instant mark, @Nullable Duration limit, int of) {
        List<Sample> newestFirst = new ArrayList<>(of);
        Instant oldest = Instant.MIN;
        for (Sample sample : samples.reversed()) {
            if (newestFirst.size() == of
                    || sample.at().isBefore(oldest)
                    || (mark != null && !sample.at().isAfter(mark))) {
                break;
            }
            if (sample.score() == null) {
                continue;
            }
            if (newestFirst.isEmpty() && limit != null) {
                oldest = sample.at().minus(limit);
            }
            newestFirst.add(sample);
        }
        return newestFirst.reversed();
    }
}
