package org.homeward.ingest.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.homeward.ingest.IngestConfig;

/// How many requests wait for the log, over all protocols. It is what keeps a slow broker from
/// filling the memory: beyond the limit a device is told to come again.
@ApplicationScoped
public class InFlight {
    private final AtomicInteger waiting = new AtomicInteger();
    private final int most;

    @Inject
    InFlight(IngestConfig config) {
        this.most = config.edge().inFlight();
    }

    public boolean enter() {
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            return false;
        }
        return true;
    }

    public void leave() {
        waiting.decrementAndGet();
    }
}
