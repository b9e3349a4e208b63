package org.homeward.kit.kafka;

import io.vertx.pgclient.PgException;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells what trying again cannot help from what it may. Only what is known to lie in the data or
/// in this program is given up; all else waits, since giving up loses what somebody sent.
final class Failures {
    /// SQL state classes: data exception, integrity constraint violation.
    private static final Set<String> OF_THE_DATA = Set.of("22", "23");

    private Failures() {}

    /// Whether the store refuses the data themselves.
    static boolean isOfTheData(Throwable failure) {
        for (@Nullable Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof PgException pg
                    && pg.getSqlState() != null
                    && pg.getSqlState().length() == 5
                    && OF_THE_DATA.contains(pg.getSqlState().substring(0, 2))) {
                return true;
            }
        }
        return false;
    }

    /// Whether it is what the language throws when a program is wrong. Clients of the store and the
    /// broker fail with types of their own, or with `IllegalStateException` when they are closed.
    static boolean isOurs(Throwable failure) {
        return switch (failure) {
            case NullPointerException _,
                    ClassCastException _,
                    IllegalArgumentException _,
                    IndexOutOfBoundsException _,
                    NoSuchElementException _,
                    ArithmeticException _,
                    DateTimeException _ ->
                    true;
            default -> false;
        };
    }

    static boolean willPass(Throwable failure) {
        return !isOfTheData(failure) && !isOurs(failure);
    }
}
