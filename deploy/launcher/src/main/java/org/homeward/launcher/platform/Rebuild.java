package org.homeward.launcher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.homeward.launcher.Component;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.process.Await;
import org.homeward.launcher.process.Child;
import org.homeward.launcher.process.Logs;
import org.homeward.launcher.process.Spec;
import org.homeward.launcher.server.Postgres;
import org.homeward.launcher.server.Schemas;

/// Builds ingest-service's store again from the log, in a schema beside the one that is there, and
/// tells whether both hold the same. The stack runs on meanwhile.
public final class Rebuild {
    /// Where the store is built; `ingest-service`'s profile `rebuild` has the same name.
    public static final String SCHEMA = "ingest_rebuilt";

    private static final String OLD = ServiceSettings.schema(Component.INGEST);
    private static final Duration LONGEST = Duration.ofHours(2);
    private static final int LINES = 20;

    /// The run's last line when nothing went wrong.
    private static final String DONE = "the store is built again";

    private final StackConfig config;
    private final Postgres postgres;

    public Rebuild(StackConfig config) {
        this.config = config;
        this.postgres = new Postgres(config);
    }

    /// One kind of content in both stores.
    public record Part(String name, Sum before, Sum after) {
        public boolean same() {
            return before.equals(after);
        }
    }

    /// How many there are, and a sum of their hashes.
    public record Sum(long items, BigDecimal checksum) {}

    /// Builds it; an earlier one is thrown away.
    ///
    /// @throws LaunchFailure with the end of its log if it did not come to its end
    public List<Part> run() {
        try {
            makeSchema();
            Spec spec = new Service(config, Component.INGEST).rebuild();
            Files.deleteIfExists(spec.log());
            Child child = Child.start(spec);
            if (!Await.until(LONGEST, () -> !child.alive())) {
                child.kill();
            }
            String end = Logs.tail(spec.log(), LINES);
            if (!end.contains(DONE)) {
                throw new LaunchFailure("the rebuild did not come to its end:\n" + end);
            }
            return compare();
        } catch (SQLException e) {
            throw unreadable(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeSchema() throws SQLException {
        try (Connection connection = postgres.connect(Schemas.DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
            statement.execute("CREATE SCHEMA " + SCHEMA + " AUTHORIZATION " + OLD);
        }
    }

    /// Both stores as they are.
    public List<Part> compare() {
        try (Connection connection = postgres.connect(Schemas.DATABASE);
                Statement statement = connection.createStatement()) {
            List<Part> before = sums(statement, OLD);
            List<Part> after = sums(statement, SCHEMA);
            List<Part> both = new ArrayList<>();
            for (int i = 0; i < after.size(); i++) {
                both.add(
                        new Part(
                                before.get(i).name(),
                                before.get(i).before(),
                                after.get(i).after()));
            }
            return both;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static LaunchFailure unreadable(SQLException e) {
        return new LaunchFailure("the stores cannot be read: " + e.getMessage(), e);
    }

    private static List<Part> sums(Statement statement, String schema) throws SQLException {
        List<Part> sums = new ArrayList<>();
        statement.execute("SET search_path = " + schema);
        try (ResultSet rows = statement.executeQuery("SELECT * FROM store_checksum()")) {
            while (rows.next()) {
                Sum sum = new Sum(rows.getLong("items"), rows.getBigDecimal("checksum"));
                sums.add(new Part(rows.getString("part"), sum, sum));
            }
        }
        return sums;
    }
}
