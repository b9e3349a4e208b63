package org.homeward.ingest.db;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.homeward.ingest.db.Keyed.Quantity;
import org.homeward.ingest.reading.Measure;
import org.homeward.ingest.reading.Reading;

/// The numbers of patients, devices and quantities.
@ApplicationScoped
public class Keys {
    private final Numbers<UUID> patients =
            new Numbers<>(
                    "SELECT patient_id AS id, key FROM patient_key WHERE patient_id = ANY($1)",
                    "INSERT INTO patient_key (patient_id) SELECT unnest($1::uuid[])"
                            + " ON CONFLICT DO NOTHING",
                    Keys::ids,
                    Keys::id);
    private final Numbers<UUID> devices =
            new Numbers<>(
                    "SELECT id, key FROM device WHERE id = ANY($1)", null, Keys::ids, Keys::id);
    private final Numbers<Quantity> quantities =
            new Numbers<>(
                    "SELECT code, unit, key FROM quantity_key"
                            + " WHERE (code, unit) IN (SELECT * FROM unnest($1::text[], $2::text[]))",
                    "INSERT INTO quantity_key (code, unit)"
                            + " SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING",
                    Keys::parts,
                    Keys::quantity);

    /// All that the readings need; gives numbers to patients and quantities that have none.
    public Uni<Keyed> of(SqlConnection c, List<Reading> readings) {
        Set<UUID> whose = new HashSet<>();
        Set<UUID> by = new HashSet<>();
        Set<Quantity> what = new HashSet<>();
        for (Reading reading : readings) {
            whose.add(reading.patientId());
            by.add(reading.deviceId());
            what.add(Quantity.of(reading.measure()));
            for (Measure component : reading.components()) {
                what.add(Quantity.of(component));
            }
        }
        return patients.of(c, whose)
                .chain(
                        p ->
                                devices.of(c, by)
                                        .chain(
                                                d ->
                                                        quantities
                                                                .of(c, what)
                                                                .map(q -> new Keyed(p, d, q))));
    }

    private static Tuple ids(Collection<UUID> ids) {
        return Tuple.tuple().addArrayOfUUID(new TreeSet<>(ids).toArray(UUID[]::new));
    }

    private static UUID id(Row row) {
        return Objects.requireNonNull(row.getUUID("id"));
    }

    private static Tuple parts(Collection<Quantity> all) {
        List<Quantity> ordered = all.stream().sorted(Quantity.ORDER).toList();
        return Tuple.tuple()
                .addValue(Columns.texts(ordered, Quantity::code))
                .addValue(Columns.texts(ordered, Quantity::unit));
    }

    private static Quantity quantity(Row row) {
        return new Quantity(
                Objects.requireNonNull(row.getString("code")),
                Objects.requireNonNull(row.getString("unit")));
    }
}
