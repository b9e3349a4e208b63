package org.homeward.ingest.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.device.Device;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.TimeQuality;
import org.homeward.ingest.registry.Directory;
import org.junit.jupiter.api.Test;

/// A device's clock from its readings to what is said of it and of them.
@QuarkusTest
@IngestTest
class ClocksIT {
    private static final Instant NOW = Given.now();
    private static final DeviceEventKind FAULT = DeviceEventKind.DEVICE_EVENT_KIND_CLOCK_FAULT;

    private final Given.Worn device = Given.worn();

    /// Looks at the clock some times, five minutes apart.
    private void goes(int ahead, int times) {
        for (int i = 0; i < times; i++) {
            Instant at = NOW.plus(Duration.ofMinutes(5L * i));
            ClockStore.Sample sample = new ClockStore.Sample(device.device(), at, ahead - i % 2);
            Given.await(Given.bean(CheckClocks.class).check(List.of(sample)));
        }
    }

    private Device.Clock clock() {
        Device.Clock clock =
                Given.await(Given.bean(Directory.class).find(device.device()))
                        .orElseThrow()
                        .clock();
        return java.util.Objects.requireNonNull(clock);
    }

    private Reading sent(String value, Instant at) {
        Given.post(device, Given.pulse(value, at));
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                Given.readings(device.patient()).items().stream()
                                        .anyMatch(
                                                r ->
                                                        r.measure()
                                                                .value()
                                                                .toPlainString()
                                                                .equals(value)));
        return Given.readings(device.patient()).items().stream()
                .filter(r -> r.measure().value().toPlainString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClockThatBeginsToBeWrongIsToldOnceAndItsReadingsAreDoubtedUntilItIsRight() {
        goes(-2, 6);
        assertThat(clock().offsetSeconds()).isBetween(-4, -1);
        assertThat(clock().wrongSince()).isNull();
        goes(-1200, 8);
        assertThat(clock().wrongSince()).isNotNull();
        assertThat(clock().offsetSeconds()).isBetween(-1202, -1199);
        assertThat(Given.told(device.patient())).containsExactly(FAULT);

        Reading doubted = sent("71", Given.now().minusSeconds(1200));
        assertThat(doubted.times().quality()).isEqualTo(TimeQuality.SUSPECT);
        assertThat(doubted.flags()).containsExactly("CLOCK_DRIFT");
        Reading right = sent("72", Given.now());
        assertThat(right.times().quality()).isEqualTo(TimeQuality.EXACT);

        goes(-2, 8);
        assertThat(clock().wrongSince()).isNull();
        assertThat(sent("73", Given.now().minusSeconds(1200)).times().quality())
                .isEqualTo(TimeQuality.EXACT);
        assertThat(Given.told(device.patient())).containsExactly(FAULT);
    }

    @Test
    void aClockThatWasResetCostsReadingsTheirTimeAndASecondSendingIsKnown() {
        int years = -3 * 365 * 86_400;
        goes(years, 6);
        Instant said = Given.now().plusSeconds(years);
        Reading reading = sent("71", said);
        assertThat(reading.times().quality()).isEqualTo(TimeQuality.UNKNOWN);
        assertThat(reading.times().measured()).isEqualTo(reading.times().received());
        assertThat(reading.flags()).containsExactly("CLOCK_RESET");
        Given.post(device, Given.pulse("71", said));
        sent("72", Given.now());
        assertThat(Given.readings(device.patient()).items()).hasSize(2);
    }

    @Test
    void aReadingIsOneLookAtItsDevicesClock() {
        sent("71", Given.now().minusSeconds(30));
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                Given.await(Given.bean(Directory.class).find(device.device()))
                                                .orElseThrow()
                                                .clock()
                                        != null);
        assertThat(clock().offsetSeconds()).isNull();
    }
}
