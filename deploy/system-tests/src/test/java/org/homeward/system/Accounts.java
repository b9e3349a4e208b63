package org.homeward.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.simulator.platform.Json;
import org.homeward.system.ledger.StoredRow;

/// The readings' store and its accounts, read with SQL as the role that owns them.
final class Accounts {
    private final TheStack stack;

    Accounts(TheStack stack) {
        this.stack = stack;
    }

    List<StoredRow> rows(Collection<UUID> devices) throws SQLException {
        String sql =
                "SELECT reading_id, patient_id, device_id, code, measured_at, value, components"
                        + " FROM reading WHERE device_id = ANY (?)";
        try (Connection connection = stack.database("ingest");
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("uuid", devices.toArray()));
            List<StoredRow> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(row(result));
                }
            }
            return rows;
        }
    }

    private static StoredRow row(ResultSet result) throws SQLException {
        String code = result.getString("code");
        BigDecimal single = result.getBigDecimal("value");
        String components = result.getString("components");
        return new StoredRow(
                result.getObject("reading_id", UUID.class),
                result.getObject("patient_id", UUID.class),
                result.getObject("device_id", UUID.class),
                code,
                result.getObject("measured_at", Timestamp.class).toInstant(),
                single != null ? Map.of(code, single) : components(components));
    }

    private static Map<String, BigDecimal> components(String json) {
        try {
            Map<String, BigDecimal> values = new HashMap<>();
            for (JsonNode component : Json.MAPPER.readTree(json)) {
                values.put(
                        component.path("code").asText(),
                        new BigDecimal(component.path("value").asText()));
            }
            return values;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("components that are not JSON", e);
        }
    }

    /// The position of each partition of the log up to which everything is accounted for.
    Map<Integer, Long> positions() throws SQLException {
        Map<Integer, Long> positions = new HashMap<>();
        try (Connection connection = stack.database("ingest");
                PreparedStatement statement =
                        connection.prepareStatement(
                                "SELECT partition, position FROM log_position");
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                positions.put(result.getInt(1), result.getLong(2));
            }
        }
        return positions;
    }

    /// A number out of the accounts.
    long number(String sql) throws SQLException {
        try (Connection connection = stack.database("ingest");
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }
}
