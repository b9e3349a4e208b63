package org.homeward.ingest.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.Settings;
import org.homeward.ingest.door.Doors;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.junit.jupiter.api.Test;

/// What can go again of what was kept.
class StoredBodiesTest {
    private static final UUID DEVICE = new UUID(1, 1);

    private final StoredBodies stored = new StoredBodies(Doors.open(), null, Settings.of(Map.of()));

    private boolean takes(Format format, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Refusal.Sent sent =
                new Refusal.Sent(DEVICE, Path.MQTT, format.type(), bytes, Instant.EPOCH);
        return stored.takes(Refusal.of(sent, new Refusal.Reason("X", "", null), bytes));
    }

    private static String own(String device) {
        return "{\"deviceId\":\"" + device + "\",\"readings\":[{}]}";
    }

    @Test
    void itsOwnBodyGoesAgain() {
        assertThat(takes(Format.OWN, "{\"readings\":[{}]}")).isTrue();
        assertThat(takes(Format.OWN, own(DEVICE.toString()))).isTrue();
        assertThat(takes(Format.EITHER, own(DEVICE.toString().toUpperCase(Locale.ROOT)))).isTrue();
        assertThat(takes(Format.KEYED, "{\"deviceId\":\"scale in the hall\",\"kg\":81}")).isTrue();
    }

    @Test
    void oneThatNamesAnotherDeviceDoesNot() {
        assertThat(takes(Format.OWN, own(new UUID(1, 2).toString()))).isFalse();
        assertThat(takes(Format.EITHER, own(new UUID(1, 2).toString()))).isFalse();
    }

    @Test
    void norDoesAGatewaysWholeMessageOrMoreThanIsKept() {
        assertThat(takes(Format.GATEWAY, "{\"scale\":[{\"kg\":81}]}")).isFalse();
        assertThat(takes(Format.OWN, " ".repeat(Refusal.MOST_BYTES + 1))).isFalse();
    }
}
