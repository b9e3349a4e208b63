package org.homeward.ingest.db.registry;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.homeward.ingest.credential.CredentialRegistry.NewCredential;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.device.CredentialEnding;
import org.homeward.ingest.device.Issuance;
import org.homeward.ingest.device.IssuedCredential;

/// Rows of `credential`, within a transaction that holds the device's own row: what a device may
/// have is decided for one at a time.
final class CredentialRows {
    /// A reading of the device goes on meanwhile; another credential has to wait.
    private static final String LOCK =
            "SELECT disabled_at FROM device WHERE id = $1 FOR NO KEY UPDATE";

    static final String ALL =
            """
            SELECT id, device_id, kind, made_at, made_by, rotate_by, valid_until, revoked_at
            FROM credential WHERE device_id = $1 ORDER BY made_at DESC, id DESC
            """;
    private static final String ADD =
            """
            INSERT INTO credential (id, device_id, token_hash, made_at, made_by, rotate_by, kind)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """;
    private static final String END = "UPDATE credential SET valid_until = $2 WHERE id = $1";

    private CredentialRows() {}

    /// Locks the device and says what it has; empty if there is none.
    static Uni<Optional<Issuance.Holder>> holder(SqlConnection c, UUID device) {
        return c.preparedQuery(LOCK)
                .execute(Tuple.of(device))
                .chain(
                        rows ->
                                rows.size() == 0
                                        ? Uni.createFrom().item(Optional.empty())
                                        : holder(c, device, rows.iterator().next()));
    }

    private static Uni<Optional<Issuance.Holder>> holder(SqlConnection c, UUID device, Row row) {
        boolean disabled = row.getValue("disabled_at") != null;
        return c.preparedQuery(ALL)
                .execute(Tuple.of(device))
                .map(rows -> Optional.of(new Issuance.Holder(device, disabled, of(rows))));
    }

    /// Adds a credential, and ends the one whose place it takes.
    static Uni<Void> add(SqlConnection c, NewCredential credential, Issuance.Allowed allowed) {
        CredentialEnding end = allowed.replaced();
        Uni<Void> added =
                c.preparedQuery(ADD)
                        .execute(
                                Tuple.tuple()
                                        .addUUID(credential.id())
                                        .addUUID(credential.deviceId())
                                        .addValue(Buffer.buffer(credential.hash().toBytes()))
                                        .addValue(Columns.time(credential.at()))
                                        .addString(credential.by())
                                        .addValue(Columns.time(credential.rotateBy()))
                                        .addString(credential.kind().name()))
                        .replaceWithVoid();
        return end == null ? added : added.chain(() -> end(c, end));
    }

    private static Uni<Void> end(SqlConnection c, CredentialEnding end) {
        return c.preparedQuery(END)
                .execute(Tuple.of(end.credentialId(), Columns.time(end.at())))
                .chain(() -> DeviceNotices.give(c, end));
    }

    static List<IssuedCredential> of(RowSet<Row> rows) {
        List<IssuedCredential> out = new ArrayList<>(rows.size());
        rows.forEach(row -> out.add(credential(row)));
        return out;
    }

    private static IssuedCredential credential(Row row) {
        return new IssuedCredential(
                Objects.requireNonNull(row.getUUID("id")),
                Objects.requireNonNull(row.getUUID("device_id")),
                IssuedCredential.Kind.valueOf(row.getString("kind")),
                Columns.instant(row, "made_at"),
                Objects.requireNonNull(row.getString("made_by")),
                Columns.instant(row, "rotate_by"),
                Columns.instantOrNull(row, "valid_until"),
                Columns.instantOrNull(row, "revoked_at"));
    }
}
