package org.homeward.ingest.http.internal.chart;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.homeward.ingest.http.internal.Params;
import org.homeward.ingest.quality.Quality;
import org.jspecify.annotations.Nullable;

/// How good a patient's readings are, over time.
@Path("/internal/v1/patients/{id}/quality")
public class QualityResource {
    private static final int USUAL = 30;
    private static final int MOST = 366;

    private final Quality quality;

    @Inject
    QualityResource(Quality quality) {
        this.quality = quality;
    }

    @GET
    @RolesAllowed({"patient", "carer", "nurse", "physician", "gp"})
    public Uni<QualityView> ofPatient(
            @PathParam("id") UUID id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Quality.Days days = days(from, to);
        return quality.ofPatient(id, days).map(found -> QualityView.of(days, found));
    }

    static Quality.Days days(@Nullable String from, @Nullable String to) {
        LocalDate last = to == null ? LocalDate.now(ZoneOffset.UTC) : day(to, "to");
        LocalDate first = from == null ? last.minusDays(USUAL - 1) : day(from, "from");
        if (first.isAfter(last) || first.plusDays(MOST).isBefore(last)) {
            throw Params.invalid("from", "is after to, or more than a year before it");
        }
        return new Quality.Days(first, last);
    }

    private static LocalDate day(String text, String name) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1 && day.getYear() <= 9998) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw Params.invalid(name, "is no day");
        }
        throw Params.invalid(name, "is no day of the years 1 to 9998");
    }
}
