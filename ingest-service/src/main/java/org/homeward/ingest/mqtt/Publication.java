package org.homeward.ingest.mqtt;

import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.time.Instant;
import org.homeward.ingest.dialect.Format;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;

/// One message and how its sender is answered: one of QoS 0 is not, whatever becomes of it.
record Publication(Session session, MqttPublishMessage message, Format format, Instant received) {

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
