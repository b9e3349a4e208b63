package org.homeward.ingest.db;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.homeward.ingest.IngestTest;
import org.homeward.kit.test.RealStack;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.server.Postgres;
import org.junit.jupiter.api.Test;

/// What was stored before readings went by number reads the same afterwards.
@QuarkusTest
@IngestTest
class MigrationIT {
    private static final String DATABASE = "homeward";
    private static final String SCHEMA = "before";

    private static final String STORED =
            """
            INSERT INTO device (id, kind, registered_at) SELECT ('00000000-0000-4000-9000-00000000000' || i)::uuid,
              'test', now() FROM generate_series(1, 2) AS i;
            INSERT INTO reading
            SELECT m::timestamptz, ('00000000-0000-4000-a000-00000000000' || i)::uuid,
              ('00000000-0000-4000-8000-00000000000' || 1 + i % 2)::uuid,
              ('00000000-0000-4000-9000-00000000000' || 1 + i % 2)::uuid,
              1, c, n::numeric, u, s, sc, sn::numeric, su, k::jsonb,
              '2026-11-20T10:00:00.123456Z', '2026-11-20T10:00:01.789Z', q, v, f::text[], x::jsonb, o, w, h
            FROM (VALUES
              (1, '2026-11-20T10:00:00Z', '59408-5', '97', '%', NULL, NULL, NULL, NULL, NULL, 'EXACT', 'VALID', NULL, NULL, 60, 'HTTP', 7::bigint << 32),
              (2, '2026-11-20T09:59:59.5Z', '8310-5', '36.80', 'Cel', NULL, '8310-5', '98.24', '[degF]', NULL, 'SUSPECT', 'QUESTIONED', '{TIME_SUSPECT}', '{"posture":"sitting"}', -330, 'MQTT', -5::bigint << 32),
              (3, '1999-01-01T00:00:00Z', '85354-9', NULL, NULL, NULL, '55284-4', NULL, NULL,
                '[{"code":"8480-6","value":"128.0","unit":"mm[Hg]","sourceValue":"17.1","sourceUnit":"kPa"},{"code":"8462-4","value":"81","unit":"mm[Hg]"},{"code":"8478-0","special":"NOT_A_NUMBER"}]',
                'DATE_ONLY', 'VALID', NULL, NULL, 0, 'FHIR', 9223372036854775807),
              (4, '2026-11-20T10:00:00Z', '99504-3', NULL, NULL, 'BELOW_RANGE', NULL, NULL, NULL, NULL, 'UNKNOWN', 'INVALID', '{CLOCK_FAULT,IMPOSSIBLE_VALUE}', '{"enteredBy":"x"}', 0, 'MANUAL', -1)
            ) AS t (i, m, c, n, u, s, sc, sn, su, k, q, v, f, x, o, w, h)
            """;
    private static final String SHOWN =
            """
            SELECT jsonb_pretty(to_jsonb(r) - ARRAY['content', 'patient_key', 'quantity_key', 'more'])
            FROM reading r ORDER BY reading_id
            """;

    private final StackConfig stack = RealStack.current().config();

    @Test
    void whatWasStoredBeforeReadsTheSame() throws SQLException, IOException {
        try (Connection connection = new Postgres(stack).connect(DATABASE);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS before CASCADE");
            migrate("5");
            statement.execute("SET search_path = " + SCHEMA);
            statement.execute("SET timezone = 'UTC'");
            statement.execute(STORED);
            List<String> before = all(statement, SHOWN);
            List<String> hashes =
                    all(statement, "SELECT content >> 32 FROM reading ORDER BY reading_id");
            assertThat(before).hasSize(4);

            migrate("latest");
            assertThat(all(statement, SHOWN)).isEqualTo(before);
            assertThat(all(statement, "SELECT content FROM reading ORDER BY reading_id"))
                    .isEqualTo(hashes);
            statement.execute("DROP SCHEMA before CASCADE");
        }
    }

    private void migrate(String target) throws IOException {
        Flyway.configure()
                .dataSource(
                        stack.jdbcUrl(DATABASE),
                        Postgres.SUPERUSER,
                        Files.readString(stack.secrets().resolve(Postgres.SUPERUSER)).strip())
                .schemas(SCHEMA)
                .locations("classpath:db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private static List<String> all(Statement statement, String sql) throws SQLException {
        List<String> out = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                out.add(rows.getString(1));
            }
        }
        return out;
    }
}
