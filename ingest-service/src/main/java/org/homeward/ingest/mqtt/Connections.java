package org.homeward.ingest.mqtt;

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
import java.util.concurrent.atomic.AtomicBoolean;
import org.homeward.ingest.credential.Credentials;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.CredentialEnding;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.door.Intrusions;
import org.homeward.ingest.door.RateLimits;
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
    private final RateLimits rates;
    private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();

    @Inject
    Connections(
            Credentials credentials,
            Publications publications,
            ReadingLog log,
            Counts counts,
            Intrusions intrusions,
            RateLimits rates) {
        this.credentials = credentials;
        this.publications = publications;
        this.log = log;
        this.counts = counts;
        this.intrusions = intrusions;
        this.rates = rates;
    }

    /// Lets a client in, or not.
    ///
    /// @param network whose connection it is; empty where nobody knows
    void connect(MqttEndpoint endpoint, String network) {
        if (rates.take(network) > 0) {
            NotLetIn.TOO_MANY.tell(endpoint);
            return;
        }
        AtomicBoolean gone = new AtomicBoolean();
        endpoint.closeHandler(_ -> gone.set(true));
        Optional<Login> said = Login.by(endpoint);
        if (said.isEmpty()) {
            intrusions.nothingShown();
            refuse(endpoint, network, NotLetIn.CREDENTIALS);
            return;
        }
        Login login = said.get();
        Context loop = Vertx.currentContext();
        var _ =
                login.check(credentials)
                        .handle((found, _) -> Optional.ofNullable(found))
                        .thenAccept(
                                found ->
                                        loop.runOnContext(
                                                _ -> {
                                                    if (!gone.get()) {
                                                        answer(endpoint, login, network, found);
                                                    }
                                                }));
    }

    /// @param found empty if the registry could not be reached
    private void answer(
            MqttEndpoint endpoint, Login login, String network, Optional<Credential> found) {
        if (found.isEmpty()) {
            counts.unavailable();
            NotLetIn.UNAVAILABLE.tell(endpoint);
            return;
        }
        switch (found.get()) {
            case Credential.Valid valid when login.mayBe(valid.deviceId()) ->
                    admit(new Session(endpoint, valid, login, network));
            case Credential.Valid other -> {
                intrusions.otherDevice(other.deviceId());
                refuse(endpoint, network, NotLetIn.ANOTHER_DEVICE);
            }
            case Credential.Ended ended -> {
                intrusions.ended(ended.deviceId());
                refuse(endpoint, network, NotLetIn.CREDENTIALS);
            }
            case Credential.Unknown _ -> {
                intrusions.unknown();
                refuse(endpoint, network, NotLetIn.CREDENTIALS);
            }
        }
    }

    private void refuse(MqttEndpoint endpoint, String network, NotLetIn why) {
        rates.provedNothing(network);
        why.tell(endpoint);
    }

    private void admit(Session session) {
        Session older = sessions.put(session.key(), session);
        if (older != null) {
            older.end(MqttDisconnectReasonCode.SESSION_TAKEN_OVER);
        }
        session.endpoint().closeHandler(_ -> closed(session));
        publications.serve(session);
        lookAgain(session);
    }

    /// Looks up again what everybody connected was let in with, so that an end of which no notice
    /// came is obeyed all the same.
    void lookAgain() {
        sessions.values().forEach(this::lookAgain);
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
            case Credential.Valid valid -> session.endAt(session.login().ends(valid));
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

    /// How many are connected.
    int size() {
        return sessions.size();
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
        lookAgain();
    }

    void closeAll() {
        sessions.values()
                .forEach(session -> session.end(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN));
    }
}
