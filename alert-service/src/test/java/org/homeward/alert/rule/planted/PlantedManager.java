package org.homeward.alert.rule.planted;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;
import org.homeward.alert.db.planted.PlantedEntity;

/// A violation, planted: a hollow name, a framework, a clock, a random id and an edge in the pure
/// ring.
public class PlantedManager {
    PlantedEntity edge = new PlantedEntity();

    Uni<String> framework() {
        return Uni.createFrom().item(Instant.now() + UUID.randomUUID().toString());
    }
}
