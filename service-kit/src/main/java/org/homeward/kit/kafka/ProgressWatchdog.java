package org.homeward.kit.kafka;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Liveness by progress: DOWN only when records wait, store and broker can be reached, and nothing
/// has been committed for minutes. A dead broker or database makes a service wait; restarting it
/// would not help and would lose its caches.
@Liveness
@ApplicationScoped
public class ProgressWatchdog implements AsyncHealthCheck {
    private record Seen(double commits, long atMillis) {}

    private final KafkaClientService clients;
    private final KafkaSettingsCheck channels;
    private final Pool pool;
    private final Duration patience;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    @Inject
    ProgressWatchdog(
            KafkaClientService clients,
            KafkaSettingsCheck channels,
            Pool pool,
            @ConfigProperty(name = "homeward.watchdog.patience", defaultValue = "PT3M")
                    Duration patience) {
        this.clients = clients;
        this.channels = channels;
        this.pool = pool;
        this.patience = patience;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        List<String> stuck = stuckChannels();
        if (stuck.isEmpty()) {
            return Uni.createFrom().item(HealthCheckResponse.up("progress"));
        }
        return pool.query("select 1")
                .execute()
                .ifNoItem()
                .after(Duration.ofSeconds(2))
                .fail()
                .map(rows -> down(stuck))
                .onFailure()
                .recoverWithItem(() -> HealthCheckResponse.up("progress"));
    }

    private static HealthCheckResponse down(List<String> stuck) {
        return HealthCheckResponse.named("progress")
                .down()
                .withData("stuck", String.join(",", stuck))
                .build();
    }

    private List<String> stuckChannels() {
        List<String> stuck = new ArrayList<>();
        for (String channel : channels.channels("incoming")) {
            for (KafkaConsumer<?, ?> consumer : clients.getConsumers(channel)) {
                if (isStuck(channel, consumer.unwrap().metrics())) {
                    stuck.add(channel);
                }
            }
        }
        return stuck;
    }

    private boolean isStuck(String channel, Map<MetricName, ? extends Metric> metrics) {
        long now = clock.millis();
        double commits = value(metrics, "consumer-coordinator-metrics", "commit-total");
        Seen last =
                seen.compute(
                        channel,
                        (k, s) -> s == null || s.commits() != commits ? new Seen(commits, now) : s);
        boolean waiting = value(metrics, "consumer-fetch-manager-metrics", "records-lag-max") > 0;
        boolean connected = value(metrics, "consumer-metrics", "connection-count") > 0;
        return waiting && connected && now - last.atMillis() > patience.toMillis();
    }

    private static double value(
            Map<MetricName, ? extends Metric> metrics, String group, String name) {
        return metrics.entrySet().stream()
                .filter(e -> e.getKey().group().equals(group) && e.getKey().name().equals(name))
                .map(e -> e.getValue().metricValue())
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }
}
