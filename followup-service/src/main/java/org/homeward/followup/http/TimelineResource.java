package org.homeward.followup.http;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.homeward.events.Era;
import org.homeward.followup.Timeline;
import org.homeward.followup.TimelineSearch;
import org.homeward.followup.Transactions;
import org.homeward.followup.file.PatientIndex;
import org.homeward.followup.http.body.Limits;
import org.homeward.followup.http.body.ListView;
import org.homeward.followup.http.body.Words;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.timeline.TimelineEntry;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/internal/v1/patients/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
public class TimelineResource {
    record Item(Instant at, String kind, String id, Words text) {
        static Item of(TimelineEntry entry) {
            Words words = new Words(entry.kind().en(), entry.kind().fr());
            return new Item(entry.at(), entry.kind().code(), entry.ref(), words);
        }
    }

    private final Transactions transactions;
    private final PatientIndex patients;
    private final Timeline timeline;

    @Inject
    TimelineResource(Transactions transactions, PatientIndex patients, Timeline timeline) {
        this.transactions = transactions;
        this.patients = patients;
        this.timeline = timeline;
    }

    @GET
    @Authenticated
    public Uni<ListView<Item>> page(
            @RestPath UUID id,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor) {
        PatientId patient = new PatientId(id);
        TimelineSearch search =
                new TimelineSearch(
                        patient,
                        instant("from", from),
                        instant("to", to),
                        Limits.of(limit),
                        cursor);
        return transactions
                .run(
                        () ->
                                patients.placement(patient)
                                        .map(p -> p.orElseThrow(Problem::notFound))
                                        .chain(() -> timeline.page(search)))
                .map(page -> ListView.of(page, Item::of));
    }

    private static @Nullable Instant instant(String name, @Nullable String text) {
        try {
            return text == null || text.isEmpty()
                    ? null
                    : Era.check(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new Problem(400, "BAD_FIELD", "A parameter cannot be read.")
                    .field(name, "is not a time with a zone");
        }
    }
}
