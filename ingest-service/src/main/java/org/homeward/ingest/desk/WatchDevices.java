package org.homeward.ingest.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.homeward.ingest.Regular;

/// Looks regularly for devices that have fallen silent, and for concerns whose cause is gone.
@ApplicationScoped
class WatchDevices implements Regular {
    private static final Duration OFTEN = Duration.ofMinutes(1);

    private final DeviceDesk desk;

    @Inject
    WatchDevices(DeviceDesk desk) {
        this.desk = desk;
    }

    @Override
    public String title() {
        return "device desk";
    }

    /// Every device that is worn is looked at, and the shortest patience is an hour.
    @Override
    public Duration every(Duration usual) {
        return usual.compareTo(OFTEN) > 0 ? usual : OFTEN;
    }

    @Override
    public Uni<Void> turn() {
        return desk.turn();
    }
}
