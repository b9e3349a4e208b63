package org.homeward.ingest.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.homeward.ingest.Settings;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.CredentialEnding;
import org.homeward.ingest.device.TokenHash;
import org.junit.jupiter.api.Test;

/// The registry does not answer.
class OutageTest {
    private static final TokenHash HASH = new TokenHash(1, 2, 3, 4);
    private static final Credential.Valid VALID =
            new Credential.Valid(new UUID(1, 1), new UUID(1, 2), null);

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Map<TokenHash, Credential> registered = new HashMap<>(Map.of(HASH, VALID));
    private boolean out;
    private int asked;

    private Uni<Map<TokenHash, Credential>> find(List<TokenHash> hashes) {
        asked++;
        return out
                ? Uni.createFrom().failure(new IOException("away"))
                : Uni.createFrom().item(Map.copyOf(registered));
    }

    private Credentials credentials(String trustedInOutage) {
        return new Credentials(
                this::find,
                Settings.of(
                        Map.of("homeward.ingest.credentials.trusted-in-outage", trustedInOutage)),
                metrics);
    }

    private double recalled() {
        return metrics.counter("homeward.ingest.let.in.without.registry").count();
    }

    @Test
    void whoWasLetInLatelyStillIsAndIsCounted() {
        Credentials credentials = credentials("PT15M");
        assertThat(credentials.check(HASH)).isCompletedWithValue(VALID);
        out = true;
        assertThat(credentials.checkAgain(HASH)).isCompletedWithValue(VALID);
        assertThat(recalled()).isEqualTo(1);
    }

    @Test
    void nobodyElseIsAndNoneLongerThanSaid() {
        Credentials credentials = credentials("PT0S");
        assertThat(credentials.check(HASH)).isCompletedWithValue(VALID);
        out = true;
        assertThat(credentials.checkAgain(HASH)).isCompletedExceptionally();
        assertThat(credentials("PT15M").check(HASH)).isCompletedExceptionally();
        assertThat(recalled()).isZero();
    }

    @Test
    void whatEndsEndsAtOnce() {
        Credentials credentials = credentials("PT15M");
        assertThat(credentials.check(HASH)).isCompletedWithValue(VALID);
        out = true;
        credentials.forget(new CredentialEnding(VALID.credentialId(), Instant.now()));
        assertThat(credentials.check(HASH)).isCompletedExceptionally();
    }

    @Test
    void onceTheRegistryAnswersAgainItsWordAloneCounts() {
        Credentials credentials = credentials("PT15M");
        assertThat(credentials.check(HASH)).isCompletedWithValue(VALID);
        out = true;
        assertThat(credentials.checkAgain(HASH)).isCompletedWithValue(VALID);
        out = false;
        Credential ended = new Credential.Ended(VALID.deviceId());
        registered.put(HASH, ended);
        credentials.forget(new Credentials.Doubtful());
        assertThat(credentials.check(HASH)).isCompletedWithValue(ended);
        out = true;
        assertThat(credentials.checkAgain(HASH)).isCompletedExceptionally();
    }

    @Test
    void whatWasLookedUpBeforeAChangeIsNotRememberedAfterIt() {
        Verified verified = new Verified(10, Duration.ofMinutes(15), () -> {});
        CompletableFuture<Credential> lookup = new CompletableFuture<>();
        CompletableFuture<Credential> found = verified.of(HASH, lookup);
        verified.forget(_ -> true);
        lookup.complete(VALID);
        assertThat(found).isCompletedWithValue(VALID);
        assertThat(verified.of(HASH, CompletableFuture.failedFuture(new IOException("away"))))
                .isCompletedExceptionally();
    }

    @Test
    void whoIsLookedUpAgainIsAskedForWhateverIsRemembered() {
        Credentials credentials = credentials("PT15M");
        assertThat(credentials.check(HASH)).isCompletedWithValue(VALID);
        assertThat(credentials.check(HASH)).isCompletedWithValue(VALID);
        assertThat(asked).isEqualTo(1);
        Credential ended = new Credential.Ended(VALID.deviceId());
        registered.put(HASH, ended);
        assertThat(credentials.checkAgain(HASH)).isCompletedWithValue(ended);
        assertThat(credentials.check(HASH)).isCompletedWithValue(ended);
        assertThat(asked).isEqualTo(2);
    }
}
