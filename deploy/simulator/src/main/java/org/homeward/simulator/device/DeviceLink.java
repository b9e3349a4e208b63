package org.homeward.simulator.device;

import java.util.List;

/// A device's way to the edge. One send at a time; it never throws for a network's fault, which is
/// an [Outcome.Unknown].
public interface DeviceLink extends AutoCloseable {
    Outcome send(List<Measurement> measurements);

    @Override
    void close();
}
