package org.homeward.ingest.mqtt;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.homeward.ingest.IngestConfig;

/// Opens the MQTT port on several event loops, since one server keeps to one.
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
        DeploymentOptions loops = new DeploymentOptions().setInstances(config.mqttLoops());
        vertx.deployVerticle(Loop::new, loops)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    void stop(@Observes ShutdownEvent event) {
        connections.closeAll();
    }

    private final class Loop extends AbstractVerticle {
        @Override
        public void start(Promise<Void> started) {
            MqttServerOptions options =
                    new MqttServerOptions()
                            .setHost(config.mqttHost())
                            .setPort(config.mqttPort())
                            .setAutoClientId(false)
                            .setMaxMessageSize(config.edge().bodyBytes() * OVERSIZE)
                            .setTimeoutOnConnect((int) PATIENCE.toSeconds());
            MqttServer.create(UserNameAlone.in(vertx), options)
                    .endpointHandler(connections::connect)
                    .exceptionHandler(_ -> {})
                    .listen()
                    .<Void>mapEmpty()
                    .onComplete(started);
        }
    }
}
