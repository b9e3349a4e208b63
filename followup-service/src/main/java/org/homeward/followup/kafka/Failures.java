package org.homeward.followup.kafka;

import io.vertx.pgclient.PgException;
import java.util.Set;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;

/// Whether trying again can help. Only what is known to lie in the record itself is given up; all
/// else waits, since giving up loses an alert.
final class Failures {
    /// SQL state classes: data exception, integrity constraint violation.
    private static final Set<String> OF_THE_DATA = Set.of("22", "23");

    private Failures() {}

    static boolean willPass(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (isOfTheRecord(e)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfTheRecord(Throwable e) {
        return switch (e) {
            case PgException pg ->
                    pg.getSqlState() != null
                            && OF_THE_DATA.contains(pg.getSqlState().substring(0, 2));
            case ConstraintViolationException _, DataException _ -> true;
            case NullPointerException _, IllegalArgumentException _, ArithmeticException _ -> true;
            case ClassCastException _, IndexOutOfBoundsException _ -> true;
            default -> false;
        };
    }
}
