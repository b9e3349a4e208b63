package org.homeward.ingest.db.correction;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.homeward.ingest.correction.Correction;
import org.homeward.ingest.correction.Said;
import org.homeward.ingest.correction.SecondLook;
import org.homeward.ingest.db.Columns;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentComponent;
import org.homeward.ingest.sent.SentValue;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Rows of `second_look`.
final class SecondLookRows {
    private static final String INSERT =
            """
            INSERT INTO second_look (id, patient_id, reading_id, reading_version, correction, asked_by,
              asked_role, asked_at, note, alert_ids)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (reading_id) WHERE decided_at IS NULL DO NOTHING
            """;
    private static final String PENDING =
            "SELECT * FROM second_look WHERE reading_id = $1 AND decided_at IS NULL";

    private SecondLookRows() {}

    /// The look that waits: who lost the answer and asks again gets the same one. Fails with 409 if
    /// something else waits.
    static Uni<SecondLook> insert(SqlConnection c, SecondLook look) {
        return c.preparedQuery(INSERT)
                .execute(values(look))
                .chain(
                        done ->
                                done.rowCount() == 1
                                        ? Uni.createFrom().item(look)
                                        : StandingRows.one(c, PENDING, Tuple.of(look.readingId()))
                                                .map(
                                                        row ->
                                                                pending(
                                                                        look(row.orElseThrow()),
                                                                        look)));
    }

    private static SecondLook pending(SecondLook known, SecondLook wanted) {
        if (isRepeated(known, wanted)) {
            return known;
        }
        throw new Problem(409, "SECOND_LOOK_PENDING", "Somebody has asked for a change of it.")
                .with("by", known.asked().by())
                .with("at", known.asked().at().toString());
    }

    private static boolean isRepeated(SecondLook known, SecondLook wanted) {
        return known.asked().by().equals(wanted.asked().by())
                && known.asked().role().equals(wanted.asked().role())
                && known.asked().note().equals(wanted.asked().note())
                && known.version() == wanted.version()
                && Objects.equals(known.correction(), wanted.correction());
    }

    private static Tuple values(SecondLook look) {
        return Tuple.tuple()
                .addUUID(look.id())
                .addUUID(look.patientId())
                .addUUID(look.readingId())
                .addInteger(look.version())
                .addValue(look.correction() == null ? null : json(look.correction()))
                .addString(look.asked().by())
                .addString(look.asked().role())
                .addValue(Columns.time(look.asked().at()))
                .addString(look.asked().note())
                .addArrayOfUUID(look.alerts().toArray(UUID[]::new));
    }

    static SecondLook look(Row row) {
        JsonObject correction = row.getJsonObject("correction");
        return new SecondLook(
                Objects.requireNonNull(row.getUUID("id")),
                Objects.requireNonNull(row.getUUID("patient_id")),
                Objects.requireNonNull(row.getUUID("reading_id")),
                row.getInteger("reading_version"),
                correction == null ? null : correction(correction),
                new Said(
                        Objects.requireNonNull(row.getString("asked_by")),
                        Objects.requireNonNull(row.getString("asked_role")),
                        Columns.instant(row, "asked_at"),
                        Objects.requireNonNull(row.getString("note"))),
                Set.of(Objects.requireNonNull(row.getArrayOfUUIDs("alert_ids"))),
                decided(row));
    }

    private static SecondLook.@Nullable Decided decided(Row row) {
        return row.getOffsetDateTime("decided_at") == null
                ? null
                : new SecondLook.Decided(
                        row.getBoolean("confirmed"),
                        new Said(
                                Objects.requireNonNull(row.getString("decided_by")),
                                Objects.requireNonNull(row.getString("decided_role")),
                                Columns.instant(row, "decided_at"),
                                Objects.requireNonNull(row.getString("decided_note"))));
    }

    /// Decimals as text, so that they keep their scale.
    private static JsonObject json(Correction correction) {
        JsonObject out = amount(correction.value()).put("version", correction.version());
        JsonArray components = new JsonArray();
        correction
                .components()
                .forEach(c -> components.add(amount(c.value()).put("code", c.code().value())));
        return out.put("components", components);
    }

    private static JsonObject amount(SentValue value) {
        return value instanceof SentValue.Amount a
                ? new JsonObject().put("value", a.value().toString()).put("unit", a.unit())
                : new JsonObject();
    }

    private static Correction correction(JsonObject json) {
        List<SentComponent> components =
                json.getJsonArray("components").stream()
                        .map(JsonObject.class::cast)
                        .map(c -> new SentComponent(SentCode.loinc(c.getString("code")), value(c)))
                        .toList();
        return new Correction(value(json), components, json.getInteger("version"));
    }

    private static SentValue value(JsonObject json) {
        String number = json.getString("value");
        return number == null
                ? SentValue.PANEL
                : new SentValue.Amount(new BigDecimal(number), json.getString("unit"));
    }
}
