package org.homeward.gateway.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.homeward.gateway.GatewayConfig;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Languages;
import org.homeward.gateway.role.Caller;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Unavailable;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/// The live feed of the patients within reach. The first event, `ready`, tells where it begins;
/// `Last-Event-ID` takes it up where it broke off.
@Path("/api/v1/feed")
@Authenticated
public class FeedResource {
    private final LiveLog log;
    private final CatchUp catchUp;
    private final Access gate;
    private final CurrentAccess access;
    private final GatewayConfig config;
    private final ObjectMapper json;

    @Inject
    FeedResource(
            LiveLog log,
            CatchUp catchUp,
            Access gate,
            CurrentAccess access,
            GatewayConfig config,
            ObjectMapper json) {
        this.log = log;
        this.catchUp = catchUp;
        this.gate = gate;
        this.access = access;
        this.config = config;
        this.json = json;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Requires(Permission.FEED_READ)
    @Operation(summary = "What happens to the patients within reach, as server-sent events")
    @APIResponse(
            responseCode = "200",
            description = "Events named as their kind is, and ready and gap",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = FeedEvent.class)))
    public Multi<OutboundSseEvent> feed(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId,
            @Context HttpHeaders headers,
            @Context Sse sse,
            @Context RoutingContext request) {
        Caller caller = access.caller();
        String language = Languages.of(headers);
        Runnable cut = () -> request.request().connection().close();
        OffsetVector now = log.position().orElseThrow(Unavailable::problem);
        return gate.visible(caller, Permission.FEED_READ)
                .map(ids -> new Feed.Client(caller, language, Set.copyOf(ids), cut))
                .onItem()
                .transformToMulti(client -> lines(client, lastEventId, now))
                .map(line -> event(sse, line));
    }

    private Multi<Feed.Line> lines(
            Feed.Client client, @Nullable String lastEventId, OffsetVector now) {
        return Multi.createFrom()
                .emitter(
                        out -> {
                            Feed feed = new Feed(client, config.feed().clientBuffer(), json, out);
                            begin(feed, lastEventId, now);
                        },
                        BackPressureStrategy.ERROR);
    }

    /// An id that is none of this log's begins now, and says that something may be missing.
    private void begin(Feed feed, @Nullable String lastEventId, OffsetVector now) {
        OffsetVector from =
                lastEventId == null ? now : OffsetVector.parse(lastEventId, now).orElse(null);
        if (from == null) {
            from = now;
            feed.offer(new Feed.Line(now.toString(), "gap", "{\"kind\":\"gap\"}"));
        }
        feed.offer(new Feed.Line(from.toString(), "ready", "{\"kind\":\"ready\"}"));
        catchUp.start(feed, from.copy());
    }

    private static OutboundSseEvent event(Sse sse, Feed.Line line) {
        OutboundSseEvent.Builder builder = sse.newEventBuilder().id(line.id());
        String data = line.data();
        return data == null
                ? builder.comment("").build()
                : builder.name(line.name()).data(data).build();
    }
}
