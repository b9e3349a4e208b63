package org.homeward.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.device.Hub.Charge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubTest {
    private static final UUID HUB = new UUID(0, 0);
    private static final UUID SCALE = new UUID(1, 1);
    private static final UUID CUFF = new UUID(2, 2);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private static final Hub HOME =
            new Hub(
                    HUB,
                    List.of(
                            new Charge(SCALE, "S-1", "Scale", NOW, NOW.plusSeconds(60)),
                            new Charge(SCALE, "S-1", "Scale", NOW.minusSeconds(60), NOW),
                            new Charge(CUFF, "C-1", "Cuff", NOW, null)));

    @ParameterizedTest
    @CsvSource({"-61, false", "-60, true", "-1, true", "0, true", "59, true", "60, false"})
    void aHubSpeaksForADeviceForItsTime(int seconds, boolean may) {
        Instant at = NOW.plusSeconds(seconds);
        assertThat(HOME.device(SCALE, at).isPresent()).isEqualTo(may);
        assertThat(HOME.device("S-1", at).isPresent()).isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({
        "C-1, true",
        "Cuff, true",
        "00000000-0000-0002-0000-000000000002, true",
        "cuff, false",
        "'', false",
        "X, false"
    })
    void aDeviceIsKnownBySerialLabelOrId(String name, boolean known) {
        assertThat(HOME.device(name, NOW).isPresent()).isEqualTo(known);
        assertThat(HOME.device(name, NOW).filter(id -> !id.equals(CUFF))).isEmpty();
    }

    @Test
    void aNameThatTwoDevicesHaveIsNeithers() {
        Hub twins =
                new Hub(
                        HUB,
                        List.of(
                                new Charge(SCALE, "1", "Twin", NOW, null),
                                new Charge(CUFF, "2", "Twin", NOW, null)));
        assertThat(twins.device("Twin", NOW)).isEmpty();
        assertThat(twins.device("2", NOW)).contains(CUFF);
    }

    @Test
    void whoIsNoHubSpeaksForNobody() {
        Hub none = new Hub(HUB, List.of());
        assertThat(none.device(HUB, NOW)).isEmpty();
        assertThat(none.device(SCALE, NOW)).isEmpty();
    }
}
