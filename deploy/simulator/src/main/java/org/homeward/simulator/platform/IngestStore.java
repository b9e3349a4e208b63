package org.homeward.simulator.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Connections to the store of ingest-service, as its own user unless the address names another.
public final class IngestStore {
    private static final String USER = "ingest";

    private IngestStore() {}

    public static Connection open(Place place) throws SQLException {
        String url = place.database();
        return url.contains("user=")
                ? DriverManager.getConnection(url, null, place.databasePassword())
                : DriverManager.getConnection(url, USER, password(place));
    }

    private static String password(Place place) {
        Path secret = place.state().resolve("secrets").resolve(USER);
        try {
            return Files.exists(secret)
                    ? Files.readString(secret).strip()
                    : place.databasePassword();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
