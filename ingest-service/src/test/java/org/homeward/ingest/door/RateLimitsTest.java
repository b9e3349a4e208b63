package org.homeward.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.homeward.ingest.Settings;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final RateLimits rates =
            new RateLimits(
                    Settings.of(
                            Map.of(
                                    "homeward.ingest.rate.burst", "3",
                                    "homeward.ingest.rate.per-second", "1",
                                    "homeward.ingest.rate.readings-burst", "100",
                                    "homeward.ingest.rate.readings-per-second", "1",
                                    "homeward.ingest.rate.network-readings-burst", "150",
                                    "homeward.ingest.rate.network-readings-per-second", "1",
                                    "homeward.ingest.rate.network-burst", "40",
                                    "homeward.ingest.rate.network-per-second", "1")),
                    new Counts(metrics));

    private static long passed(int times, LongSupplier take) {
        return LongStream.range(0, times).map(_ -> take.getAsLong()).filter(w -> w == 0).count();
    }

    @Test
    void aWildDeviceWaitsAndNoOther() {
        UUID wild = new UUID(0, 1);
        assertThat(passed(3, () -> rates.take(wild))).isEqualTo(3);
        assertThat(rates.take(wild)).isPositive();
        assertThat(rates.take(new UUID(0, 2))).isZero();
        assertThat(metrics.counter("homeward.ingest.turned.away", "cause", "rate").count())
                .isEqualTo(1);
    }

    @Test
    void whoSendsTooManyReadingsWaitsSoLongAndSendsOneByOneMeanwhile() {
        UUID wild = new UUID(0, 1);
        assertThat(rates.take(wild, "a", 91)).isZero();
        assertThat(rates.take(wild, "a", 91)).isBetween(75L, 81L);
        assertThat(rates.take(wild, "a", 1)).isZero();
        assertThat(rates.take(new UUID(0, 2), "b", 91)).isZero();
    }

    @Test
    void oneNetworksDevicesTogetherSendNoMoreReadingsThanItMay() {
        assertThat(rates.take(new UUID(0, 1), "a", 91)).isZero();
        assertThat(rates.take(new UUID(0, 2), "a", 91)).isPositive();
        assertThat(rates.take(new UUID(0, 3), "", 91)).isZero();
    }

    @Test
    void aBodyOfMoreReadingsThanThereCanBeTokensPassesOnceAllAreThere() {
        assertThat(rates.take(new UUID(0, 1), "", 1000)).isZero();
        assertThat(rates.take(new UUID(0, 1), "", 1000)).isPositive();
    }

    @Test
    void whoIsLetInAgainHasRoomForWhatItBrings() {
        UUID wild = new UUID(0, 1);
        assertThat(rates.greet(wild)).isZero();
        assertThat(rates.greet(wild)).isPositive();
        assertThat(rates.take(wild)).isZero();
    }

    @Test
    void aNetworkOfManyDevicesWaitsAndNoOther() {
        assertThat(passed(100, () -> rates.take("a"))).isBetween(40L, 45L);
        assertThat(rates.take("b")).isZero();
    }

    @Test
    void whoProvesNothingUsesUpItsNetworksShareTwentyTimesAsFast() {
        long tries =
                passed(
                        100,
                        () -> {
                            long wait = rates.take("a");
                            rates.provedNothing("a");
                            return wait;
                        });
        assertThat(tries).isBetween(2L, 4L);
    }

    @Test
    void whoIsUnknownIsNotCountedWithOthersWhoAre() {
        rates.provedNothing("");
        assertThat(passed(1000, () -> rates.take(""))).isEqualTo(1000);
    }

    @Test
    void whoeverComesWithAMillionAddressesFillsNoMemory() {
        for (int i = 0; i < 1_000_000; i++) {
            rates.take("network-" + i);
        }
        assertThat(rates.networks()).isLessThanOrEqualTo(200_000);
    }
}
