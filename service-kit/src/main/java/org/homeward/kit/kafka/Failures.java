package org.homeward.kit.kafka;

import io.smallrye.mutiny.CompositeException;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// Tells what trying again cannot help from what it may. Only what is known to lie in the data or
/// in this program is given up; all else waits, since giving up loses what somebody sent.
public final class Failures {
    /// SQL state classes: cardinality violation (two rows of one statement that are one in the
    /// table), data exception, integrity constraint violation, and what exceeds a limit of
    /// PostgreSQL.
    private static final Set<String> OF_THE_DATA = Set.of("21", "22", "23", "54");

    private Failures() {}

    /// Whether the store refuses the data themselves.
    public static boolean isOfTheData(Throwable failure) {
        for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
            String state = sqlState(e);
            if (state != null
                    && state.length() == 5
                    && OF_THE_DATA.contains(state.substring(0, 2))) {
                return true;
            }
        }
        return false;
    }

    /// Hibernate tells the state by an exception of JDBC.
    private static @Nullable String sqlState(Throwable failure) {
        return switch (failure) {
            case PgException pg -> pg.getSqlState();
            case SQLException sql -> sql.getSQLState();
            default -> null;
        };
    }

    /// Whether it is what the language throws when a program is wrong. Clients of the store and the
    /// broker fail with types of their own, or with `IllegalStateException` when they are closed.
    public static boolean isOurs(Throwable failure) {
        return switch (unwrapped(failure)) {
            case NullPointerException _,
                    ClassCastException _,
                    IllegalArgumentException _,
                    IndexOutOfBoundsException _,
                    NoSuchElementException _,
                    ArithmeticException _,
                    DateTimeException _,
                    StackOverflowError _ ->
                    true;
            default -> false;
        };
    }

    /// What failed in a later stage, or together with what should have undone it.
    private static Throwable unwrapped(Throwable failure) {
        Throwable e = failure;
        while ((e instanceof CompletionException || e instanceof CompositeException)
                && e.getCause() != null) {
            e = e.getCause();
        }
        return e;
    }

    static boolean willPass(Throwable failure) {
        return !isOfTheData(failure) && !isOurs(failure);
    }
}
