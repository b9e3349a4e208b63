package org.homeward.launcher.server;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.Secrets;

/// The database `homeward`: one schema and one role of the same name for each service, none of
/// which may read another's, and the role `reader`, which may read all and change nothing, for
/// tests and the load test's row counts.
public final class Schemas {
    public static final String DATABASE = "homeward";
    public static final List<String> NAMES = List.of("ingest", "alert", "followup", "gateway");
    public static final String READER = "reader";

    private static final List<String> LIMITS =
            List.of(
                    "statement_timeout = '30s'",
                    "lock_timeout = '10s'",
                    "idle_in_transaction_session_timeout = '30s'");

    private final Postgres postgres;
    private final Secrets secrets;

    public Schemas(Postgres postgres, Secrets secrets) {
        this.postgres = postgres;
        this.secrets = secrets;
    }

    /// Makes what is missing; running it again changes nothing but a password that was made anew.
    public void create() {
        try {
            createDatabase();
            try (Connection connection = postgres.connect(DATABASE);
                    Statement statement = connection.createStatement()) {
                statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
                statement.execute("CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA pg_catalog");
                for (String name : NAMES) {
                    createRole(statement, name);
                    statement.execute(
                            "CREATE SCHEMA IF NOT EXISTS %1$s AUTHORIZATION %1$s".formatted(name));
                    statement.execute("ALTER ROLE %1$s SET search_path = %1$s".formatted(name));
                }
                createRole(statement, READER);
                statement.execute("GRANT pg_read_all_data TO " + READER);
            }
        } catch (SQLException e) {
            throw new LaunchFailure("the schemas cannot be made: " + e.getMessage(), e);
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = postgres.connect(Postgres.SUPERUSER);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "pg_database WHERE datname = '" + DATABASE + "'")) {
                statement.execute("CREATE DATABASE " + DATABASE);
                statement.execute("REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
            }
        }
    }

    private void createRole(Statement statement, String name) throws SQLException {
        if (!exists(statement, "pg_roles WHERE rolname = '" + name + "'")) {
            statement.execute("CREATE ROLE " + name + " LOGIN");
        }
        statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(name, secrets.get(name)));
        statement.execute("GRANT CONNECT ON DATABASE %s TO %s".formatted(DATABASE, name));
        for (String limit : LIMITS) {
            statement.execute("ALTER ROLE " + name + " SET " + limit);
        }
    }

    private static boolean exists(Statement statement, String where) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM " + where)) {
            return found.next();
        }
    }
}
