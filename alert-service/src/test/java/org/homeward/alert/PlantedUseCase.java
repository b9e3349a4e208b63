package org.homeward.alert;

import org.homeward.alert.db.planted.PlantedEntity;

/// A violation, planted: a use case that reads an edge.
class PlantedUseCase {
    PlantedEntity entity = new PlantedEntity();
}
