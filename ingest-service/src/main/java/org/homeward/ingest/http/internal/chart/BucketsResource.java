package org.homeward.ingest.http.internal.chart;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.homeward.events.Code;
import org.homeward.ingest.http.internal.ListView;
import org.homeward.ingest.http.internal.Params;
import org.homeward.ingest.rollup.Rollups;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Readings by hour or day, for charts of months and years.
@Path("/internal/v1/patients/{patientId}/buckets")
@Authenticated
public class BucketsResource {
    private static final Duration MOST_HOURS = Duration.ofDays(400);
    private static final Duration MOST_DAYS = Duration.ofDays(3700);
    private static final Duration USUAL = Duration.ofDays(90);

    private final Rollups rollups;

    @Inject
    BucketsResource(Rollups rollups) {
        this.rollups = rollups;
    }

    @GET
    public Uni<ListView<BucketView>> list(
            @PathParam("patientId") UUID patientId, @Context UriInfo uri) {
        return rollups.find(query(patientId, uri.getQueryParameters(), Instant.now()))
                .map(buckets -> new ListView<>(buckets.stream().map(BucketView::of).toList(), null))
                .onFailure(Rollups.UnknownZone.class)
                .transform(_ -> noZone());
    }

    private static Rollups.Query query(
            UUID patientId, MultivaluedMap<String, String> params, Instant now) {
        Code code = Params.code(params.getFirst("code"));
        if (code == null) {
            throw Params.invalid("code", "is needed with bucket");
        }
        Instant to = orElse(Params.instant(params.getFirst("to"), "to"), now);
        Instant from = orElse(Params.instant(params.getFirst("from"), "from"), to.minus(USUAL));
        Rollups.Length length = length(params.getFirst("bucket"));
        if (from.isAfter(to)) {
            throw Params.invalid("from", "is after to");
        }
        Duration most = length == Rollups.Length.HOUR ? MOST_HOURS : MOST_DAYS;
        if (Duration.between(from, to).compareTo(most) > 0) {
            throw Params.invalid(
                    "from",
                    "is more than " + most.toDays() + " days before to, too far for this bucket");
        }
        List<String> codes =
                code.kind() == Code.Kind.PANEL ? code.components() : List.of(code.loinc());
        return new Rollups.Query(patientId, codes, from, to, length, zone(params.getFirst("zone")));
    }

    private static Instant orElse(@Nullable Instant given, Instant usual) {
        return given == null ? usual : given;
    }

    private static Rollups.Length length(@Nullable String word) {
        for (Rollups.Length length : Rollups.Length.values()) {
            if (length.word().equals(word)) {
                return length;
            }
        }
        throw Params.invalid("bucket", "is neither hour nor day");
    }

    private static ZoneId zone(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return ZoneOffset.UTC;
        }
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw noZone();
        }
        return ZoneId.of(name);
    }

    private static Problem noZone() {
        return Params.invalid("zone", "is no time zone's name");
    }
}
