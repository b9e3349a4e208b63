package org.homeward.ingest.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.credential.RotateCredentials.Outcome;
import org.homeward.ingest.device.Issuance;
import org.homeward.ingest.mqtt.MqttSocket;
import org.homeward.ingest.mqtt.MqttSocket.Answer;
import org.homeward.ingest.registry.RegisterDevices;
import org.homeward.ingest.registry.VirtualDevices;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IngestTest
class CredentialsTest {
    private static final int NOT_AUTHORIZED = 0x87;
    private static final Instant NOW = Given.now();

    @Inject RotateCredentials rotate;
    @Inject CredentialRegistry registry;
    @Inject WarnOfExpiry expiry;
    @Inject Pool pool;

    private final Given.Worn device = Given.worn();

    /// The same device with its next token.
    private Given.Worn rotated() {
        return with(((Outcome.Made) Given.await(rotate.another(device.device(), "desk"))).token());
    }

    private Given.Worn with(String token) {
        return new Given.Worn(device.device(), token, device.patient());
    }

    private static int post(Given.Worn as) {
        return Given.post(as, Given.pulse("72", NOW)).statusCode();
    }

    /// As another instance does it, of which this one hears by notice alone.
    private Given.Worn rotatedElsewhere(Duration overlap) {
        FreshSecrets.Token token = new FreshSecrets().token();
        Given.await(
                registry.issue(
                        rotate.credential(device.device(), token, Instant.now(), "desk"), overlap));
        return with(token.text());
    }

    @Test
    void bothOpenTheDoorWhileTheyOverlap() {
        Given.Worn next = rotated();
        assertThat(post(device)).isEqualTo(202);
        assertThat(post(next)).isEqualTo(202);
    }

    @Test
    void theOlderEndsWithTheOverlapWhereverTheNewerWasMade() throws IOException {
        assertThat(post(device)).isEqualTo(202);
        try (MqttSocket older = MqttSocket.connect(5, "a", device)) {
            Given.Worn next = rotatedElsewhere(Duration.ofSeconds(2));
            try (MqttSocket newer = MqttSocket.connect(5, "b", next)) {
                assertThat(older.answer())
                        .isEqualTo(new Answer(MqttSocket.DISCONNECT, NOT_AUTHORIZED));
                assertThat(post(device)).isEqualTo(401);
                newer.publish(1, Given.pulse("72", NOW));
                assertThat(newer.answer()).isEqualTo(new Answer(MqttSocket.PUBACK, 0));
            }
        }
    }

    @Test
    void oneThatIsRevokedTakesItsOwnSessionsWithItAndNoOthers() throws IOException {
        UUID first = ids().getFirst();
        Given.Worn next = rotated();
        assertThat(post(device)).isEqualTo(202);
        try (MqttSocket older = MqttSocket.connect(5, "a", device);
                MqttSocket newer = MqttSocket.connect(5, "b", next)) {
            Given.await(rotate.revoke(device.device(), first, "desk"));
            assertThat(older.answer()).isEqualTo(new Answer(MqttSocket.DISCONNECT, NOT_AUTHORIZED));
            assertThat(post(device)).isEqualTo(401);
            newer.publish(1, Given.pulse("72", NOW));
            assertThat(newer.answer()).isEqualTo(new Answer(MqttSocket.PUBACK, 0));
            newer.send(MqttSocket.DISCONNECT, 0, new byte[0]);
            assertThat(newer.answer().type()).isEqualTo(MqttSocket.CLOSED);
        }
        awaitTold(device.device(), DeviceEventKind.DEVICE_EVENT_KIND_SECURITY);
    }

    @Test
    void oneThatIsRevokedElsewhereEndsHere() throws IOException {
        assertThat(post(device)).isEqualTo(202);
        try (MqttSocket session = MqttSocket.connect(5, device)) {
            Given.await(registry.revoke(device.device(), ids().getFirst(), Instant.now(), "desk"));
            assertThat(session.answer())
                    .isEqualTo(new Answer(MqttSocket.DISCONNECT, NOT_AUTHORIZED));
        }
        assertThat(post(device)).isEqualTo(401);
    }

    @Test
    void whatWasMissedWhileNoNoticeCameIsFoundOnceTheyComeAgain() throws IOException {
        try (MqttSocket session = MqttSocket.connect(5, device)) {
            sql(
                    "UPDATE credential SET revoked_at = now() WHERE device_id = $1",
                    Tuple.of(device.device()));
            assertThat(post(device)).isEqualTo(202);
            sql(
                    """
                    SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity
                    WHERE usename = current_user AND query LIKE $1
                    """,
                    Tuple.of("LISTEN%"));
            assertThat(session.answer())
                    .isEqualTo(new Answer(MqttSocket.DISCONNECT, NOT_AUTHORIZED));
        }
        assertThat(post(device)).isEqualTo(401);
    }

    @Test
    void ofManyAtOnceOneIsMade() {
        List<Uni<Outcome>> wishes =
                IntStream.range(0, 6)
                        .mapToObj(_ -> rotate.another(device.device(), "desk"))
                        .toList();
        List<Outcome> outcomes = Given.await(Uni.join().all(wishes).andFailFast());
        assertThat(outcomes).filteredOn(Outcome.Made.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Outcome.Refused.class::isInstance)
                .containsOnly(new Outcome.Refused(Issuance.Cause.TWO_CREDENTIALS));
        assertThat(ids()).hasSize(2);
    }

    @Test
    void aPersonWhoEntersByHandGetsNoToken() {
        UUID virtual =
                Given.await(
                        Given.bean(VirtualDevices.class).of("person-1", UUID.randomUUID(), NOW));
        assertThat(Given.await(rotate.another(virtual, "desk")))
                .isEqualTo(new Outcome.Refused(Issuance.Cause.ENTERED_BY_HAND));
    }

    @Test
    void whatTheReleaseBeforeRegistersIsLetIn() {
        UUID id = UUID.randomUUID();
        FreshSecrets.Token token = new FreshSecrets().token();
        sql(
                "INSERT INTO device (id, kind, token_hash, registered_at) VALUES ($1,'t',$2,now())",
                Tuple.of(id, Buffer.buffer(token.hash().toBytes())));
        assertThat(post(new Given.Worn(id, token.text(), id))).isEqualTo(202);
    }

    @Test
    void aCredentialThatShouldBeReplacedIsToldOfOnce() {
        Given.Worn replaced = Given.worn();
        Given.Worn disabled = Given.worn();
        Given.await(rotate.another(replaced.device(), "desk"));
        Given.await(Given.bean(RegisterDevices.class).disable(disabled.device()));
        for (Given.Worn one : List.of(device, replaced, disabled)) {
            sql(
                    """
                    UPDATE credential SET rotate_by = now() + interval '13 days'
                    WHERE device_id = $1 AND (valid_until IS NOT NULL OR made_by = 'test')
                    """,
                    Tuple.of(one.device()));
        }
        Given.await(expiry.warn());
        Given.await(expiry.warn());
        awaitTold(device.patient(), DeviceEventKind.DEVICE_EVENT_KIND_CREDENTIAL_EXPIRING);
        assertThat(Given.told(replaced.patient())).isEmpty();
        assertThat(Given.told(disabled.patient())).isEmpty();
    }

    private List<UUID> ids() {
        return Given.await(registry.of(device.device())).orElseThrow().stream()
                .map(c -> c.id())
                .toList();
    }

    private void sql(String text, Tuple values) {
        Given.await(pool.preparedQuery(text).execute(values));
    }

    private static void awaitTold(UUID about, DeviceEventKind kind) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Given.told(about)).containsExactly(kind));
    }
}
