package org.homeward.ingest.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.device.Issuance.Allowed;
import org.homeward.ingest.device.Issuance.Cause;
import org.homeward.ingest.device.Issuance.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssuanceTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(1);
    private static final Instant LATER = NOW.plusSeconds(1);
    private static final Duration OVERLAP = Duration.ofDays(7);
    private static final UUID DEVICE = new UUID(1, 1);

    private static IssuedCredential credential(
            int n, @Nullable Instant validUntil, @Nullable Instant revokedAt) {
        Instant made = NOW.minus(Duration.ofDays(100L - n));
        return new IssuedCredential(
                new UUID(2, n),
                DEVICE,
                IssuedCredential.Kind.TOKEN,
                made,
                "somebody",
                NOW,
                validUntil,
                revokedAt);
    }

    private static Issuance another(IssuedCredential... held) {
        return new Issuance.Holder(DEVICE, false, List.of(held)).another(NOW, OVERLAP);
    }

    @Test
    void theOneBeforeEndsWithTheOverlap() {
        assertThat(another(credential(1, null, null)))
                .isEqualTo(new Allowed(new CredentialEnding(new UUID(2, 1), NOW.plus(OVERLAP))));
    }

    @Test
    void anEndThatIsNearerStays() {
        assertThat(another(credential(1, LATER, null), credential(2, null, BEFORE)))
                .isEqualTo(new Allowed(new CredentialEnding(new UUID(2, 1), LATER)));
    }

    @Test
    void noneIsLiveAndNoneEnds() {
        assertThat(another(credential(1, BEFORE, null), credential(2, null, BEFORE)))
                .isEqualTo(new Allowed(null));
        assertThat(another(credential(1, NOW, null))).isEqualTo(new Allowed(null));
    }

    @Test
    void thereIsNoThird() {
        assertThat(another(credential(1, LATER, null), credential(2, null, null)))
                .isEqualTo(new Refused(Cause.TWO_CREDENTIALS));
    }

    @Test
    void aDisabledDeviceGetsNone() {
        var held = List.of(credential(1, null, null));
        assertThat(new Issuance.Holder(DEVICE, true, held).another(NOW, OVERLAP))
                .isEqualTo(new Refused(Cause.DEVICE_DISABLED));
    }

    @Test
    void whatNeverHadOneGetsNone() {
        assertThat(another()).isEqualTo(new Refused(Cause.ENTERED_BY_HAND));
    }

    @Test
    void aCredentialHasOneStatusAtATime() {
        assertThat(credential(1, null, null).status(NOW).word()).isEqualTo("active");
        assertThat(credential(1, LATER, null).status(NOW).word()).isEqualTo("ending");
        assertThat(credential(1, NOW, null).status(NOW).word()).isEqualTo("ended");
        assertThat(credential(1, BEFORE, NOW).status(NOW).word()).isEqualTo("ended");
        assertThat(credential(1, LATER, BEFORE).status(NOW).word()).isEqualTo("revoked");
    }

    @Test
    void whatATokenProvesEndsToTheInstant() {
        Credential valid = new Credential.Valid(DEVICE, new UUID(2, 1), NOW);
        assertThat(valid.at(BEFORE)).isEqualTo(valid);
        assertThat(valid.at(NOW)).isEqualTo(new Credential.Ended(DEVICE));
        Credential open = new Credential.Valid(DEVICE, new UUID(2, 1), null);
        assertThat(open.at(LATER)).isEqualTo(open);
        assertThat(valid.endsWith(new CredentialEnding(new UUID(2, 1), NOW))).isTrue();
        assertThat(valid.endsWith(new CredentialEnding(new UUID(2, 2), NOW))).isFalse();
    }
}
