package org.homeward.ingest.http;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.sent.Verdict;
import org.homeward.kit.problem.Problem;

/// Verdicts in words: `accepted` and `rejected` of the answer.
public final class Verdicts {
    private Verdicts() {}

    /// The body of a 202. Written by hand, since every single reading gets one.
    public static String json(AdmitReadings.Outcome outcome) {
        StringBuilder out = new StringBuilder(96).append("{\"accepted\":[");
        String comma = "";
        for (Verdict.Admitted admitted : outcome.admitted()) {
            out.append(comma).append("{\"index\":").append(admitted.index());
            out.append(",\"id\":\"").append(admitted.id()).append("\"}");
            comma = ",";
        }
        return out.append("],\"rejected\":")
                .append(outcome.turned().isEmpty() ? "[]" : rejected(outcome.turned()).encode())
                .append('}')
                .toString();
    }

    static JsonArray rejected(List<Verdict.Turned> turned) {
        JsonArray out = new JsonArray();
        turned.forEach(
                t ->
                        out.add(
                                new JsonObject()
                                        .put("index", t.index())
                                        .put("code", t.code())
                                        .put("detail", t.detail())));
        return out;
    }

    /// The answer when nothing was accepted: the first verdict's.
    public static Problem problem(List<Verdict.Turned> turned) {
        Verdict.Turned first = turned.getFirst();
        return new Problem(first.status(), first.code(), first.detail())
                .with("rejected", rejected(turned));
    }
}
