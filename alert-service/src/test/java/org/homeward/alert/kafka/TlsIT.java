package org.homeward.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.homeward.events.Topics;
import org.homeward.launcher.Home;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A broker that speaks TLS alone and wants a certificate, and clients told as the chart tells
/// them.
@SuppressWarnings("NullAway.Init") // JUnit starts the broker first.
class TlsIT {
    private static final Pattern VARIABLE = Pattern.compile("KAFKA_S[A-Z_]+");

    @TempDir private static Path folder;

    private static Authority authority;
    private static Authority stranger;
    private static Authority.Identity client;
    private static TlsBroker broker;

    @BeforeAll
    static void start() throws Exception {
        authority = Authority.in(folder.resolve("authority"));
        stranger = Authority.in(folder.resolve("stranger"));
        client = authority.issue("client");
        broker = TlsBroker.start(authority.issue("broker"), authority.certificate());
        broker.createTopics(ChartSettings.connection(told(client, authority)));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theServiceAsItIsPackagedWorksThroughTls() throws Exception {
        Map<String, Object> connection = ChartSettings.connection(told(client, authority));
        UUID patient = UUID.randomUUID();
        try (PackagedService service = PackagedService.start(told(client, authority));
                var producer =
                        new KafkaProducer<>(
                                connection, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new Spo2(patient, "84", Instant.now()).record()).get();

            // The evaluator read the reading and wrote the alert, and a channel brought it here.
            await().atMost(Duration.ofSeconds(60)).until(() -> service.alerts(patient) == 1);
        }
        assertThat(keys(Topics.ALERTS, connection)).containsOnly(patient.toString());
    }

    @Test
    void aClientWithACertificateOfAnotherAuthorityIsRefused() throws Exception {
        Map<String, String> told = told(stranger.issue("client"), authority);
        assertThatThrownBy(() -> nodes(told)).hasCauseInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void aClientThatDoesNotTrustTheBrokersAuthorityGoesNoFurther() {
        assertThatThrownBy(() -> nodes(told(client, stranger)))
                .hasCauseInstanceOf(SslAuthenticationException.class);
    }

    @Test
    void theChartTellsTheSame() throws Exception {
        String chart =
                Files.readString(
                        Home.find().root().resolve("deploy/helm/homeward/templates/_helpers.tpl"));
        Set<String> variables =
                VARIABLE.matcher(chart)
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());
        variables.add("KAFKA_BOOTSTRAP_SERVERS");
        assertThat(told(client, authority).keySet()).isEqualTo(variables);
    }

    private static Map<String, String> told(Authority.Identity own, Authority trusted)
            throws Exception {
        return ChartSettings.environment(broker.address(), own, trusted.certificate());
    }

    private static Collection<Node> nodes(Map<String, String> told)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(ChartSettings.connection(told))) {
            return admin.describeCluster().nodes().get();
        }
    }

    private static List<String> keys(String topic, Map<String, Object> connection) {
        try (var consumer =
                new KafkaConsumer<>(
                        connection, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = List.of(new TopicPartition(topic, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return await().atMost(Duration.ofSeconds(20))
                    .until(() -> keys(consumer), keys -> !keys.isEmpty());
        }
    }

    private static List<String> keys(KafkaConsumer<byte[], byte[]> consumer) {
        return StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
                .map(record -> new String(record.key(), StandardCharsets.US_ASCII))
                .toList();
    }
}
