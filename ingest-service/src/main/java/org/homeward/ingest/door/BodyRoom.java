package org.homeward.ingest.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.homeward.ingest.IngestConfig;

/// How many bytes of posts' bodies are held at once, from their first byte to their answer. Without
/// it a hundred slow senders of large bodies would fill the memory that all others need too. A
/// quarter is for small bodies alone, and one device has few large ones under way.
@ApplicationScoped
public class BodyRoom {
    /// What is no larger costs one addition and has no other bound.
    static final int SMALL = 16 * 1024;

    private final AtomicLong held = new AtomicLong();
    private final ConcurrentMap<UUID, Integer> large = new ConcurrentHashMap<>();
    private final long most;
    private final int mostLarge;

    @Inject
    BodyRoom(IngestConfig config) {
        this.most = config.edge().bodyRoom();
        this.mostLarge = config.edge().largeBodies();
    }

    /// One body's share; on its request's event loop alone.
    public final class Share {
        private final UUID device;
        private long reserved;
        private long came;
        private boolean isLarge;

        private Share(UUID device) {
            this.device = device;
        }

        /// Makes room for so many bytes in all; false if there is none.
        public boolean reserve(long bytes) {
            if (bytes <= reserved) {
                return true;
            }
            if (!isLarge && bytes > SMALL) {
                if (!enter(device)) {
                    return false;
                }
                isLarge = true;
            }
            long more = bytes - reserved;
            if (held.addAndGet(more) > (isLarge ? most - most / 4 : most)) {
                held.addAndGet(-more);
                return false;
            }
            reserved = bytes;
            return true;
        }

        /// Makes room for what came, if there is none yet.
        public boolean take(int bytes) {
            came += bytes;
            return reserve(came);
        }

        /// Gives all of it back.
        public void leave() {
            held.addAndGet(-reserved);
            reserved = 0;
            if (isLarge) {
                isLarge = false;
                large.computeIfPresent(device, (_, n) -> n > 1 ? n - 1 : null);
            }
        }
    }

    /// Room for a body of a device; none is taken yet.
    public Share share(UUID device) {
        return new Share(device);
    }

    private boolean enter(UUID device) {
        if (large.merge(device, 1, Integer::sum) <= mostLarge) {
            return true;
        }
        large.computeIfPresent(device, (_, n) -> n > 1 ? n - 1 : null);
        return false;
    }

    /// How many bytes are held.
    public long held() {
        return held.get();
    }
}
