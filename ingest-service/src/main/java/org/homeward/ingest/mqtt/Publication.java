package org.homeward.ingest.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.time.Instant;
import org.homeward.ingest.dialect.Format;
import org.homeward.ingest.door.RateLimits;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;

/// One message and how its sender is answered: one of QoS 0 is not, whatever becomes of it.
record Publication(
        Session session,
        MqttPublishMessage message,
        Format format,
        Instant received,
        RateLimits rates) {

    /// The sender sends more readings than it may: it sends the same again later.
    static final class TooFast extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooFast() {
            super("too many readings", null, false, false);
        }

        /// Whether a stage failed of it.
        static boolean is(Throwable failure) {
            return failure instanceof TooFast || failure.getCause() instanceof TooFast;
        }
    }

    /// The media type that MQTT 5 lets a client say; empty if it said none.
    static String type(MqttPublishMessage message) {
        MqttProperties.MqttProperty<?> type =
                message.properties()
                        .getProperty(MqttProperties.MqttPropertyType.CONTENT_TYPE.value());
        return type == null ? "" : String.valueOf(type.value());
    }

    Refusal.Sent sent() {
        Refusal.Sent sent =
                new Refusal.Sent(
                        session.device(),
                        Path.MQTT,
                        format.type(),
                        message.payload().getBytes(),
                        received);
        return sent.bestEffort(!isPromised());
    }

    /// Whether it brings more readings than its sender may send.
    boolean isTooMuch(int readings) {
        return rates.take(session.device(), session.network(), readings) > 0;
    }

    boolean isPromised() {
        return message.qosLevel() == MqttQoS.AT_LEAST_ONCE;
    }

    void answer(MqttPubAckReasonCode reason) {
        if (isPromised()) {
            session.acknowledge(message.messageId(), reason);
        }
    }

    /// The fault is ours or the sender is too fast: who was promised an answer sends again.
    void giveUp(MqttDisconnectReasonCode reason) {
        if (isPromised()) {
            session.end(reason);
        }
    }
}
