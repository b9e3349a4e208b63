package org.homeward.ingest.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Context;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.util.UUID;

/// One device's connection. All that it does runs on the connection's own event loop.
final class Session {
    static final int FIVE = 5;

    private final MqttEndpoint endpoint;
    private final UUID device;
    private final Context loop;
    private final String client;
    private final boolean named;
    private boolean farewell;

    Session(MqttEndpoint endpoint, UUID device, Context loop) {
        this.endpoint = endpoint;
        this.device = device;
        this.loop = loop;
        String given = endpoint.clientIdentifier();
        this.named = given != null && !given.isEmpty();
        this.client = named && given != null ? given : UUID.randomUUID().toString();
    }

    /// What tells this session from others of the same device.
    String key() {
        return device + "/" + client;
    }

    /// The client's own name for itself, or the one it was given.
    String client() {
        return client;
    }

    /// Whether the client came with a name of its own.
    boolean isNamed() {
        return named;
    }

    MqttEndpoint endpoint() {
        return endpoint;
    }

    UUID device() {
        return device;
    }

    void onLoop(Runnable step) {
        loop.runOnContext(_ -> step.run());
    }

    /// The device takes its leave; what remains is no loss.
    void sayFarewell() {
        farewell = true;
    }

    boolean isLost() {
        return !farewell;
    }

    boolean isFive() {
        return endpoint.protocolVersion() == FIVE;
    }

    /// Acknowledges. MQTT 3.1.1 has one word for it, which also means "do not send this again".
    void acknowledge(int messageId, MqttPubAckReasonCode reason) {
        if (!endpoint.isConnected()) {
            return;
        }
        if (isFive()) {
            endpoint.publishAcknowledge(messageId, reason, MqttProperties.NO_PROPERTIES);
        } else {
            endpoint.publishAcknowledge(messageId);
        }
    }

    /// Ends the connection from our side, with its reason where the protocol has one.
    void end(MqttDisconnectReasonCode reason) {
        onLoop(() -> endNow(reason));
    }

    /// The same on the connection's own event loop, before anything else happens there.
    void endNow(MqttDisconnectReasonCode reason) {
        farewell = true;
        if (endpoint.isConnected() && isFive()) {
            endpoint.disconnect(reason, MqttProperties.NO_PROPERTIES);
        }
        if (endpoint.isConnected()) {
            endpoint.close();
        }
    }
}
