package org.homeward.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.Settings;
import org.junit.jupiter.api.Test;

class BodyRoomTest {
    private static final int MIB = 1024 * 1024;
    private static final UUID ONE = new UUID(0, 1);

    private final BodyRoom room =
            new BodyRoom(
                    Settings.of(
                            Map.of(
                                    "homeward.ingest.edge.body-room", "4194304",
                                    "homeward.ingest.edge.large-bodies", "2")));

    @Test
    void ninetyLargeBodiesHoldNoMoreThanTheirPart() {
        List<BodyRoom.Share> taken = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            BodyRoom.Share share = room.share(new UUID(1, i));
            if (share.reserve(MIB)) {
                taken.add(share);
            }
        }
        assertThat(taken).hasSize(3);
        BodyRoom.Share small = room.share(ONE);
        assertThat(small.reserve(BodyRoom.SMALL)).isTrue();
        small.leave();
        taken.getFirst().leave();
        assertThat(room.share(ONE).reserve(MIB)).isTrue();
    }

    @Test
    void oneDeviceHasFewLargeOnesUnderWayAndAsManySmallOnesAsItLikes() {
        BodyRoom.Share first = room.share(ONE);
        assertThat(first.reserve(100_000)).isTrue();
        assertThat(room.share(ONE).reserve(100_000)).isTrue();
        assertThat(room.share(ONE).reserve(100_000)).isFalse();
        assertThat(room.share(new UUID(0, 2)).reserve(100_000)).isTrue();
        for (int i = 0; i < 50; i++) {
            assertThat(room.share(ONE).reserve(1_000)).isTrue();
        }
        first.leave();
        assertThat(room.share(ONE).reserve(100_000)).isTrue();
    }

    @Test
    void whatWasNotSaidBeforehandIsCountedAsItComes() {
        BodyRoom.Share share = room.share(ONE);
        assertThat(share.reserve(1_000)).isTrue();
        assertThat(share.take(600)).isTrue();
        assertThat(share.take(400)).isTrue();
        assertThat(room.held()).isEqualTo(1_000);
        assertThat(share.take(500)).isTrue();
        assertThat(room.held()).isEqualTo(1_500);
        assertThat(share.take(4 * MIB)).isFalse();
        share.leave();
        share.leave();
        assertThat(room.held()).isZero();
    }
}
