package org.homeward.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.utils.AppInfoParser;
import org.homeward.events.Topics;
import org.homeward.launcher.server.Keycloak;
import org.homeward.launcher.server.Schemas;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The real PostgreSQL, Kafka and Keycloak, started once.
class LocalStackIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalStack STACK =
            LocalStack.open(StackConfig.forTests(Path.of("target/stack"), 3));
    private static final Secrets SECRETS = new Secrets(STACK.config().secrets());

    @BeforeAll
    static void start() {
        STACK.wipe();
        STACK.startAll(Component.INFRASTRUCTURE);
        STACK.setUp();
    }

    @AfterAll
    static void stop() {
        STACK.close();
        assertThat(Component.INFRASTRUCTURE).noneMatch(STACK::running);
    }

    @Test
    void databaseKeepsWhatItWasToldToKeep() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(query("ingest", "SHOW " + setting)).as(setting).isEqualTo("on");
        }
        assertThat(query("ingest", "SHOW server_version")).startsWith("18.");
    }

    @Test
    void roleReadsItsOwnSchemaAndNoOther() throws SQLException {
        query("ingest", "CREATE TABLE IF NOT EXISTS ingest.mine(x int); SELECT 1");
        assertThat(query("ingest", "SELECT count(*) FROM mine")).isEqualTo("0");
        assertThatThrownBy(() -> query("gateway", "SELECT count(*) FROM ingest.mine"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> query("gateway", "CREATE TABLE ingest.theirs(x int)"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void readerReadsAllAndChangesNothing() throws SQLException {
        query("alert", "CREATE TABLE IF NOT EXISTS alert.seen(x int); SELECT 1");
        assertThat(query(Schemas.READER, "SELECT count(*) FROM alert.seen")).isEqualTo("0");
        assertThatThrownBy(() -> query(Schemas.READER, "INSERT INTO alert.seen VALUES (1)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void statementsOfARoleHaveAnEnd() throws SQLException {
        assertThat(query("ingest", "SHOW statement_timeout")).isEqualTo("30s");
        assertThat(query("ingest", "SHOW lock_timeout")).isEqualTo("10s");
        assertThat(query("ingest", "SHOW idle_in_transaction_session_timeout")).isEqualTo("30s");
    }

    @Test
    void personsTokenIsForTheGatewayAloneAndNamesTheRole() throws IOException {
        JsonNode claims = claims(new LocalTokens(STACK.config().keycloakUrl()).user("nurse"));
        assertThat(claims.path("iss").asText()).isEqualTo(STACK.config().issuer());
        assertThat(claims.path("aud").asText()).isEqualTo("homeward");
        assertThat(claims.path("sub").asText()).isEqualTo("00000000-0000-4000-8000-000000000003");
        assertThat(claims.path("realm_access").path("roles")).hasToString("[\"nurse\"]");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void gatewaysOwnTokenIsForTheServicesAlone() throws IOException {
        String secret = SECRETS.get(Keycloak.SERVICE_SECRET);
        JsonNode claims =
                claims(
                        new LocalTokens(STACK.config().keycloakUrl())
                                .client("homeward-gateway", secret));
        assertThat(claims.path("aud").asText()).isEqualTo("homeward-internal");
        assertThat(claims.path("azp").asText()).isEqualTo("homeward-gateway");
        assertThat(claims.path("realm_access").isMissingNode()).isTrue();
    }

    @Test
    void strangerGetsNoToken() {
        assertThatThrownBy(() -> new LocalTokens(STACK.config().keycloakUrl()).user("stranger"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining("no token for user stranger");
    }

    @Test
    void brokerMakesNoTopicByItself() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
            assertThat(setting(admin, broker, "auto.create.topics.enable")).isEqualTo("false");
            assertThat(setting(admin, broker, "unclean.leader.election.enable")).isEqualTo("false");
        }
    }

    @Test
    void brokerIsOfTheClientsOwnVersion() throws IOException {
        assertThat(Files.readString(STACK.config().log(Component.KAFKA)))
                .contains("Kafka version: " + AppInfoParser.getVersion());
    }

    @Test
    void everythingListensOnLoopbackAlone() throws SocketException {
        List<InetAddress> others =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress())
                        .toList();
        Ports ports = STACK.config().ports();
        for (int port : List.of(ports.postgres(), ports.kafka(), ports.keycloak())) {
            assertThat(others).noneMatch(address -> reachable(address, port));
        }
    }

    private static boolean reachable(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 300);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void topicsAreThoseOfTheContract() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            List<String> names = Topics.ALL.stream().map(Topics.Spec::name).toList();
            var topics = admin.describeTopics(names).allTopicNames().get();
            assertThat(topics.values()).allMatch(topic -> topic.partitions().size() == 3);
            assertThat(setting(admin, Topics.TELEMETRY, "message.timestamp.type"))
                    .isEqualTo("LogAppendTime");
            assertThat(setting(admin, Topics.READINGS, "message.timestamp.type"))
                    .isEqualTo("CreateTime");
            assertThat(setting(admin, Topics.MONITORING_PLANS, "cleanup.policy"))
                    .isEqualTo("compact");
            assertThat(setting(admin, Topics.ALERTS, "retention.ms")).isEqualTo("-1");
        }
    }

    @Test
    void killedComponentComesBackWithItsData() throws SQLException {
        query("followup", "CREATE TABLE kept(x int); INSERT INTO kept VALUES (7); SELECT 1");
        STACK.kill(Component.POSTGRES);
        assertThat(STACK.running(Component.POSTGRES)).isFalse();
        STACK.start(Component.POSTGRES);
        STACK.awaitReady(Component.POSTGRES);
        assertThat(query("followup", "SELECT x FROM kept")).isEqualTo("7");
    }

    @Test
    void dataSurviveDownAndUp() throws Exception {
        query("alert", "CREATE TABLE stays(x int); INSERT INTO stays VALUES (9); SELECT 1");
        Records.send(STACK.config(), Topics.DEAD_LETTERS, "stays");
        String signer = signer(new LocalTokens(STACK.config().keycloakUrl()).user("nurse"));

        STACK.close();
        assertThat(Component.INFRASTRUCTURE).noneMatch(STACK::running);
        STACK.startAll(Component.INFRASTRUCTURE);
        STACK.setUp();

        assertThat(query("alert", "SELECT x FROM stays")).isEqualTo("9");
        assertThat(Records.all(STACK.config(), Topics.DEAD_LETTERS)).containsExactly("stays");
        assertThat(signer(new LocalTokens(STACK.config().keycloakUrl()).user("nurse")))
                .as("the realm's key, which an import would make anew")
                .isEqualTo(signer);
    }

    private static String signer(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[0]))
                .path("kid")
                .asText();
    }

    @Test
    void anotherCallOfTheLauncherFindsWhatRuns() {
        LocalStack other = LocalStack.open(STACK.config());
        assertThat(other.pid(Component.KAFKA)).isEqualTo(STACK.pid(Component.KAFKA)).isPresent();
    }

    private static String setting(Admin admin, String topic, String name)
            throws ExecutionException, InterruptedException {
        return setting(admin, new ConfigResource(ConfigResource.Type.TOPIC, topic), name);
    }

    private static String setting(Admin admin, ConfigResource resource, String name)
            throws ExecutionException, InterruptedException {
        var all = admin.describeConfigs(Set.of(resource)).all().get();
        return Objects.requireNonNull(all.get(resource)).get(name).value();
    }

    private static Admin admin() {
        return Admin.create(
                Map.of(
                        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                        STACK.config().kafkaBootstrap()));
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static String query(String role, String sql) throws SQLException {
        String url = STACK.config().jdbcUrl(Schemas.DATABASE);
        try (Connection connection = DriverManager.getConnection(url, role, SECRETS.get(role));
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows && statement.getUpdateCount() >= 0) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
