package org.homeward.ingest.fault;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.door.Doors;
import org.homeward.ingest.door.ReadingLog;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.registry.DeviceSightings;

/// What becomes of faults behind a door, without a store.
public final class TestFaults {
    public static final UUID PATIENT = new UUID(7, 7);

    private TestFaults() {}

    /// Tells the patient's team by a log.
    ///
    /// @param goesAgain what can go again
    public static Faults of(ReadingLog log, Counts counts, Predicate<Refusal> goesAgain) {
        return new Faults(Doors.over(log), counts, new Impairments(log, new Wearers()), goesAgain);
    }

    /// Every device is one patient's.
    private static final class Wearers implements DeviceSightings {
        @Override
        public Uni<Void> seen(List<Sighting> sightings) {
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Optional<UUID>> wearer(UUID deviceId) {
            return Uni.createFrom().item(Optional.of(PATIENT));
        }
    }
}
