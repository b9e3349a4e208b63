package org.homeward.gateway.fhir;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.fhir.resource.FhirPatient;
import org.homeward.gateway.fhir.search.Offer;
import org.homeward.gateway.fhir.search.SearchQuery;
import org.homeward.gateway.fhir.search.Searchset;
import org.homeward.gateway.patient.PatientClient;
import org.homeward.gateway.patient.PatientView;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Role;
import org.homeward.gateway.upstream.Page;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// Patients within the caller's reach.
@Path("/fhir/R4/Patient")
@Produces(FhirJson.MEDIA_TYPE)
@Authenticated
public class PatientRoutes {
    private final Access access;
    private final CurrentAccess current;
    private final PatientClient patients;

    @Inject
    PatientRoutes(Access access, CurrentAccess current, @RestClient PatientClient patients) {
        this.access = access;
        this.current = current;
        this.patients = patients;
    }

    @GET
    @Path("{patientId}")
    @Requires(Permission.IDENTITY_READ)
    @Operation(hidden = true)
    public Uni<Response> read(@RestPath UUID patientId) {
        return patients.get(current.actor(), patientId).map(one -> FhirJson.ok(shown(one)));
    }

    @GET
    @Requires(Permission.IDENTITY_READ)
    @Operation(hidden = true)
    public Uni<Bundle> search(@Context UriInfo uri) {
        SearchQuery query = SearchQuery.of(uri, Offer.PATIENT);
        Wanted wanted = Wanted.of(query);
        return access.visible(current.caller(), Permission.IDENTITY_READ)
                .chain(visible -> page(asked(visible, query), wanted, query))
                .map(page -> Searchset.of(uri, shown(page, wanted), page.next()));
    }

    private Uni<Page<PatientView>> page(List<UUID> ids, Wanted wanted, SearchQuery query) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(new Page<>(List.of(), null));
        }
        return patients.search(
                current.actor(),
                new PatientClient.Search(ids, wanted.text(), query.count(), query.cursor()));
    }

    private List<Patient> shown(Page<PatientView> page, Wanted wanted) {
        return page.items().stream().filter(wanted::matches).map(this::shown).toList();
    }

    private Patient shown(PatientView view) {
        boolean minimal = current.granted().role() == Role.CARER;
        return FhirPatient.of(minimal ? view.minimal() : view);
    }

    /// The patients within reach, narrowed to those asked for by id.
    private static List<UUID> asked(List<UUID> visible, SearchQuery query) {
        if (!query.has("_id")) {
            return visible;
        }
        Set<UUID> reach = new HashSet<>(visible);
        return query.ids().stream().filter(reach::contains).toList();
    }

    /// What is asked of the person: followup-service finds by one text, the rest is held against
    /// what it found.
    private record Wanted(Optional<SearchQuery.Token> identifier, Optional<String> name) {
        static Wanted of(SearchQuery query) {
            List<SearchQuery.Token> identifiers = query.tokens("identifier");
            if (identifiers.size() > 1) {
                throw SearchQuery.refused("identifier", "may name one identifier");
            }
            return new Wanted(identifiers.stream().findFirst(), query.one("name"));
        }

        @Nullable String text() {
            return identifier.map(SearchQuery.Token::code).or(() -> name).orElse(null);
        }

        boolean matches(PatientView view) {
            return identifier.map(token -> identified(view, token)).orElse(true)
                    && name.map(text -> named(view, text)).orElse(true);
        }

        private static boolean identified(PatientView view, SearchQuery.Token token) {
            return view.identifiers().stream()
                    .anyMatch(one -> token.matches(one.system(), one.value()));
        }

        /// FHIR compares names by their beginning, whatever the case and the accents.
        private static boolean named(PatientView view, String text) {
            return Stream.concat(Stream.of(view.name().family()), view.name().given().stream())
                    .anyMatch(part -> folded(part).startsWith(folded(text)));
        }

        private static String folded(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}", "")
                    .toLowerCase(Locale.ROOT);
        }
    }
}
