package org.homeward.ingest.mqtt;

import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_NOT_AUTHORIZED_5;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_SERVER_UNAVAILABLE_5;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.homeward.ingest.credential.Credentials;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.CredentialEnding;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.door.Intrusions;
import org.homeward.ingest.door.ReadingLog;
import org.homeward.ingest.reading.Concern;
import org.jboss.logging.Logger;

/// Lets devices in and knows who is connected, so that a session ends with the credential that it
/// was opened with, and a session taken over ends the older one.
@ApplicationScoped
class Connections {
    private static final Logger LOG = Logger.getLogger(Connections.class);

    private final Credentials credentials;
    private final Publications publications;
    private final ReadingLog log;
    private final Counts counts;
    private final Intrusions intrusions;
    private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();

    @Inject
    Connections(
            Credentials credentials,
            Publications publications,
            ReadingLog log,
            Counts counts,
            Intrusions intrusions) {
        this.credentials = credentials;
        this.publications = publications;
        this.log = log;
        this.counts = counts;
        this.intrusions = intrusions;
    }

    void connect(MqttEndpoint endpoint) {
        Optional<Login> said = Login.by(endpoint);
        if (said.isEmpty()) {
            counts.unauthorized();
            refuseCredentials(endpoint);
            return;
        }
        Login login = said.get();
        Context loop = Vertx.currentContext();
        var _ =
                login.check(credentials)
                        .whenComplete(
                                (found, error) ->
                                        loop.runOnContext(
                                                _ -> {
                                                    if (error == null) {
                                                        admit(endpoint, login, found);
                                                    } else {
                                                        unavailable(endpoint);
                                                    }
                                                }));
    }

    private void admit(MqttEndpoint endpoint, Login login, Credential found) {
        switch (found) {
            case Credential.Valid valid -> admit(endpoint, login, valid);
            case Credential.Ended ended -> {
                intrusions.ended(ended.deviceId());
                refuseCredentials(endpoint);
            }
            case Credential.Unknown _ -> {
                intrusions.unknown();
                refuseCredentials(endpoint);
            }
        }
    }

    private void admit(MqttEndpoint endpoint, Login login, Credential.Valid valid) {
        UUID device = valid.deviceId();
        if (!login.mayBe(device)) {
            intrusions.otherDevice(device);
            refuse(
                    endpoint,
                    CONNECTION_REFUSED_NOT_AUTHORIZED_5,
                    CONNECTION_REFUSED_NOT_AUTHORIZED);
            return;
        }
        Session session = new Session(endpoint, valid, login, Vertx.currentContext());
        Session older = sessions.put(session.key(), session);
        if (older != null) {
            older.end(MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
        }
        endpoint.closeHandler(_ -> closed(session));
        publications.serve(session);
        lookAgain(session);
    }

    /// What a session was opened with may have ended since it was looked up.
    private void lookAgain(Session session) {
        var _ =
                session.login()
                        .check(credentials)
                        .whenComplete(
                                (found, error) -> {
                                    if (error == null) {
                                        follow(session, found);
                                    }
                                });
    }

    private static void follow(Session session, Credential found) {
        switch (found) {
            case Credential.Valid(_, _, Instant until) -> {
                if (until != null) {
                    session.endAt(until);
                }
            }
            case Credential.Ended _, Credential.Unknown _ ->
                    session.end(MqttDisconnectReasonCode.NOT_AUTHORIZED);
        }
    }

    private void closed(Session session) {
        session.rest();
        boolean current = sessions.remove(session.key(), session);
        if (current && session.isLost()) {
            reportLoss(session.device());
        }
    }

    private void reportLoss(UUID device) {
        Concern loss =
                Concern.ofDevice(
                        device,
                        Concern.Kind.CONNECTION_LOST,
                        Instant.now(),
                        "the connection broke without a farewell");
        var _ =
                log.report(List.of(loss))
                        .exceptionally(
                                e -> {
                                    LOG.warnf("device %s: its loss is not told: %s", device, e);
                                    return null;
                                });
    }

    private static void refuseCredentials(MqttEndpoint endpoint) {
        refuse(
                endpoint,
                CONNECTION_REFUSED_BAD_USERNAME_OR_PASSWORD,
                CONNECTION_REFUSED_BAD_USER_NAME_OR_PASSWORD);
    }

    private void unavailable(MqttEndpoint endpoint) {
        counts.unavailable();
        refuse(
                endpoint,
                CONNECTION_REFUSED_SERVER_UNAVAILABLE_5,
                CONNECTION_REFUSED_SERVER_UNAVAILABLE);
    }

    private static void refuse(
            MqttEndpoint endpoint, MqttConnectReturnCode five, MqttConnectReturnCode three) {
        endpoint.reject(endpoint.protocolVersion() == Session.FIVE ? five : three);
    }

    void forget(@Observes Credentials.Changed changed) {
        sessions.values().stream()
                .filter(session -> session.device().equals(changed.deviceId()))
                .forEach(session -> session.end(MqttDisconnectReasonCode.NOT_AUTHORIZED));
    }

    void follow(@Observes CredentialEnding ending) {
        sessions.values().stream()
                .filter(session -> session.credential().endsWith(ending))
                .forEach(session -> session.endAt(ending.at()));
    }

    void doubt(@Observes Credentials.Doubtful doubtful) {
        sessions.values().forEach(this::lookAgain);
    }

    void closeAll() {
        sessions.values()
                .forEach(session -> session.end(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN));
    }
}
