package org.homeward.gateway.upstream;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param next from a service the opaque cursor, towards people the next page's URL; absent at the
///   end
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(@Schema(required = true) List<T> items, @Nullable String next) {
    public Page {
        items = Given.list(items);
    }
}
