package org.homeward.simulator.device;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// JSON over MQTT with QoS 1, protocol 3.1.1 or 5. After any fault the connection is made anew, so
/// that a late PUBACK is never taken for another message's.
public final class MqttLink implements DeviceLink {
    /// The topic that devices publish to.
    public static final String TOPIC = "telemetry/v1/readings";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /// One connected session of either protocol version.
    interface Session {
        /// Completes with the PUBACK's verdict; fails if there is none.
        CompletableFuture<Outcome> publish(byte[] body);

        void disconnect();
    }

    /// Makes a session; the future fails if the server does not accept it.
    interface Connector {
        CompletableFuture<Session> connect(String host, int port, UUID deviceId, String token);
    }

    /// Where the edge listens, and who the device is.
    public record Address(String host, int port, UUID deviceId, String token) {}

    private final Address address;
    private final Connector connector;
    private @Nullable Session session;

    private MqttLink(Address address, Connector connector) {
        this.address = address;
        this.connector = connector;
    }

    public static MqttLink v3(Address address) {
        return new MqttLink(address, Mqtt3Session::connect);
    }

    public static MqttLink v5(Address address) {
        return new MqttLink(address, Mqtt5Session::connect);
    }

    @Override
    public Outcome send(List<Measurement> measurements) {
        try {
            Session current = session;
            if (current == null) {
                current =
                        within(
                                connector.connect(
                                        address.host(),
                                        address.port(),
                                        address.deviceId(),
                                        address.token()));
                session = current;
            }
            byte[] body = Measurement.body(measurements).getBytes(StandardCharsets.UTF_8);
            return within(current.publish(body));
        } catch (ExecutionException | CompletionException | TimeoutException e) {
            close();
            return new Outcome.Unknown(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown(PAUSE);
        }
    }

    @Override
    public void close() {
        Session current = session;
        session = null;
        if (current != null) {
            current.disconnect();
        }
    }

    private static <T> T within(CompletableFuture<T> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
}
