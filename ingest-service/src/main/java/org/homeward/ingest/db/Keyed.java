package org.homeward.ingest.db;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.homeward.ingest.reading.Measure;

/// The numbers that stand for patients, devices and quantities inside the store.
public record Keyed(
        Map<UUID, Integer> patients,
        Map<UUID, Integer> devices,
        Map<Quantity, Integer> quantities) {

    /// A canonical code with the unit its values are in; the unit is empty where there is none.
    record Quantity(String code, String unit) {
        static final Comparator<Quantity> ORDER =
                Comparator.comparing(Quantity::code).thenComparing(Quantity::unit);

        static Quantity of(Measure measure) {
            return new Quantity(measure.code(), measure.unit());
        }
    }

    public int patient(UUID id) {
        return Objects.requireNonNull(patients.get(id), "a patient without a number");
    }

    public int device(UUID id) {
        return Objects.requireNonNull(devices.get(id), "a device without a number");
    }

    public int quantity(Measure measure) {
        return Objects.requireNonNull(
                quantities.get(Quantity.of(measure)), "a quantity without a number");
    }
}
