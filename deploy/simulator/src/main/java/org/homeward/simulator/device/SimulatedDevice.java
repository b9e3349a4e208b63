package org.homeward.simulator.device;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// A device that behaves: it sends one post after another and keeps the current one until it is
/// acknowledged or refused for good.
public final class SimulatedDevice implements AutoCloseable {
    private final UUID id;
    private final DeviceLink link;
    private final Ledger ledger;
    private final Closing closing;

    public SimulatedDevice(UUID id, DeviceLink link, Ledger ledger, Closing closing) {
        this.id = id;
        this.link = link;
        this.ledger = ledger;
        this.closing = closing;
    }

    public UUID id() {
        return id;
    }

    /// Sends until the outcome is known, or until the run is closed: then it stays unknown.
    public Ledger.Mark send(List<Measurement> measurements) {
        int sends = 0;
        Ledger.Mark mark = Ledger.Mark.UNKNOWN;
        boolean open = true;
        while (open && mark == Ledger.Mark.UNKNOWN) {
            sends++;
            switch (link.send(measurements)) {
                case Outcome.Acknowledged _ -> mark = Ledger.Mark.OK;
                case Outcome.Refused _ -> mark = Ledger.Mark.FAIL;
                case Outcome.Unknown unknown -> open = !closing.within(pause(unknown, sends));
            }
        }
        ledger.add(id, measurements, mark, sends);
        return mark;
    }

    /// Twice as long after every try, up to eight times.
    private static Duration pause(Outcome.Unknown unknown, int sends) {
        return unknown.pause().multipliedBy(1L << Math.min(3, sends - 1));
    }

    @Override
    public void close() {
        link.close();
    }
}
