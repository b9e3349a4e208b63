package org.homeward.ingest.http.internal.trace;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import org.homeward.ingest.Cursor;
import org.homeward.ingest.http.internal.ListView;
import org.homeward.ingest.http.internal.Params;
import org.homeward.ingest.trace.Recall;
import org.homeward.ingest.trace.Recalls;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What a recall is about: devices, the patients who wore them, and readings.
@Path("/internal/v1/recalls")
@RolesAllowed("device-admin")
public class RecallsResource {
    private static final int MOST = 200;
    private static final int MOST_READINGS = 1000;
    private static final int MOST_SERIALS = 10_000;
    private static final int LONGEST = 200;

    private final Recalls recalls;

    @Inject
    RecallsResource(Recalls recalls) {
        this.recalls = recalls;
    }

    /// What is called back, and the place in the list.
    public record Search(
            @Nullable String manufacturer,
            @Nullable String model,
            @Nullable List<@Nullable String> serials,
            @Nullable String di,
            @Nullable String firmware,
            @Nullable String from,
            @Nullable String to,
            @Nullable String limit,
            @Nullable String cursor) {

        Recall recall() {
            Instant start = Params.instant(from, "from");
            Instant end = Params.instant(to, "to");
            if (start != null && end != null && !end.isAfter(start)) {
                throw new Problem(422, "INVALID_PERIOD", "to: is not after from");
            }
            Recall recall =
                    new Recall(
                            word(manufacturer, "manufacturer"),
                            word(model, "model"),
                            named(),
                            word(di, "di"),
                            word(firmware, "firmware"),
                            start,
                            end);
            if (!recall.namesDevices()) {
                throw new Problem(
                        422,
                        "NOTHING_NAMED",
                        "manufacturer, model, serials, di or firmware is needed");
            }
            return recall;
        }

        private @Nullable List<String> named() {
            if (serials == null) {
                return null;
            }
            if (serials.isEmpty() || serials.size() > MOST_SERIALS) {
                throw Params.invalid("serials", "are not 1 to " + MOST_SERIALS);
            }
            return serials.stream().map(Search::serial).toList();
        }

        private static String serial(@Nullable String serial) {
            String word = word(serial, "serials");
            if (word == null) {
                throw Params.invalid("serials", "has null");
            }
            return word;
        }

        private static @Nullable String word(@Nullable String text, String field) {
            if (text != null
                    && (text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0)) {
                throw Params.invalid(field, "is empty or too long");
            }
            return text;
        }
    }

    @POST
    @Path("/search")
    public Uni<RecallView> search(@Nullable Search body) {
        Search search = said(body);
        Recall recall = search.recall();
        int limit = Params.limit(search.limit(), MOST);
        Cursor after = Params.cursor(search.cursor());
        if (after != null) {
            return recalls.devices(recall, limit, after).map(RecallView::of);
        }
        return recalls.extent(recall)
                .chain(
                        extent ->
                                recalls.devices(recall, limit, null)
                                        .map(page -> RecallView.of(extent, page)));
    }

    @POST
    @Path("/readings")
    public Uni<ListView<Recalls.AffectedReading>> readings(@Nullable Search body) {
        Search search = said(body);
        return recalls.readings(
                        search.recall(),
                        Params.limit(search.limit(), MOST_READINGS),
                        Params.cursor(search.cursor()))
                .map(page -> ListView.of(page, r -> r));
    }

    private static Search said(@Nullable Search body) {
        if (body == null) {
            throw Params.invalid("manufacturer", "is missing");
        }
        return body;
    }
}
