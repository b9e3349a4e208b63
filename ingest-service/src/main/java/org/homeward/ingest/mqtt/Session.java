package org.homeward.ingest.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import org.homeward.ingest.device.Credential;
import org.jspecify.annotations.Nullable;

/// One device's connection. All that it does runs on the connection's own event loop.
final class Session {
    static final int FIVE = 5;
    private static final long NONE = -1;

    private final MqttEndpoint endpoint;
    private final Credential.Valid credential;
    private final Login login;
    private final String network;
    private final Context loop;
    private final String client;
    private final boolean named;
    private boolean farewell;
    private @Nullable Instant end;
    private long timer = NONE;

    /// @param network whose connection it is; empty where nobody knows
    Session(MqttEndpoint endpoint, Credential.Valid credential, Login login, String network) {
        this.endpoint = endpoint;
        this.credential = credential;
        this.login = login;
        this.network = network;
        this.loop = Vertx.currentContext();
        String given = endpoint.clientIdentifier();
        this.named = given != null && !given.isEmpty();
        this.client = named && given != null ? given : UUID.randomUUID().toString();
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
        return credential.deviceId();
    }

    /// What it was opened with.
    Credential.Valid credential() {
        return credential;
    }

    String network() {
        return network;
    }

    Dialect dialect() {
        return login.dialect();
    }

    /// How the client said who it is.
    Login login() {
        return login;
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

    /// The client sends too much. It gets no acknowledgement, since of version 5 each with a reason
    /// against the message says that it is not to come again: the connection ends, and what waits
    /// for an answer comes again.
    void tooFast(MqttPublishMessage message) {
        if (message.qosLevel() == MqttQoS.AT_LEAST_ONCE) {
            end(MqttDisconnectReasonCode.MESSAGE_RATE_TOO_HIGH);
        }
    }

    /// Nothing can be subscribed to.
    void refuse(MqttSubscribeMessage message) {
        int topics = message.topicSubscriptions().size();
        if (isFive()) {
            endpoint.subscribeAcknowledge(
                    message.messageId(),
                    Collections.nCopies(topics, MqttSubAckReasonCode.NOT_AUTHORIZED),
                    MqttProperties.NO_PROPERTIES);
        } else {
            endpoint.subscribeAcknowledge(
                    message.messageId(), Collections.nCopies(topics, MqttQoS.FAILURE));
        }
    }

    /// Ends the connection from our side, with its reason where the protocol has one.
    void end(MqttDisconnectReasonCode reason) {
        onLoop(() -> endNow(reason));
    }

    /// Ends the connection when what it was opened with ends; of several ends the earliest counts.
    ///
    /// @param at null if that is not known
    void endAt(@Nullable Instant at) {
        if (at != null) {
            onLoop(() -> waitFor(at));
        }
    }

    private void waitFor(Instant at) {
        if (end != null && !at.isBefore(end)) {
            return;
        }
        rest();
        long millis = Duration.between(Instant.now(), at).toMillis();
        if (millis <= 0) {
            endNow(MqttDisconnectReasonCode.NOT_AUTHORIZED);
        } else if (endpoint.isConnected()) {
            end = at;
            timer = loop.owner().setTimer(millis + 1, _ -> isTime(at));
        }
    }

    private void isTime(Instant at) {
        rest();
        waitFor(at);
    }

    /// Waits for no end any more. On the connection's own event loop.
    void rest() {
        end = null;
        if (timer != NONE) {
            loop.owner().cancelTimer(timer);
            timer = NONE;
        }
    }

    /// Ends it on the connection's own event loop, before anything else happens there.
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
