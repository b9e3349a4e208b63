package org.homeward.ingest.desk;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.homeward.ingest.Regular;

/// Looks regularly for devices that have fallen silent, and for concerns whose cause is gone.
@ApplicationScoped
class WatchDevices implements Regular {
    private final DeviceDesk desk;

    @Inject
    WatchDevices(DeviceDesk desk) {
        this.desk = desk;
    }

    @Override
    public String title() {
        return "device desk";
    }

    @Override
    public Uni<Void> turn() {
        return desk.turn();
    }
}
