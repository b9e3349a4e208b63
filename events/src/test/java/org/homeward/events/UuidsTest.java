package org.homeward.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidsTest {
    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    @Test
    void theExampleOfTheStandardComesOut() {
        assertThat(Uuids.v5(DNS, "www.example.com"))
                .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    }

    @Test
    void partsThatJoinToTheSameTextDiffer() {
        assertThat(Uuids.v5(DNS, "ab", "c")).isNotEqualTo(Uuids.v5(DNS, "a", "bc"));
    }

    @Test
    void aUuidSurvivesTheWire() {
        assertThat(Uuids.fromBytes(Uuids.toBytes(DNS))).isEqualTo(DNS);
    }

    @Test
    void otherThanSixteenBytesAreRefused() {
        assertThatThrownBy(() -> Uuids.fromBytes(ByteString.copyFromUtf8("short")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
