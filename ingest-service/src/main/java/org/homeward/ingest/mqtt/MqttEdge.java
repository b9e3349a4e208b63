package org.homeward.ingest.mqtt;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.homeward.ingest.IngestConfig;

/// Opens the MQTT port, and the one over TLS where there is a key for it, on several event loops,
/// since one server keeps to one.
@ApplicationScoped
class MqttEdge {
    /// Room above the largest body, so that what is a little too large gets its reason code.
    private static final int OVERSIZE = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Connections connections;
    private final IngestConfig config;

    @Inject
    MqttEdge(Vertx vertx, Connections connections, IngestConfig config) {
        this.vertx = vertx;
        this.connections = connections;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        listen(plain(config.mqttPort()));
        tls().ifPresent(this::listen);
    }

    void listen(MqttServerOptions options) {
        DeploymentOptions loops = new DeploymentOptions().setInstances(config.mqttLoops());
        vertx.deployVerticle(() -> new Loop(options), loops)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    void stop(@Observes ShutdownEvent event) {
        connections.closeAll();
    }

    private MqttServerOptions plain(int port) {
        return new MqttServerOptions()
                .setHost(config.mqttHost())
                .setPort(port)
                .setAutoClientId(false)
                .setMaxMessageSize(config.edge().bodyBytes() * OVERSIZE)
                .setTimeoutOnConnect((int) PATIENCE.toSeconds());
    }

    /// A client may show a certificate. Whose it is does not hang on who signed it: the very
    /// certificate is registered with its device.
    Optional<MqttServerOptions> tls() {
        IngestConfig.Tls tls = config.mqttTls();
        if (tls.keyFile().isEmpty() && tls.certificateFile().isEmpty()) {
            return Optional.empty();
        }
        MqttServerOptions options = plain(tls.port());
        options.setSsl(true)
                .setKeyCertOptions(
                        new PemKeyCertOptions()
                                .addKeyPath(named(tls.keyFile(), "key-file"))
                                .addCertPath(named(tls.certificateFile(), "certificate-file")))
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"))
                .setClientAuth(ClientAuth.REQUEST)
                .setTrustOptions(TrustOptions.wrap(new AnySigner()));
        return Optional.of(options);
    }

    private static String named(Optional<String> file, String setting) {
        return file.orElseThrow(
                () ->
                        new IllegalStateException(
                                "homeward.ingest.mqtt-tls." + setting + " is not set"));
    }

    private final class Loop extends AbstractVerticle {
        private final MqttServerOptions options;

        Loop(MqttServerOptions options) {
            this.options = options;
        }

        @Override
        public void start(Promise<Void> started) {
            MqttServer.create(UserNameAlone.in(vertx), options)
                    .endpointHandler(connections::connect)
                    .exceptionHandler(_ -> {})
                    .listen()
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
