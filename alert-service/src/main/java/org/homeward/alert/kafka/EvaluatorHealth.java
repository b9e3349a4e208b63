package org.homeward.alert.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/// Whether the evaluator runs. Ready once it has its partitions and its state; dead only when Kafka
/// Streams has given up, which a restart mends.
final class EvaluatorHealth {
    private EvaluatorHealth() {}

    @Readiness
    @ApplicationScoped
    static class Ready implements HealthCheck {
        private final EvaluatorStreams streams;

        @Inject
        Ready(EvaluatorStreams streams) {
            this.streams = streams;
        }

        @Override
        public HealthCheckResponse call() {
            KafkaStreams.State state = streams.state();
            return HealthCheckResponse.named("evaluator")
                    .status(state == KafkaStreams.State.RUNNING)
                    .withData("state", state.name())
                    .build();
        }
    }

    @Liveness
    @ApplicationScoped
    static class Alive implements HealthCheck {
        private final EvaluatorStreams streams;

        @Inject
        Alive(EvaluatorStreams streams) {
            this.streams = streams;
        }

        @Override
        public HealthCheckResponse call() {
            KafkaStreams.State state = streams.state();
            boolean dead =
                    state == KafkaStreams.State.ERROR
                            || state == KafkaStreams.State.PENDING_ERROR
                            || state == KafkaStreams.State.NOT_RUNNING;
            return HealthCheckResponse.named("evaluator").status(!dead).build();
        }
    }
}
