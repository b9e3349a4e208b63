package org.homeward.ingest.credential;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.TokenHash;

/// Asks the registry with a bounded number of statements, however many devices come at once: what
/// has to wait for one to be answered is asked together. One that gets no answer in time fails.
final class Lookups {
    private static final int UNDER_WAY = 2;
    private static final int MOST = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CredentialStore store;
    private final Queue<Asked> waiting = new ArrayDeque<>();
    private int underWay;

    Lookups(CredentialStore store) {
        this.store = store;
    }

    private record Asked(TokenHash hash, CompletableFuture<Credential> answer) {}

    /// What one token proves.
    CompletableFuture<Credential> find(TokenHash hash) {
        Asked asked = new Asked(hash, new CompletableFuture<>());
        synchronized (waiting) {
            waiting.add(asked);
        }
        next();
        return asked.answer();
    }

    private void next() {
        List<Asked> batch = batch();
        if (batch.isEmpty()) {
            return;
        }
        Uni.createFrom()
                .deferred(() -> store.find(batch.stream().map(Asked::hash).distinct().toList()))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .subscribe()
                .with(found -> answered(batch, found), error -> failed(batch, error));
    }

    private List<Asked> batch() {
        synchronized (waiting) {
            List<Asked> batch = new ArrayList<>();
            while (underWay < UNDER_WAY && batch.size() < MOST && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            if (!batch.isEmpty()) {
                underWay++;
            }
            return batch;
        }
    }

    private void answered(List<Asked> batch, Map<TokenHash, Credential> found) {
        finished();
        batch.forEach(
                asked ->
                        asked.answer()
                                .complete(
                                        found.getOrDefault(
                                                asked.hash(), new Credential.Unknown())));
    }

    private void failed(List<Asked> batch, Throwable error) {
        finished();
        batch.forEach(asked -> asked.answer().completeExceptionally(error));
    }

    private void finished() {
        synchronized (waiting) {
            underWay--;
        }
        next();
    }
}
