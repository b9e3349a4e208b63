package org.homeward.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.DeviceCertificate;
import org.homeward.ingest.device.TokenHash;
import org.homeward.ingest.dialect.Format;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {
    private static final UUID DEVICE = new UUID(1, 1);

    @Test
    void aDeviceIdWithItsTokenIsOurs() {
        Login login = Login.of(DEVICE.toString(), "token").orElseThrow();
        assertThat(login.dialect()).isEqualTo(Dialect.HOMEWARD);
        assertThat(login.token()).isEqualTo("token");
        assertThat(login.mayBe(DEVICE)).isTrue();
        assertThat(login.mayBe(new UUID(2, 2))).isFalse();
    }

    @Test
    void aTokenAloneIsThingsBoards() {
        assertThat(Login.of("token", "")).isEqualTo(Login.of("token", null));
        Login login = Login.of("token", null).orElseThrow();
        assertThat(login.dialect()).isEqualTo(Dialect.THINGSBOARD);
        assertThat(login.token()).isEqualTo("token");
        assertThat(login.mayBe(DEVICE)).isTrue();
    }

    @Test
    void aDeviceOfATenantIsHonos() {
        Login login = Login.of(DEVICE + "@ward@home", "token").orElseThrow();
        assertThat(login.dialect()).isEqualTo(Dialect.HONO);
        assertThat(login.mayBe(DEVICE)).isFalse();
        assertThat(Login.of(DEVICE + "@home", "token").orElseThrow().mayBe(DEVICE)).isTrue();
        assertThat(Login.of("sensor@home", "token").orElseThrow().mayBe(DEVICE)).isFalse();
    }

    @Test
    void whatEndsFirstEndsTheSession() {
        Instant sooner = Instant.parse("2030-01-01T00:00:00Z");
        Instant later = sooner.plusSeconds(1);
        assertThat(by(null).ends(until(null))).isNull();
        assertThat(by(null).ends(until(later))).isEqualTo(later);
        assertThat(by(sooner).ends(until(null))).isEqualTo(sooner);
        assertThat(by(sooner).ends(until(later))).isEqualTo(sooner);
        assertThat(by(later).ends(until(sooner))).isEqualTo(sooner);
    }

    private static Login by(@Nullable Instant notAfter) {
        DeviceCertificate shown =
                notAfter == null
                        ? null
                        : new DeviceCertificate(new TokenHash(1, 2, 3, 4), notAfter);
        return new Login(Dialect.HOMEWARD, "", shown, null);
    }

    private static Credential.Valid until(@Nullable Instant end) {
        return new Credential.Valid(DEVICE, DEVICE, end);
    }

    @Test
    void nobodyIsNobody() {
        assertThat(Login.of(null)).isEmpty();
        assertThat(Login.of("", "token")).isEmpty();
        assertThat(Login.of(null, "token")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HOMEWARD,telemetry/v1/readings,,OWN",
        "HOMEWARD,telemetry/v1/readings,application/senml+json,SENML",
        "HOMEWARD,v1/devices/me/telemetry,,",
        "THINGSBOARD,v1/devices/me/telemetry,,KEYED",
        "THINGSBOARD,v1/devices/me/attributes,,ASIDE",
        "THINGSBOARD,v1/gateway/telemetry,,GATEWAY",
        "THINGSBOARD,v1/gateway/connect,,ASIDE",
        "HOMEWARD,v1/gateway/telemetry,,",
        "THINGSBOARD,telemetry/v1/readings,,",
        "HONO,telemetry,,EITHER",
        "HONO,t,,EITHER",
        "HONO,event,,EITHER",
        "HONO,e,application/senml+json,SENML",
        "HONO,telemetry/home/other,,",
    })
    void aTopicHasItsFormat(Dialect dialect, String topic, String type, Format format) {
        assertThat(dialect.format(topic, type == null ? "" : type)).isEqualTo(format);
    }

    @Test
    void onlyOtherPlatformsDevicesMaySendWithoutAPromise() {
        assertThat(Dialect.values())
                .filteredOn(Dialect::takesBestEffort)
                .containsExactly(Dialect.THINGSBOARD, Dialect.HONO);
    }
}
