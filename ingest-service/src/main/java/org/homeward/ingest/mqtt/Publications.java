package org.homeward.ingest.mqtt;

import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.dialect.Format;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.door.InFlight;
import org.homeward.ingest.door.RateLimits;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;

/// Takes what a connected device publishes. PUBACK means durable; a fault that is not the device's
/// gets no PUBACK and ends the connection, so that the device sends the same again.
@ApplicationScoped
class Publications {
    private static final String TYPE = "application/json";
    private static final int RECEIVE_AT_ONCE = 256;

    private final AdmitReadings admit;
    private final RateLimits rates;
    private final InFlight inFlight;
    private final Counts counts;
    private final Keeping keeping;
    private final int bodyBytes;

    @Inject
    Publications(
            AdmitReadings admit,
            RateLimits rates,
            InFlight inFlight,
            Counts counts,
            Keeping keeping,
            IngestConfig config) {
        this.admit = admit;
        this.rates = rates;
        this.inFlight = inFlight;
        this.counts = counts;
        this.keeping = keeping;
        this.bodyBytes = config.edge().bodyBytes();
    }

    void serve(Session session) {
        MqttEndpoint endpoint = session.endpoint();
        endpoint.publishAutoAck(false)
                .publishHandler(message -> take(session, message))
                .subscribeHandler(session::refuse)
                .exceptionHandler(e -> broken(session, e));
        if (session.isFive()) {
            endpoint.disconnectMessageHandler(
                    message -> {
                        if (message.code() == MqttDisconnectReasonCode.NORMAL) {
                            session.sayFarewell();
                        }
                    });
            endpoint.accept(false, offers(session));
        } else {
            endpoint.disconnectHandler(_ -> session.sayFarewell());
            endpoint.accept(false);
        }
    }

    /// What a client of version 5 may know beforehand.
    private static MqttProperties offers(Session session) {
        MqttProperties offers = new MqttProperties();
        if (!session.isNamed()) {
            offers.add(
                    new MqttProperties.StringProperty(
                            MqttProperties.MqttPropertyType.ASSIGNED_CLIENT_IDENTIFIER.value(),
                            session.client()));
        }
        add(offers, MqttProperties.MqttPropertyType.MAXIMUM_QOS, 1);
        add(offers, MqttProperties.MqttPropertyType.RETAIN_AVAILABLE, 0);
        add(offers, MqttProperties.MqttPropertyType.RECEIVE_MAXIMUM, RECEIVE_AT_ONCE);
        // It is the client's own, unless that was too long.
        add(
                offers,
                MqttProperties.MqttPropertyType.SERVER_KEEP_ALIVE,
                session.endpoint().keepAliveTimeSeconds());
        return offers;
    }

    private static void add(
            MqttProperties offers, MqttProperties.MqttPropertyType type, int value) {
        offers.add(new MqttProperties.IntegerProperty(type.value(), value));
    }

    private void take(Session session, MqttPublishMessage message) {
        boolean promised = message.qosLevel() == MqttQoS.AT_LEAST_ONCE;
        boolean bestEffort = message.qosLevel() == MqttQoS.AT_MOST_ONCE;
        Format format = session.dialect().format(message.topicName(), Publication.type(message));
        if (!promised && !(bestEffort && session.dialect().takesBestEffort())) {
            session.end(MqttDisconnectReasonCode.QOS_NOT_SUPPORTED);
        } else if (isTooMuch(session)) {
            session.tooFast(message);
        } else if (message.payload().length() > bodyBytes) {
            tooLarge(session, message.payload());
        } else if (format == null) {
            otherTopic(session, message);
        } else {
            take(new Publication(session, message, format, Instant.now(), rates));
        }
    }

    private boolean isTooMuch(Session session) {
        return rates.take(session.device()) > 0 || rates.take(session.network()) > 0;
    }

    private void take(Publication publication) {
        if (!inFlight.enter()) {
            counts.unavailable();
            publication.giveUp(MqttDisconnectReasonCode.SERVER_BUSY);
            return;
        }
        var _ =
                keeping.keep(publication)
                        .whenComplete(
                                (reason, error) -> {
                                    inFlight.leave();
                                    if (error == null) {
                                        publication
                                                .session()
                                                .onLoop(() -> publication.answer(reason));
                                    } else {
                                        giveUp(publication, error);
                                    }
                                });
    }

    private void giveUp(Publication publication, Throwable error) {
        if (Publication.TooFast.is(error)) {
            publication.giveUp(MqttDisconnectReasonCode.MESSAGE_RATE_TOO_HIGH);
        } else {
            counts.unavailable();
            publication.giveUp(MqttDisconnectReasonCode.SERVER_BUSY);
        }
    }

    /// Somebody's readings are in there: the refusal is kept, without what it refuses.
    private void tooLarge(Session session, Buffer payload) {
        var _ =
                refuseLarge(session, payload.getBytes(0, bodyBytes), payload.length() + " bytes")
                        .whenComplete(
                                (_, _) -> session.end(MqttDisconnectReasonCode.PACKET_TOO_LARGE));
    }

    private CompletableFuture<?> refuseLarge(Session session, byte[] start, String size) {
        counts.refused(Path.MQTT);
        String detail = "The message has more than " + bodyBytes + " bytes: " + size;
        return admit.refuseUnkept(
                new Refusal.Sent(session.device(), Path.MQTT, TYPE, start, Instant.now()),
                new Refusal.Reason("BODY_TOO_LARGE", detail, null));
    }

    /// What is so large that it is not even read, or is no MQTT at all. The connection closes as
    /// soon as this returns.
    private void broken(Session session, Throwable fault) {
        if (fault instanceof TooLongFrameException) {
            if (!isTooMuch(session)) {
                var _ = refuseLarge(session, new byte[0], "not read");
            }
            session.endNow(MqttDisconnectReasonCode.PACKET_TOO_LARGE);
        } else {
            session.endNow(MqttDisconnectReasonCode.MALFORMED_PACKET);
        }
    }

    /// Version 3.1.1 cannot refuse one message, and none can refuse one of QoS 0: the connection
    /// ends.
    private static void otherTopic(Session session, MqttPublishMessage message) {
        if (session.isFive() && message.qosLevel() == MqttQoS.AT_LEAST_ONCE) {
            session.acknowledge(message.messageId(), MqttPubAckReasonCode.NOT_AUTHORIZED);
        } else {
            session.end(MqttDisconnectReasonCode.NOT_AUTHORIZED);
        }
    }
}
