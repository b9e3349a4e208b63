package org.homeward.ingest.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.homeward.ingest.IngestConfig;

/// How much one device and how much one network may send, whatever the protocol, so that a device
/// gone wild or a network full of them costs the others nothing. Whoever shows what proves nothing
/// uses up its network's share twenty times as fast.
@ApplicationScoped
public class RateLimits {
    private static final int MOST_SENDERS = 200_000;
    private static final int NOTHING_PROVED = 20;
    private static final int AFTER_GREETING = 10;

    private final Buckets<UUID> devices;
    private final Buckets<String> networks;
    private final Buckets<UUID> readings;
    private final Buckets<String> networkReadings;
    private final Counts counts;

    @Inject
    RateLimits(IngestConfig config, Counts counts) {
        IngestConfig.Rate rate = config.rate();
        this.devices = new Buckets<>(MOST_SENDERS, rate.burst(), rate.perSecond());
        this.networks = new Buckets<>(MOST_SENDERS, rate.networkBurst(), rate.networkPerSecond());
        this.readings = new Buckets<>(MOST_SENDERS, rate.readingsBurst(), rate.readingsPerSecond());
        this.networkReadings =
                new Buckets<>(
                        MOST_SENDERS, rate.networkReadingsBurst(), rate.networkReadingsPerSecond());
        this.counts = counts;
    }

    /// Takes the readings of one body; the same answer. The first of each is bounded with its post
    /// already, so that a body of one costs nothing here.
    ///
    /// @param network empty where nobody knows which it is
    public long take(UUID device, String network, int count) {
        if (count <= 1) {
            return 0;
        }
        long wait = readings.take(device, count - 1);
        if (wait == 0 && !network.isEmpty()) {
            wait = networkReadings.take(network, count - 1);
        }
        return counted(wait);
    }

    /// Takes one post of a device; returns 0 if it may pass, else the whole seconds to wait.
    public long take(UUID device) {
        return counted(devices.take(device));
    }

    /// Takes one greeting of a device, where there is room for some messages after it: whoever was
    /// cut off for being too fast comes back to be heard, and not to be cut off again.
    public long greet(UUID device) {
        return counted(devices.takeOneOf(device, AFTER_GREETING));
    }

    /// Takes one post or greeting of a network, before anybody is known; the same answer.
    ///
    /// @param network empty where nobody knows which it is: then it may pass
    public long take(String network) {
        return network.isEmpty() ? 0 : counted(networks.take(network));
    }

    /// What a network sent last proved nothing.
    public void provedNothing(String network) {
        if (!network.isEmpty()) {
            networks.charge(network, NOTHING_PROVED - 1);
        }
    }

    /// How many networks are remembered.
    long networks() {
        return networks.size();
    }

    private long counted(long wait) {
        if (wait > 0) {
            counts.rateLimited();
        }
        return wait;
    }
}
