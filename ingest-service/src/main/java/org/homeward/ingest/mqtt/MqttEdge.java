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
import org.homeward.ingest.mqtt.pipeline.Pipelines;
import org.homeward.ingest.mqtt.pipeline.Sockets;
import org.homeward.ingest.network.Networks;

/// Opens the MQTT port, and the one over TLS where there is a key for it, on several event loops,
/// since one server keeps to one.
@ApplicationScoped
class MqttEdge {
    /// Room above the largest body, so that what is a little too large gets its reason code.
    private static final int OVERSIZE = 4;

    private static final int BACKLOG = 4096;
    private static final int UNREAD = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Connections connections;
    private final Networks networks;
    private final Sockets sockets;
    private final IngestConfig config;

    @Inject
    MqttEdge(
            Vertx vertx,
            Connections connections,
            Networks networks,
            Sockets sockets,
            IngestConfig config) {
        this.sockets = sockets;
        this.vertx = vertx;
        this.connections = connections;
        this.networks = networks;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        listen(plain(config.mqttPort()));
        // A notice of an end may be lost: by a connection that is only half open, or a lookup that
        // failed.
        vertx.setPeriodic(config.credentials().trustedFor().toMillis(), _ -> connections.look());
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
        MqttServerOptions options = new MqttServerOptions();
        // A herd that comes back at once waits to be let in; what is left unread waits in the
        // client's own memory, and not in ours.
        options.setAcceptBacklog(BACKLOG).setSendBufferSize(UNREAD).setTcpKeepAlive(true);
        return options.setHost(config.mqttHost())
                .setPort(port)
                .setAutoClientId(false)
                .setMaxMessageSize(config.edge().bodyBytes() * OVERSIZE)
                .setTimeoutOnConnect((int) config.edge().greetingWithin().toSeconds());
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
            MqttServer.create(new Pipelines(config, networks, sockets).in(vertx), options)
                    .endpointHandler(
                            endpoint ->
                                    connections.connect(
                                            endpoint, networks.of(endpoint.remoteAddress())))
                    .exceptionHandler(_ -> {})
                    .listen()
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
