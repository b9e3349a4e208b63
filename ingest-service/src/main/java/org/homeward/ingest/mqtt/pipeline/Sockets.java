package org.homeward.ingest.mqtt.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.door.Counts;

/// How many connections each network address has, before anybody says who they are.
@ApplicationScoped
public class Sockets {
    private final ConcurrentMap<String, Integer> open = new ConcurrentHashMap<>();
    private final int most;
    private final Counts counts;

    @Inject
    Sockets(IngestConfig config, Counts counts) {
        this.most = config.rate().networkConnections();
        this.counts = counts;
    }

    /// Whether one more may be open.
    ///
    /// @param network empty where nobody knows which it is: then it may
    boolean enter(String network) {
        if (network.isEmpty() || open.merge(network, 1, Integer::sum) <= most) {
            return true;
        }
        leave(network);
        counts.rateLimited();
        return false;
    }

    void leave(String network) {
        open.computeIfPresent(network, (_, n) -> n > 1 ? n - 1 : null);
    }
}
