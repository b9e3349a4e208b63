package org.homeward.simulator.bench.meter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.UUID;
import org.homeward.simulator.platform.IngestStore;
import org.homeward.simulator.platform.Place;

/// The rows of a run, counted in the store itself.
public final class Rows {
    private static final String COUNT =
            "SELECT count(*) FROM ingest.reading WHERE measured_at >= ? AND device_id = ANY (?)";

    private final Place place;

    public Rows(Place place) {
        this.place = place;
    }

    /// The readings of these devices measured since an instant.
    public long since(long fromMillis, Collection<UUID> devices) {
        try (Connection connection = IngestStore.open(place);
                PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setTimestamp(1, new Timestamp(fromMillis));
            statement.setArray(2, connection.createArrayOf("uuid", devices.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the rows cannot be counted: " + e.getMessage(), e);
        }
    }
}
