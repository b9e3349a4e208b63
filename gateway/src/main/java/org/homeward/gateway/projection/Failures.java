package org.homeward.gateway.projection;

import io.vertx.pgclient.PgException;
import java.time.DateTimeException;
import java.util.Set;

/// Whether trying again can help. Only what is known to lie in a record is given up; all else
/// waits, since giving up loses an event.
final class Failures {
    /// SQL state classes: data exception, integrity constraint violation.
    private static final Set<String> OF_THE_DATA = Set.of("22", "23");

    private Failures() {}

    static boolean mayPass(Throwable failure) {
        return !isOfTheRecord(failure);
    }

    static boolean isOfTheRecord(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (isRefused(e) || isOfTheProgram(e)) {
                return true;
            }
        }
        return false;
    }

    /// What the dead letters say.
    static String reason(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (isRefused(e)) {
                return "STORE_REFUSED";
            }
        }
        return "INTERNAL_FAULT";
    }

    private static boolean isRefused(Throwable e) {
        return e instanceof PgException pg
                && pg.getSqlState() != null
                && OF_THE_DATA.contains(pg.getSqlState().substring(0, 2));
    }

    private static boolean isOfTheProgram(Throwable e) {
        return switch (e) {
            case NullPointerException _, IllegalArgumentException _, ArithmeticException _ -> true;
            case ClassCastException _, IndexOutOfBoundsException _, DateTimeException _ -> true;
            default -> false;
        };
    }
}
