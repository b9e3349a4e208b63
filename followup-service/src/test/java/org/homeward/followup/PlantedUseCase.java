package org.homeward.followup;

import org.homeward.followup.db.planted.PlantedEntity;

/// A violation, planted: a use case that reads an edge.
class PlantedUseCase {
    PlantedEntity entity = new PlantedEntity();
}
