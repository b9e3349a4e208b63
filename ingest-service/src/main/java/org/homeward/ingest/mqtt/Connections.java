package org.homeward.ingest.mqtt;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.homeward.ingest.credential.Credentials;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.CredentialEnding;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.door.Intrusions;
import org.homeward.ingest.door.RateLimits;

/// Lets devices in and knows who is connected, so that a session ends with the credential that it
/// was opened with, and a session taken over ends the older one.
@ApplicationScoped
class Connections {
    private final Credentials credentials;
    private final Publications publications;
    private final Counts counts;
    private final Intrusions intrusions;
    private final RateLimits rates;
    private final Sessions sessions;

    @Inject
    Connections(
            Credentials credentials,
            Publications publications,
            Sessions sessions,
            Counts counts,
            Intrusions intrusions,
            RateLimits rates) {
        this.credentials = credentials;
        this.publications = publications;
        this.sessions = sessions;
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
                    greeted(new Session(endpoint, valid, login, network));
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

    private void greeted(Session session) {
        if (rates.greet(session.device()) > 0) {
            NotLetIn.TOO_MANY.tell(session.endpoint());
        } else {
            admit(session);
        }
    }

    private void admit(Session session) {
        sessions.add(session)
                .forEach(older -> older.end(MqttDisconnectReasonCode.SESSION_TAKEN_OVER));
        session.endpoint().closeHandler(_ -> closed(session));
        publications.serve(session);
        follow(session, session.login().check(credentials));
    }

    /// What is done from time to time.
    void look() {
        lookAgain();
        sessions.look(Instant.now());
    }

    /// Looks up again what everybody connected was let in with, so that an end of which no notice
    /// came is obeyed all the same.
    void lookAgain() {
        sessions.forEach(session -> follow(session, session.login().checkAgain(credentials)));
    }

    /// What a session was opened with may have ended since it was looked up.
    private static void follow(Session session, CompletableFuture<Credential> check) {
        var _ =
                check.whenComplete(
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
        sessions.closed(session, Instant.now());
    }

    /// How many are connected.
    int size() {
        return sessions.size();
    }

    void forget(@Observes Credentials.Changed changed) {
        sessions.of(changed.deviceId())
                .forEach(session -> session.end(MqttDisconnectReasonCode.NOT_AUTHORIZED));
    }

    void follow(@Observes CredentialEnding ending) {
        sessions.forEach(
                session -> {
                    if (session.credential().endsWith(ending)) {
                        session.endAt(ending.at());
                    }
                });
    }

    void doubt(@Observes Credentials.Doubtful doubtful) {
        lookAgain();
    }

    void closeAll() {
        sessions.forEach(session -> session.end(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN));
    }
}
