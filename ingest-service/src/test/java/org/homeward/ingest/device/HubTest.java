package org.homeward.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
                    "H-1",
                    "Box",
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
                        null,
                        null,
                        List.of(
                                new Charge(SCALE, "1", "Twin", NOW, null),
                                new Charge(CUFF, "2", "Twin", NOW, null)));
        assertThat(twins.device("Twin", NOW)).isEmpty();
        assertThat(twins.device("2", NOW)).contains(CUFF);
    }

    @Test
    void whoIsNoHubSpeaksForNobody() {
        Hub none = new Hub(HUB, null, null, List.of());
        assertThat(none.isOne()).isFalse();
        assertThat(none.device(HUB, NOW)).isEmpty();
        assertThat(none.device(SCALE, NOW)).isEmpty();
    }

    private static Called called(String serial, String names) {
        return new Called(serial, names.isEmpty() ? Set.of() : Set.of(names.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "C-1, '', CUFF",
        "C-1, Anything, CUFF",
        "Cuff, '', CUFF",
        "'', Cuff, CUFF",
        "C-1, Scale, CUFF", // the scale has another serial number
        "X, Cuff, NONE",
        "X, 00000000-0000-0002-0000-000000000002, CUFF",
        "S-1, 00000000-0000-0002-0000-000000000002, NONE",
        "'', Scale Cuff, NONE",
        "X, '', NONE",
        "'', 00000000-0000-0009-0000-000000000009, NONE",
        "H-1, '', HUB",
        "'', Box, HUB",
        "'', 00000000-0000-0000-0000-000000000000, HUB",
        "H-1, 00000000-0000-0002-0000-000000000002, NONE",
        "'', '', HUB",
    })
    void whatIsSaidOfADeviceMeansOneOrNone(String serial, String names, String which) {
        Map<String, UUID> ids = Map.of("HUB", HUB, "CUFF", CUFF);
        assertThat(HOME.device(called(serial, names), NOW))
                .isEqualTo(Optional.ofNullable(ids.get(which)));
    }

    @Test
    void twoThatAreToBeOneAreNobodyUnlessTheySayTheSame() {
        Called cuff = called("C-1", "");
        assertThat(HOME.device(cuff.and(called("C-1", "")), NOW)).contains(CUFF);
        assertThat(HOME.device(cuff.and(called("C-1", "Cuff")), NOW)).isEmpty();
    }

    @Test
    void whatEndedIsNotTheHubsOwnEither() {
        Hub ended = new Hub(HUB, null, null, List.of(new Charge(CUFF, "C-1", "Cuff", NOW, NOW)));
        assertThat(ended.isOne()).isTrue();
        assertThat(ended.device(called("C-1", ""), NOW)).isEmpty();
        assertThat(ended.device(Called.UNSAID, NOW)).contains(HUB);
    }

    @Test
    void aDeviceWithoutASerialNumberIsKnownByItsLabelWhateverNumberIsSaid() {
        Hub hub = new Hub(HUB, null, null, List.of(new Charge(CUFF, null, "Cuff", NOW, null)));
        assertThat(hub.device(called("X", "Cuff"), NOW)).contains(CUFF);
    }
}
