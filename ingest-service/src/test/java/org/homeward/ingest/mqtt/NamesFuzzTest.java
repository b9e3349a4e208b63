package org.homeward.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.homeward.ingest.Fuzzed;

/// What an MQTT client says of itself and where it publishes.
class NamesFuzzTest {
    private static final UUID DEVICE = UUID.fromString("0b7e0b5e-5d0c-4a6c-8a3f-0d6b2f6f4c11");

    /// User name and password, on two lines. Whoever is named is that device and no other.
    @FuzzTest
    void logins(byte[] bytes) {
        String[] said = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        String password = said.length < 2 ? null : said[1];
        Fuzzed.costsLittle(
                () ->
                        Login.of(said[0], password)
                                .ifPresent(
                                        login -> {
                                            assertThat(login.token()).isNotEmpty();
                                            boolean named =
                                                    said[0].toLowerCase(java.util.Locale.ROOT)
                                                            .startsWith(DEVICE.toString());
                                            assertThat(login.mayBe(DEVICE))
                                                    .isEqualTo(
                                                            login.name() == null
                                                                    || isExactly(said[0], named));
                                        }));
    }

    private static boolean isExactly(String user, boolean named) {
        int length = DEVICE.toString().length();
        return named
                && (user.length() == length
                        || (user.charAt(length) == '@' && user.lastIndexOf('@') == length));
    }

    /// Topic and media type, on two lines. What is no topic of readings is never taken for one.
    @FuzzTest
    void topics(byte[] bytes) {
        String[] said = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
        String type = said.length < 2 ? "" : said[1];
        Fuzzed.costsLittle(
                () -> {
                    for (Dialect dialect : Dialect.values()) {
                        if (dialect.format(said[0], type) != null) {
                            assertThat(said[0])
                                    .matches(
                                            "telemetry/v1/readings|v1/(devices/me|gateway)/(?s:.)*|telemetry|t|event|e");
                        }
                    }
                });
    }
}
