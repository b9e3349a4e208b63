package org.homeward.ingest.device;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// How far a device's clock is from ours, told from when its newest readings were measured and when
/// they came.
///
/// A clock that is wrong is wrong by the same amount each time. A reading that was kept for a while
/// before it was sent is late by another amount each time, and says nothing about the clock.
///
/// @param samples seconds that the newest reading of a request was measured after its receipt (less
///   than 0: before), earliest first, some minutes apart
public record DeviceClock(List<Integer> samples) {
    /// As many as are remembered.
    public static final int MOST = 8;

    /// What no clock need be blamed for; ahead of us it makes a single reading suspect too.
    public static final Duration TOLERATED = Duration.ofMinutes(5);

    /// Nobody's buffer is so old at each sending: the clock was reset.
    public static final Duration RESET = Duration.ofDays(60);

    private static final int FEWEST = 5;

    /// Half of what the way to us may take longer at one time than at another.
    private static final int STEADY_SECONDS = 60;

    public DeviceClock {
        samples = List.copyOf(samples);
    }

    /// By how many seconds it is ahead of ours, less than 0 if it is behind; empty while that
    /// cannot be told.
    public OptionalInt offset() {
        if (samples.size() < FEWEST) {
            return OptionalInt.empty();
        }
        int median = samples.stream().sorted().toList().get(samples.size() / 2);
        long steady = samples.stream().filter(s -> isSteady(s, median)).count();
        return steady * 4 >= samples.size() * 3L ? OptionalInt.of(median) : OptionalInt.empty();
    }

    private static boolean isSteady(int sample, int median) {
        return Math.abs((long) sample - median) <= STEADY_SECONDS;
    }

    /// Whether readings by a clock of this offset have a time that is to be doubted.
    public static boolean isWrong(int offset) {
        return Math.abs((long) offset) > TOLERATED.toSeconds();
    }

    /// Whether a reading can have come from a clock of this offset: being kept for a while makes it
    /// late, and nothing makes it early.
    public static boolean explains(int offset, Duration ahead) {
        return ahead.toSeconds() <= offset + (long) STEADY_SECONDS;
    }
}
