package org.homeward.followup.db.planted;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.homeward.followup.plan.planted.PlantedManager;

/// A violation, planted: public, outside `db`, with a public field that can be changed. It has no
/// table; nothing reads or writes it.
@Entity
@Table(name = "planted")
public class PlantedEntity {
    @Id public long id;

    List<String> circle() {
        return List.of(PlantedManager.class.getName());
    }
}
