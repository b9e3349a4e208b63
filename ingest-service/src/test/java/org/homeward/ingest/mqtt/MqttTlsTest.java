package org.homeward.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientState;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.Settings;
import org.homeward.ingest.credential.CredentialRegistry;
import org.homeward.ingest.credential.CredentialStore;
import org.homeward.ingest.credential.Credentials;
import org.homeward.ingest.credential.RotateCredentials;
import org.homeward.ingest.device.DeviceCertificate;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.door.Intrusions;
import org.homeward.ingest.door.RateLimits;
import org.homeward.ingest.mqtt.pipeline.Sockets;
import org.homeward.ingest.network.Networks;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@IngestTest
class MqttTlsTest {
    @TempDir Path folder;
    @Inject Vertx vertx;
    @Inject Connections connections;
    @Inject RotateCredentials rotate;

    private final Given.Worn device = Given.worn();
    private int port;
    private @Nullable TestKey server;

    @BeforeEach
    void listen() throws IOException, InterruptedException, GeneralSecurityException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server = TestKey.made(folder, "server");
        MqttEdge edge =
                edge(
                        Map.of(
                                "homeward.ingest.mqtt-tls.port", Integer.toString(port),
                                "homeward.ingest.mqtt-tls.key-file", server.keyFile().toString(),
                                "homeward.ingest.mqtt-tls.certificate-file",
                                        server.certificateFile().toString()));
        edge.listen(edge.tls().orElseThrow());
    }

    private MqttEdge edge(Map<String, String> settings) {
        return new MqttEdge(
                vertx,
                connections,
                Given.bean(Networks.class),
                Given.bean(Sockets.class),
                Settings.of(settings));
    }

    private Mqtt5BlockingClient client(@Nullable TestKey shown)
            throws GeneralSecurityException, IOException {
        var tls =
                MqttClientSslConfig.builder()
                        .trustManagerFactory(server.trusted())
                        .hostnameVerifier((_, _) -> true);
        if (shown != null) {
            tls = tls.keyManagerFactory(shown.shown());
        }
        return MqttClient.builder()
                .useMqttVersion5()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .sslConfig(tls.build())
                .buildBlocking();
    }

    private static void publish(Mqtt5BlockingClient client) {
        client.publishWith()
                .topic("telemetry/v1/readings")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(Given.pulse("72", Given.now()).getBytes(StandardCharsets.UTF_8))
                .send();
    }

    private UUID registered(TestKey key) throws GeneralSecurityException {
        DeviceCertificate certificate =
                DeviceCertificate.read(key.certificate(), Instant.now()).orElseThrow();
        RotateCredentials.Outcome made =
                Given.await(rotate.certificate(device.device(), certificate, "desk"));
        return ((RotateCredentials.Outcome.Made) made).credential().id();
    }

    private static void assertRefused(Mqtt5ConnAckReasonCode reason, Runnable connecting) {
        assertThatThrownBy(connecting::run)
                .isInstanceOfSatisfying(
                        Mqtt5ConnAckException.class,
                        e -> assertThat(e.getMqttMessage().getReasonCode()).isEqualTo(reason));
    }

    @Test
    void aTokenOpensTheDoorOverTlsToo() throws GeneralSecurityException, IOException {
        Mqtt5BlockingClient client = client(null);
        client.connectWith()
                .simpleAuth()
                .username(device.device().toString())
                .password(device.token().getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .send();
        publish(client);
        client.disconnect();
        assertRefused(
                Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD, () -> anonymous().connect());
    }

    private Mqtt5BlockingClient anonymous() {
        try {
            return client(null);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCertificateNeedsNoNameUntilItIsRevoked()
            throws GeneralSecurityException, IOException, InterruptedException {
        TestKey own = TestKey.made(folder, "own");
        Mqtt5BlockingClient stranger = client(TestKey.made(folder, "stranger"));
        assertRefused(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD, stranger::connect);
        UUID credential = registered(own);
        Mqtt5BlockingClient connected = client(own);
        connected.connect();
        publish(connected);
        Given.await(rotate.revoke(device.device(), credential, "desk"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> connected.getState() == MqttClientState.DISCONNECTED);
        assertRefused(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD, client(own)::connect);
    }

    @Test
    void aSessionEndsWithItsCertificate()
            throws GeneralSecurityException, IOException, InterruptedException {
        TestKey own = TestKey.endingIn(folder, "brief", Duration.ofSeconds(9));
        registered(own);
        Mqtt5BlockingClient connected = client(own);
        connected.connect();
        publish(connected);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> connected.getState() == MqttClientState.DISCONNECTED);
        assertThat(Instant.now()).isAfterOrEqualTo(own.notAfter());
    }

    @Test
    void aRevocationOfWhichNoNoticeCameIsFoundAllTheSame() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        IngestConfig often =
                Settings.of(
                        Map.of(
                                "homeward.ingest.mqtt-port",
                                Integer.toString(port),
                                "homeward.ingest.credentials.trusted-for",
                                "PT0.2S"));
        new MqttEdge(
                        vertx,
                        connections(often),
                        Given.bean(Networks.class),
                        Given.bean(Sockets.class),
                        often)
                .start(new StartupEvent());
        try (MqttSocket session = MqttSocket.connectTo(port, device)) {
            Given.await(
                    Given.bean(Pool.class)
                            .preparedQuery(
                                    "UPDATE credential SET revoked_at = now() WHERE device_id = $1")
                            .execute(Tuple.of(device.device())));
            assertThat(session.answer())
                    .isEqualTo(new MqttSocket.Answer(MqttSocket.DISCONNECT, 0x87));
        }
    }

    private static Connections connections(IngestConfig often) {
        Connections own =
                new Connections(
                        new Credentials(
                                Given.bean(CredentialStore.class),
                                often,
                                new SimpleMeterRegistry()),
                        Given.bean(Publications.class),
                        new Sessions(Given.bean(Losses.class), often),
                        Given.bean(Counts.class),
                        Given.bean(Intrusions.class),
                        Given.bean(RateLimits.class));
        return own;
    }

    @Test
    void aCertificateIsOneDevicesAloneAndMakesNoWrongPasswordGood()
            throws GeneralSecurityException, IOException, InterruptedException {
        TestKey own = TestKey.made(folder, "own");
        registered(own);
        Mqtt5BlockingClient client = client(own);
        assertRefused(
                Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD,
                () ->
                        client.connectWith()
                                .simpleAuth()
                                .username(device.device().toString())
                                .password("wrong".getBytes(StandardCharsets.UTF_8))
                                .applySimpleAuth()
                                .send());
        DeviceCertificate certificate =
                DeviceCertificate.read(own.certificate(), Instant.now()).orElseThrow();
        Instant tooLate = certificate.notAfter().plusSeconds(1);
        assertThat(DeviceCertificate.read(own.certificate(), tooLate)).isEmpty();
        assertThat(DeviceCertificate.read(own.certificate(), Instant.EPOCH)).isEmpty();
        UUID other = Given.worn().device();
        assertThatThrownBy(() -> Given.await(rotate.certificate(other, certificate, "desk")))
                .isInstanceOf(CredentialRegistry.Taken.class);
    }

    @Test
    void aKeyWithoutItsCertificateIsAMistake() {
        MqttEdge half = edge(Map.of("homeward.ingest.mqtt-tls.key-file", "key"));
        assertThatThrownBy(half::tls).hasMessageContaining("certificate-file");
        assertThat(edge(Map.of()).tls()).isEmpty();
    }
}
