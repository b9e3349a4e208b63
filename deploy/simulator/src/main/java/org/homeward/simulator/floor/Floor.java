package org.homeward.simulator.floor;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// POST, produce with `acks=all`, answer 202 after the broker's; [FloorStore] does the rest.
/// Arguments: port, Kafka, JDBC URL, user; the password comes in the environment.
public final class Floor {
    /// The floor's own topic.
    public static final String TOPIC = "bench-floor";

    private final Producer<byte[], byte[]> producer;
    private final AtomicLong number = new AtomicLong();

    private Floor(String kafka) {
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka,
                                ProducerConfig.ACKS_CONFIG, "all",
                                ProducerConfig.LINGER_MS_CONFIG, "1",
                                ProducerConfig.BATCH_SIZE_CONFIG, "131072"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    public static void main(String[] arguments) {
        String password = System.getenv().getOrDefault("HOMEWARD_DB_PASSWORD", "");
        FloorStore store = new FloorStore(arguments[1], arguments[2], arguments[3], password);
        store.start();
        Runtime.getRuntime().addShutdownHook(new Thread(store::stop, "the floor's end"));
        Floor floor = new Floor(arguments[1]);
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request -> floor.handle(request, store))
                .listen(Integer.parseInt(arguments[0]), "127.0.0.1");
    }

    private void handle(HttpServerRequest request, FloorStore store) {
        switch (request.path()) {
            case "/stats" -> request.response().end(store.stats());
            case "/reset" -> {
                store.reset();
                request.response().end();
            }
            default -> request.bodyHandler(body -> produce(request, body));
        }
    }

    private void produce(HttpServerRequest request, Buffer body) {
        byte[] key =
                Long.toString(number.incrementAndGet() % 1000).getBytes(StandardCharsets.US_ASCII);
        Context context = Vertx.currentContext();
        Future<?> _ =
                producer.send(
                        new ProducerRecord<>(TOPIC, key, body.getBytes()),
                        (_, error) ->
                                context.runOnContext(
                                        _ ->
                                                request.response()
                                                        .setStatusCode(error == null ? 202 : 503)
                                                        .end()));
    }
}
