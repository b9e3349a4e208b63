package org.homeward.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.credential.FreshSecrets;
import org.homeward.ingest.credential.FreshSecrets.Token;
import org.junit.jupiter.api.Test;

/// After a failure of the power or the network everybody comes back at once.
@QuarkusTest
@IngestTest
class HerdIT {
    private static final int HERD = 2000;
    private static final String REGISTER =
            """
            WITH d AS (
              INSERT INTO device (id, kind, token_hash, registered_at)
              SELECT id, 'herd', hash, now() FROM unnest($1::uuid[], $2::bytea[]) AS n (id, hash)
              RETURNING id)
            INSERT INTO assignment (id, device_id, patient_id, during, made_at, made_by)
            SELECT gen_random_uuid(), id, gen_random_uuid(), tstzrange(NULL, NULL), now(), 't'
            FROM d
            """;

    @Inject Pool pool;
    @Inject FreshSecrets secrets;

    private final List<Given.Worn> devices = new ArrayList<>();
    private final List<MqttSocket> clients = new ArrayList<>();

    private void registered() {
        List<Token> tokens = IntStream.range(0, HERD).mapToObj(_ -> secrets.token()).toList();
        tokens.forEach(
                token ->
                        devices.add(
                                new Given.Worn(
                                        UUID.randomUUID(), token.text(), UUID.randomUUID())));
        UUID[] ids = devices.stream().map(Given.Worn::device).toArray(UUID[]::new);
        Buffer[] hashes =
                tokens.stream()
                        .map(token -> Buffer.buffer(token.hash().toBytes()))
                        .toArray(Buffer[]::new);
        Given.await(
                pool.preparedQuery(REGISTER).execute(Tuple.tuple().addValue(ids).addValue(hashes)));
    }

    @Test
    void allAreLetInAndEachOnesReadingIsStored() throws IOException {
        registered();
        try {
            for (Given.Worn device : devices) {
                clients.add(MqttSocket.greet(5, device.device().toString(), device.token()));
            }
            for (MqttSocket client : clients) {
                client.letIn();
            }
            for (MqttSocket client : clients) {
                client.publish(1, Given.pulse("72", Given.now()));
            }
            for (MqttSocket client : clients) {
                assertThat(client.answer()).isEqualTo(new MqttSocket.Answer(MqttSocket.PUBACK, 0));
            }
        } finally {
            for (MqttSocket client : clients) {
                client.close();
            }
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(stored()).isEqualTo(HERD));
    }

    private long stored() {
        return Given.await(
                        pool.query(
                                        """
                                        SELECT count(DISTINCT r.device_id) FROM reading r
                                        JOIN device d ON d.id = r.device_id WHERE d.kind = 'herd'
                                        """)
                                .execute())
                .iterator()
                .next()
                .getLong(0);
    }
}
