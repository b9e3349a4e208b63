package org.homeward.gateway.reading;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Etags;
import org.homeward.gateway.edge.Links;
import org.homeward.gateway.edge.Query;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// A patient's readings, newest first, and readings entered by hand.
@Path("/api/v1/patients/{patientId}/readings")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class ReadingResource {
    private static final int MOST = 1000;

    private final ReadingClient readings;
    private final CurrentAccess access;

    @Inject
    ReadingResource(@RestClient ReadingClient readings, CurrentAccess access) {
        this.readings = readings;
        this.access = access;
    }

    /// The filters of the list, `code` being any code or alias of the table. With `bucket` (`hour`
    /// or `day`) it gives the count, least, greatest and mean value of each instead of readings,
    /// all of them at once; days are those of `zone`, an IANA name.
    public record Filter(
            @RestQuery @Nullable String code,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to,
            @RestQuery @Nullable String bucket,
            @RestQuery @Nullable String zone,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String cursor) {}

    @GET
    @Requires(Permission.READING_READ)
    @Operation(summary = "A patient's readings, newest first; by hour or day with bucket")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {
                                                ReadingPages.Readings.class,
                                                ReadingPages.Buckets.class
                                            })))
    public Uni<? extends Page<?>> list(
            @RestPath UUID patientId, @BeanParam Filter filter, @Context UriInfo uri) {
        return filter.bucket() == null
                ? readings(patientId, filter, uri)
                : buckets(patientId, filter);
    }

    private Uni<Page<ReadingView>> readings(UUID patientId, Filter filter, UriInfo uri) {
        Query query =
                new Query()
                        .with("code", filter.code())
                        .with("from", filter.from())
                        .with("to", filter.to())
                        .with("limit", Links.limit(filter.limit(), MOST))
                        .with("cursor", filter.cursor());
        return readings.list(access.actor(), patientId, query.parameters())
                .map(page -> Links.page(uri, page.items(), page.next()));
    }

    private Uni<Page<BucketView>> buckets(UUID patientId, Filter filter) {
        Query query =
                new Query()
                        .with("code", filter.code())
                        .with("from", filter.from())
                        .with("to", filter.to())
                        .with("bucket", filter.bucket())
                        .with("zone", filter.zone());
        return readings.buckets(access.actor(), patientId, query.parameters());
    }

    @GET
    @Path("{id}")
    @Requires(Permission.READING_READ)
    @Operation(summary = "One reading")
    @APIResponseSchema(ReadingView.class)
    public Uni<Response> get(@RestPath UUID patientId, @RestPath UUID id) {
        access.about(id);
        return readings.get(access.actor(), patientId, id)
                .map(reading -> Etags.tagged(reading, reading.version()));
    }

    /// Passes the body on as it is, so that a decimal stays the decimal that was typed.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Permission.READING_SUBMIT)
    @Operation(summary = "Enter readings by hand")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewReadings.class)))
    @APIResponseSchema(value = Verdicts.class, responseCode = "202")
    public Uni<Response> enter(@RestPath UUID patientId, String body) {
        return readings.enter(access.actor(), patientId, body)
                .map(verdicts -> Response.accepted(verdicts).build());
    }
}
