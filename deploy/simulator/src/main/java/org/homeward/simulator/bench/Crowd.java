package org.homeward.simulator.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.homeward.simulator.platform.IngestStore;
import org.homeward.simulator.platform.Place;

/// Very many devices that take turns, so that nearly each reading is of another device than those
/// before: what is remembered of a device, and what is written for it, counts at its full price.
/// They are written straight into the store, ten of one patient; their tokens come from a secret of
/// this stack that nobody else has.
final class Crowd {
    private static final int OF_ONE_PATIENT = 10;
    private static final int AT_ONCE = 10_000;
    private static final String BY = "load test";
    private static final List<String> INSERTS =
            List.of(
                    """
                    INSERT INTO ingest.device (id, kind, registered_at)
                    SELECT id, 'load test', now()
                    FROM unnest(?::uuid[], ?::uuid[], ?::bytea[]) AS u (id, patient, hash)
                    ON CONFLICT DO NOTHING
                    """,
                    """
                    INSERT INTO ingest.credential
                      (id, device_id, token_hash, made_at, made_by, rotate_by)
                    SELECT gen_random_uuid(), id, hash, now(), '%s', now() + interval '365 days'
                    FROM unnest(?::uuid[], ?::uuid[], ?::bytea[]) AS u (id, patient, hash)
                    ON CONFLICT DO NOTHING
                    """
                            .formatted(BY),
                    """
                    INSERT INTO ingest.assignment
                      (id, device_id, patient_id, during, made_at, made_by)
                    SELECT gen_random_uuid(), id, patient,
                      tstzrange(now() - interval '1 day', NULL), now(), '%s'
                    FROM unnest(?::uuid[], ?::uuid[], ?::bytea[]) AS u (id, patient, hash)
                    ON CONFLICT DO NOTHING
                    """
                            .formatted(BY));

    private final Place place;
    private final int size;
    private final List<UUID> devices = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();

    Crowd(Place place, int size) {
        this.place = place;
        this.size = size;
    }

    List<UUID> devices() {
        join();
        return devices;
    }

    List<String> tokens() {
        join();
        return tokens;
    }

    /// Writes the devices that are not there yet.
    private void join() {
        if (!devices.isEmpty()) {
            return;
        }
        String secret = secret(place.state().resolve("bench-crowd.secret"));
        try (Connection connection = IngestStore.open(place)) {
            for (int from = 0; from < size; from += AT_ONCE) {
                write(connection, secret, from, Math.min(size, from + AT_ONCE));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the crowd cannot be written: " + e.getMessage(), e);
        }
    }

    private void write(Connection connection, String secret, int from, int to) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        List<UUID> patients = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        for (int number = from; number < to; number++) {
            ids.add(id(secret + "/device/" + number));
            patients.add(id(secret + "/patient/" + number / OF_ONE_PATIENT));
            String token =
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(sha256(secret + "/token/" + number));
            hashes.add(sha256(token));
            tokens.add(token);
        }
        for (String insert : INSERTS) {
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                statement.setArray(2, connection.createArrayOf("uuid", patients.toArray()));
                statement.setArray(3, connection.createArrayOf("bytea", hashes.toArray()));
                statement.executeUpdate();
            }
        }
        devices.addAll(ids);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String secret(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[32];
                new SecureRandom().nextBytes(random);
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(random));
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
