package org.homeward.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/// Events that were published a week ago are needed no more. They leave in the order in which they
/// came, so that the primary key finds the oldest, whatever the table's size, and nothing has to be
/// written for them into an index of their own.
public final class OldEvents {
    private static final String FORGET =
            """
            delete from outbox where published_at < now() - interval '7 days'
              and seq in (select seq from outbox order by seq limit 1000)
            """;

    private OldEvents() {}

    /// Removes a portion, and says how many that were.
    public static Uni<Integer> forget(SqlClient client) {
        return client.query(FORGET).execute().map(done -> done.rowCount());
    }
}
