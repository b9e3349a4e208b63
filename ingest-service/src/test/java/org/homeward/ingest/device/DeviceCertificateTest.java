package org.homeward.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceCertificateTest {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----\n";
    private static final String END = "\n-----END CERTIFICATE-----\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "\0", "AAAA", "MIIB", "é", "-----BEGIN CERTIFICATE-----"})
    void whatIsNoCertificateIsNone(String text) {
        assertThat(DeviceCertificate.read(text, Instant.EPOCH)).isEmpty();
        assertThat(DeviceCertificate.read(BEGIN + text + END, Instant.EPOCH)).isEmpty();
        assertThat(DeviceCertificate.read(BEGIN + text.repeat(20_000) + END, Instant.EPOCH))
                .isEmpty();
    }
}
