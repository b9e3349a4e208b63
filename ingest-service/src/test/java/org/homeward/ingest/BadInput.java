package org.homeward.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/// What tests of bad input have in common: a value and a name that nobody may repeat, and what
/// becomes of what is refused.
public final class BadInput {
    public static final String VALUE = "71.3719";
    public static final String NAME = "Kowalczyk";

    private BadInput() {}

    /// How many refusals were counted so far on a way in.
    public static double counted(String path) {
        return Given.bean(MeterRegistry.class)
                .counter("homeward.ingest.rejected", "path", path)
                .count();
    }

    /// One refusal of the device is stored, with this reason.
    public static void isKept(Given.Worn device, String reason) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(Given.refusals(device).items())
                                        .singleElement()
                                        .satisfies(
                                                r ->
                                                        assertThat(r.reasons())
                                                                .containsExactly(reason))
                                        .satisfies(r -> isSilent(r.detail())));
    }

    /// Neither a clinical value nor a name is repeated, nor anything of our insides.
    public static void isSilent(String words) {
        assertThat(words)
                .doesNotContain(VALUE, NAME)
                .doesNotContain("Exception", "at org.", "SELECT", "org.homeward");
    }
}
