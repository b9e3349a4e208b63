package org.homeward.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceClockTest {
    private static DeviceClock clock(String samples) {
        return new DeviceClock(Arrays.stream(samples.split(" ")).map(Integer::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "-1 -2 -1 -3 -1,-1",
        "-1200 -1203 -1190 -1201 -1250,-1201",
        "400 398 401 -7200 403 399 400 402,400",
        "-1 -2 -1 -3 -1 -86400 -3 -7200,-2",
    })
    void aClockIsOffByTheSameAmountEachTime(String samples, int offset) {
        assertThat(clock(samples).offset()).isEqualTo(OptionalInt.of(offset));
    }

    /// A week's readings sent one after the other as fast as they go, or each evening, or too few.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-604800 -586800 -568800 -550800 -532800 -514800",
                "-3600 -28000 -52000 -60 -7200 -40000",
                "-1209600 -1209600",
            })
    void whatWasKeptBeforeItWasSentSaysNothingAboutTheClock(String samples) {
        assertThat(clock(samples).offset()).isEmpty();
    }

    @Test
    void fiveMinutesAreNobodysFault() {
        assertThat(DeviceClock.isWrong(300)).isFalse();
        assertThat(DeviceClock.isWrong(-301)).isTrue();
        assertThat(DeviceClock.isWrong(Integer.MIN_VALUE)).isTrue();
    }

    @Test
    void beingKeptMakesAReadingLateAndNeverEarly() {
        assertThat(DeviceClock.explains(-1200, Duration.ofSeconds(-1190))).isTrue();
        assertThat(DeviceClock.explains(-1200, Duration.ofDays(-2))).isTrue();
        assertThat(DeviceClock.explains(-1200, Duration.ofSeconds(-3))).isFalse();
    }
}
