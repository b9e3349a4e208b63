package org.homeward.gateway.fhir.search;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/// One page of a search's result, with the link to the next one.
public final class Searchset {
    private Searchset() {}

    /// The facade's address as the caller sees it.
    public static String base(UriInfo uri) {
        return uri.getBaseUriBuilder().path("fhir/R4").build().toString();
    }

    /// A page of what was found.
    ///
    /// @param cursor where the next page begins; null at the end
    public static Bundle of(UriInfo uri, List<? extends Resource> found, @Nullable String cursor) {
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(uri.getRequestUri().toString());
        if (cursor != null) {
            String next =
                    uri.getRequestUriBuilder()
                            .replaceQueryParam(SearchQuery.PAGE, "{cursor}")
                            .build(cursor)
                            .toString();
            bundle.addLink().setRelation("next").setUrl(next);
        }
        String base = base(uri);
        for (Resource resource : found) {
            bundle.addEntry()
                    .setFullUrl(base + "/" + resource.fhirType() + "/" + resource.getIdPart())
                    .setResource(resource)
                    .getSearch()
                    .setMode(SearchEntryMode.MATCH);
        }
        return bundle;
    }
}
