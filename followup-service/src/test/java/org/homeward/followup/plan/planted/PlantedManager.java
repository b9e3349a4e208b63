package org.homeward.followup.plan.planted;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.homeward.followup.db.planted.PlantedEntity;

/// A violation, planted: a hollow name, a framework, a clock, a random id and an edge in the pure
/// ring.
public class PlantedManager {
    public static final String NAME = "planted";

    PlantedEntity edge = new PlantedEntity();

    Uni<String> framework() {
        return Uni.createFrom().item(Instant.now() + UUID.randomUUID().toString());
    }
}
