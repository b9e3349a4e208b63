package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each service's role sees its own schema and no other's.
class SchemaIsolationIT {
    private static final List<String> TABLES =
            List.of("ingest.reading", "alert.alert", "followup.patient", "gateway.audit");

    @Test
    void aRoleCannotReadAnothersSchema() throws SQLException {
        for (String role : List.of("ingest", "alert", "followup", "gateway")) {
            try (Connection connection = TheStack.get().database(role);
                    Statement statement = connection.createStatement()) {
                for (String table : TABLES) {
                    if (!table.startsWith(role + ".")) {
                        assertThatThrownBy(() -> statement.executeQuery("SELECT * FROM " + table))
                                .as("%s reads %s", role, table)
                                .isInstanceOf(SQLException.class)
                                .hasMessageContaining("permission denied for schema");
                    }
                }
            }
        }
    }
}
