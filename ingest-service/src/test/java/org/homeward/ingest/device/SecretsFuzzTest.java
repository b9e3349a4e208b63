package org.homeward.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.homeward.ingest.Fuzzed;

/// What proves who a device is, as strangers type or send it.
class SecretsFuzzTest {
    @FuzzTest
    void claimCodes(byte[] bytes) {
        String typed = new String(bytes, StandardCharsets.UTF_8);
        Fuzzed.costsLittle(
                () ->
                        ClaimCode.read(typed)
                                .ifPresent(
                                        code ->
                                                assertThat(
                                                                ClaimCode.read(code.text())
                                                                        .orElseThrow()
                                                                        .bytes())
                                                        .isEqualTo(code.bytes())));
    }

    @FuzzTest
    void certificates(byte[] bytes) {
        String pem = new String(bytes, StandardCharsets.UTF_8);
        Instant now = Instant.parse("2030-01-01T00:00:00Z");
        Fuzzed.costsLittle(
                () ->
                        assertThat(DeviceCertificate.read(pem, now))
                                .isEqualTo(DeviceCertificate.read(pem, now)));
    }

    @FuzzTest
    void tokens(byte[] bytes) {
        String token = new String(bytes, StandardCharsets.UTF_8);
        Fuzzed.costsLittle(
                () ->
                        assertThat(DeviceToken.hash(token).isPresent())
                                .isEqualTo(token.length() == 43));
    }

    @FuzzTest
    void labels(byte[] bytes) {
        String carrier = new String(bytes, StandardCharsets.UTF_8);
        Fuzzed.costsLittle(
                () ->
                        Udi.read(carrier)
                                .ifPresent(
                                        udi -> {
                                            assertThat(Udi.read(udi.carrier())).contains(udi);
                                            assertThat(udi.di() == null)
                                                    .isEqualTo(udi.issuer() != Udi.Issuer.GS1);
                                        }));
    }
}
